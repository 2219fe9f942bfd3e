import { v7 } from 'uuid';
import { newSeries, nextBarcode, type Series } from './barcode.ts';
import type { Availability, Book } from './schema.ts';
import type { Copy, NewCopy, State } from './schema-copies.ts';

/** What a title's item says of its copies, and what follows from it. All that decides a loan stands in this one item. */

export interface KeptCopy {
  code_barres: string;
  etat: State;
  /** Calendar day. */
  date_entree: string;
  /** Whether an item of its own keeps its barcode to it, with its shelf mark and its note. */
  fiche: boolean;
}

/** A copy that is out, by its loan. */
export interface LentCopy {
  exemplaire_id: string;
  date_echeance: string;
  /** The hold that the loan has fulfilled. It comes back to its place should the loan be undone. */
  reservation?: QueuedHold & { id: string };
}

/**
 * A hold that is open: it waits, or a copy is set aside for it, or it was not fetched and is still to be closed. What
 * holds for them is said in queue.ts.
 */
export interface QueuedHold {
  utilisateur_id: string;
  /** Instant. */
  date_reservation: string;
  /** Holds come in the order of their places. */
  place: number;
  /** The last day on which it is passed over. */
  suspendue_jusqu_au?: string;
  /** The copy that is set aside for it. */
  exemplaire_id?: string;
  /** The last day to fetch that copy. One that has passed without a loan is the end of the hold. */
  date_limite?: string;
}

/** A book with its copies, and with those that are out. No number of them is stored that could drift. */
export interface Holding extends Omit<Book, 'exemplaires'> {
  /** Copy id → copy. Ids sort in the order in which the copies came. */
  exemplaires: Record<string, KeptCopy>;
  /** Loan id → copy. */
  emprunts: Record<string, LentCopy>;
  /** Hold id → hold. */
  reservations: Record<string, QueuedHold>;
  /** `null` until the library makes a barcode for the title. */
  serie: Series | null;
}

/** How a hold stands. */
export type HoldState = 'en_attente' | 'mise_de_cote' | 'expiree';

/** Tells how a hold stands in a title that is settled. One that has expired keeps the day, and no copy. */
export function stateOf({ exemplaire_id, date_limite }: QueuedHold): HoldState {
  if (exemplaire_id !== undefined) return 'mise_de_cote';
  return date_limite === undefined ? 'en_attente' : 'expiree';
}

/** What a copy's own item says of it. */
export type Sheet = Pick<Copy, 'cote' | 'note'>;
const EMPTY: Sheet = { cote: null, note: null };

/** Lists the ids of the copies, in the order in which they came. */
export const copyIds = ({ exemplaires }: Pick<Holding, 'exemplaires'>): string[] => Object.keys(exemplaires).sort();

/** Counts the copies that the library has: those that are not withdrawn. */
export const countCopies = ({ exemplaires }: Pick<Holding, 'exemplaires'>): number =>
  Object.values(exemplaires).filter(({ etat }) => etat !== 'retire').length;

/** Finds the loan that has the copy. */
export const loanOf = ({ emprunts }: Pick<Holding, 'emprunts'>, copyId: string): string | undefined =>
  Object.keys(emprunts).find((loanId) => emprunts[loanId]?.exemplaire_id === copyId);

/** Finds the hold for which the copy is set aside. */
export const holdOf = ({ reservations }: Pick<Holding, 'reservations'>, copyId: string): string | undefined =>
  Object.keys(reservations).find((id) => reservations[id]?.exemplaire_id === copyId);

function situationOf(holding: Holding, copyId: string): Copy['situation'] {
  if (loanOf(holding, copyId)) return 'emprunte';
  if (holdOf(holding, copyId)) return 'mis_de_cote';
  return holding.exemplaires[copyId]?.etat === 'en_service' ? 'en_rayon' : 'indisponible';
}

/** Lists the copies that anybody may borrow, in the order in which they came. */
export const copiesOnShelf = (holding: Holding): string[] => {
  const { emprunts, reservations } = holding;
  const taken = new Set(
    [emprunts, reservations].flatMap((holders) => Object.values(holders).map(({ exemplaire_id }) => exemplaire_id)),
  );
  return copyIds(holding).filter((id) => holding.exemplaires[id]?.etat === 'en_service' && !taken.has(id));
};

export function availability(holding: Holding): Availability {
  const disponibles = copiesOnShelf(holding).length;
  const dues = Object.values(holding.emprunts).map(({ date_echeance }) => date_echeance);
  return {
    livre_id: holding.id,
    exemplaires: countCopies(holding),
    disponibles,
    disponible: disponibles > 0,
    prochain_retour: dues.sort()[0] ?? null,
    reservations: Object.values(holding.reservations).filter((hold) => stateOf(hold) !== 'expiree').length,
  };
}

/** Shows a copy. @param sheet what its own item says, if it has any */
export function copyIn(holding: Holding, id: string, { cote, note }: Sheet = EMPTY): Copy {
  const { code_barres, etat, date_entree } = holding.exemplaires[id] as KeptCopy;
  const situation = situationOf(holding, id);
  return { id, livre_id: holding.id, code_barres, cote, etat, note, date_entree, situation };
}

/** Lists the barcodes of a title's copies. */
export const barcodesOf = ({ exemplaires }: Pick<Holding, 'exemplaires'>): string[] =>
  Object.values(exemplaires).map(({ code_barres }) => code_barres);

/** Finds a title's copy by its barcode. */
export const copyWith = ({ exemplaires }: Pick<Holding, 'exemplaires'>, code_barres: string): string | undefined =>
  Object.keys(exemplaires).find((id) => exemplaires[id]?.code_barres === code_barres);

/** The title once copies were added, with what the items of these say, by their ids. */
export interface Added {
  next: Holding;
  sheets: Map<string, Sheet>;
}

/** Adds copies that came on that day. One without a barcode gets the next of the title's series. */
export function addCopies(holding: Holding, copies: readonly NewCopy[], day: string): Added {
  const taken = new Set([...barcodesOf(holding), ...copies.flatMap(({ code_barres }) => code_barres ?? [])]);
  const exemplaires = { ...holding.exemplaires };
  const sheets = new Map<string, Sheet>();
  let { serie } = holding;
  for (const { code_barres: given, cote, note } of copies) {
    const id = v7();
    let code_barres = given;
    if (code_barres === undefined) {
      ({ code_barres, serie } = nextBarcode(serie ?? newSeries(), taken));
      taken.add(code_barres);
    }
    const fiche = given !== undefined || cote !== null || note !== null;
    exemplaires[id] = { code_barres, etat: 'en_service', date_entree: day, fiche };
    if (fiche) sheets.set(id, { cote, note });
  }
  return { next: { ...holding, exemplaires, serie }, sheets };
}

/** Takes copies away. */
export function withoutCopies(holding: Holding, ids: readonly string[]): Holding {
  const kept = Object.entries(holding.exemplaires).filter(([id]) => !ids.includes(id));
  return { ...holding, exemplaires: Object.fromEntries(kept) };
}

/** Gives a copy another state. */
export function withState<T extends Holding>(holding: T, copyId: string, etat: State): T {
  const copy = holding.exemplaires[copyId];
  return copy ? { ...holding, exemplaires: { ...holding.exemplaires, [copyId]: { ...copy, etat } } } : holding;
}
