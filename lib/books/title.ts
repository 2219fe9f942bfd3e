import { v7 } from 'uuid';
import { newSeries, nextBarcode, type Series } from './barcode.ts';
import type { Availability, Book } from './schema.ts';
import type { Copy, State } from './schema-copies.ts';
import type { NewCopy } from './schema-requests.ts';

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
 * A hold that is open: it waits, or a copy is set aside for it, or it was not fetched and is still to be closed. The
 * rules about holds are in queue.ts.
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

/** A book with its copies, with those that are out and with its holds. No number of them is stored that could drift. */
export interface Title extends Omit<Book, 'exemplaires'> {
  /** Copy id → copy. Ids sort in the order in which the copies came, unless the clock was set back. */
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
export const copyIds = ({ exemplaires }: Pick<Title, 'exemplaires'>): string[] => Object.keys(exemplaires).sort();

/** Counts the copies that the library has: those that are not withdrawn. */
export const countCopies = ({ exemplaires }: Pick<Title, 'exemplaires'>): number =>
  Object.values(exemplaires).filter(({ etat }) => etat !== 'retire').length;

/** Finds the id of the loan that has the copy. */
export const loanIdOfCopy = ({ emprunts }: Pick<Title, 'emprunts'>, copyId: string): string | undefined =>
  Object.keys(emprunts).find((loanId) => emprunts[loanId]?.exemplaire_id === copyId);

/** Finds the id of the hold for which the copy is set aside. */
export const holdIdOfCopy = ({ reservations }: Pick<Title, 'reservations'>, copyId: string): string | undefined =>
  Object.keys(reservations).find((id) => reservations[id]?.exemplaire_id === copyId);

function situationOf(title: Title, copyId: string): Copy['situation'] {
  if (loanIdOfCopy(title, copyId)) return 'emprunte';
  if (holdIdOfCopy(title, copyId)) return 'mis_de_cote';
  return title.exemplaires[copyId]?.etat === 'en_service' ? 'en_rayon' : 'indisponible';
}

/** Lists the ids of the copies that are neither out nor set aside and may be lent, in the order in which they came. */
export const copiesOnShelf = (title: Title): string[] => {
  const { emprunts, reservations } = title;
  const taken = new Set(
    [emprunts, reservations].flatMap((entries) => Object.values(entries).map(({ exemplaire_id }) => exemplaire_id)),
  );
  return copyIds(title).filter((id) => title.exemplaires[id]?.etat === 'en_service' && !taken.has(id));
};

export function availability(title: Title): Availability {
  const disponibles = copiesOnShelf(title).length;
  const dues = Object.values(title.emprunts).map(({ date_echeance }) => date_echeance);
  return {
    livre_id: title.id,
    exemplaires: countCopies(title),
    disponibles,
    disponible: disponibles > 0,
    prochain_retour: dues.sort()[0] ?? null,
    reservations: Object.values(title.reservations).filter((hold) => stateOf(hold) !== 'expiree').length,
  };
}

/** Shows a copy. @param sheet what its own item says, if it has any */
export function copyIn(title: Title, id: string, { cote, note }: Sheet = EMPTY): Copy {
  const { code_barres, etat, date_entree } = title.exemplaires[id] as KeptCopy;
  const situation = situationOf(title, id);
  return { id, livre_id: title.id, code_barres, cote, etat, note, date_entree, situation };
}

/** Lists the barcodes of a title's copies. */
export const barcodesOf = ({ exemplaires }: Pick<Title, 'exemplaires'>): string[] =>
  Object.values(exemplaires).map(({ code_barres }) => code_barres);

/** Finds the id of a title's copy by its barcode. */
export const copyWith = ({ exemplaires }: Pick<Title, 'exemplaires'>, code_barres: string): string | undefined =>
  Object.keys(exemplaires).find((id) => exemplaires[id]?.code_barres === code_barres);

/** A title with other copies. */
export interface Changed {
  next: Title;
  /** What the own items of the copies that are new or changed say, by their ids. */
  sheets: Map<string, Sheet>;
}

/** A title to which copies were added. */
export interface Added extends Changed {
  /** The ids of these copies, in the order in which they were given. */
  ids: string[];
}

/** Adds copies that came on that day. One without a barcode gets the next of the title's series. */
export function addCopies(title: Title, copies: readonly NewCopy[], day: string): Added {
  const taken = new Set([...barcodesOf(title), ...copies.flatMap(({ code_barres }) => code_barres ?? [])]);
  const exemplaires = { ...title.exemplaires };
  const sheets = new Map<string, Sheet>();
  const ids: string[] = [];
  let { serie } = title;
  for (const { code_barres: given, cote, note } of copies) {
    const id = v7();
    ids.push(id);
    let code_barres = given;
    if (code_barres === undefined) {
      ({ code_barres, serie } = nextBarcode(serie ?? newSeries(), taken));
      taken.add(code_barres);
    }
    const fiche = given !== undefined || cote !== null || note !== null;
    exemplaires[id] = { code_barres, etat: 'en_service', date_entree: day, fiche };
    if (fiche) sheets.set(id, { cote, note });
  }
  return { next: { ...title, exemplaires, serie }, sheets, ids };
}

/** Takes copies away. */
export function withoutCopies(title: Title, ids: readonly string[]): Title {
  const kept = Object.entries(title.exemplaires).filter(([id]) => !ids.includes(id));
  return { ...title, exemplaires: Object.fromEntries(kept) };
}

/** Gives a copy another state. */
export function withState<T extends Title>(title: T, copyId: string, etat: State): T {
  const copy = title.exemplaires[copyId];
  return copy ? { ...title, exemplaires: { ...title.exemplaires, [copyId]: { ...copy, etat } } } : title;
}
