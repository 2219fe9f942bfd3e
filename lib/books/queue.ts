import { copiesOnShelf, copyIds, type HoldState, type QueuedHold, stateOf, type Title, withState } from './title.ts';

/**
 * The holds of a title, in its own item, and what is always true of them. An item is read and written only as `settled`
 * makes it: no copy lies free while a hold waits for it, and none is both out and set aside.
 */

/** A day, and the last day to fetch a copy that is set aside on it. */
export interface Today {
  day: string;
  shelfEnd: (day: string) => string;
}

const isPast = ({ date_limite }: QueuedHold, day: string): boolean => date_limite !== undefined && date_limite < day;

/** Tells whether a copy that is free goes to this hold, unless another comes before it. */
export const isNext = (hold: QueuedHold): boolean =>
  stateOf(hold) === 'en_attente' && hold.suspendue_jusqu_au === undefined;

type Entry = [id: string, hold: QueuedHold];

/** Lists holds in their order. */
export const inOrder = (reservations: Readonly<Record<string, QueuedHold>>): Entry[] =>
  Object.entries(reservations).sort(([, one], [, other]) => one.place - other.place);

/** The hold as it stands on that day. @param isKept whether a copy can stay set aside */
function standing(hold: QueuedHold, day: string, isKept: (copyId: string) => boolean): QueuedHold {
  const { suspendue_jusqu_au, exemplaire_id, date_limite, ...rest } = hold;
  if (isPast(hold, day)) return { ...rest, date_limite: date_limite as string };
  if (exemplaire_id !== undefined && isKept(exemplaire_id))
    return { ...rest, exemplaire_id, date_limite: date_limite as string };
  const isOver = suspendue_jusqu_au === undefined || suspendue_jusqu_au < day;
  return isOver ? rest : { ...rest, suspendue_jusqu_au };
}

/**
 * The title as it stands today. What was not fetched goes on, suspensions that are over end, a hold whose copy is no
 * longer in service waits at its old place, and every free copy is set aside for the first who waits.
 */
export function settled<T extends Title>(title: T, { day, shelfEnd }: Today): T {
  const entries = inOrder(title.reservations);
  if (entries.length === 0) return title;
  const out = new Set(Object.values(title.emprunts).map(({ exemplaire_id }) => exemplaire_id));
  const canBeLent = (copyId: string) => title.exemplaires[copyId]?.etat === 'en_service' && !out.has(copyId);
  const holds = entries.map(([id, hold]): Entry => [id, standing(hold, day, canBeLent)]);
  const taken = new Set(holds.map(([, { exemplaire_id }]) => exemplaire_id));
  const free = copyIds(title).filter((id) => canBeLent(id) && !taken.has(id));
  const served = holds.map(([id, hold]): Entry => {
    const exemplaire_id = isNext(hold) ? free.shift() : undefined;
    return [id, exemplaire_id === undefined ? hold : { ...hold, exemplaire_id, date_limite: shelfEnd(day) }];
  });
  return { ...title, reservations: Object.fromEntries(served) };
}

/** The day after which something happens to the title by itself; `undefined` when nothing will. */
export const nextEvent = ({ reservations }: Pick<Title, 'reservations'>): string | undefined =>
  Object.values(reservations)
    .flatMap(({ date_limite, suspendue_jusqu_au }) => date_limite ?? suspendue_jusqu_au ?? [])
    .sort()[0];

/** Lists the last days to fetch the copies that are or were set aside, each once and in their order. */
export const lastDays = ({ reservations }: Pick<Title, 'reservations'>): string[] =>
  [...new Set(Object.values(reservations).flatMap(({ date_limite }) => date_limite ?? []))].sort();

function withoutCopy({ exemplaire_id, date_limite, ...hold }: QueuedHold): QueuedHold {
  return hold;
}

/** How a loan gives its copy back: it was returned, or lost, or the loan was never made. */
export type LoanEnd = 'retour' | 'perte' | 'annulation';

/** The title without the loan. A hold that a loan has fulfilled which was never made is open again, at its old place. */
export function withoutLoan<T extends Title>(title: T, loanId: string, end: LoanEnd): T {
  const { [loanId]: lent, ...emprunts } = title.emprunts;
  if (!lent) return title;
  const next = end === 'perte' ? withState(title, lent.exemplaire_id, 'perdu') : title;
  if (end !== 'annulation' || !lent.reservation) return { ...next, emprunts };
  const { id, ...hold } = lent.reservation;
  // What was set aside for it may have gone since: to another person, or out of service.
  const { exemplaire_id } = hold;
  const isGone = exemplaire_id !== undefined && !copiesOnShelf({ ...next, emprunts }).includes(exemplaire_id);
  const back = isGone ? withoutCopy(hold) : hold;
  return { ...next, emprunts, reservations: { ...next.reservations, [id]: back } };
}

/** The title once the loan has fulfilled the hold. The loan keeps it, for it may yet be undone. */
export function withFulfilled<T extends Title>(
  title: T,
  loanId: string,
  copy: { exemplaire_id: string; date_echeance: string },
  holdId: string,
): T {
  const { [holdId]: hold, ...reservations } = title.reservations;
  const lent = hold ? { ...copy, reservation: { id: holdId, ...hold } } : copy;
  return { ...title, reservations, emprunts: { ...title.emprunts, [loanId]: lent } };
}

/** The title without the hold, wherever it stands. */
export function withoutHold<T extends Title>(title: T, holdId: string): T {
  const { [holdId]: _, ...reservations } = title.reservations;
  const emprunts = Object.entries(title.emprunts).map(([loanId, { reservation, ...lent }]) => [
    loanId,
    reservation && reservation.id !== holdId ? { ...lent, reservation } : lent,
  ]);
  return { ...title, reservations, emprunts: Object.fromEntries(emprunts) };
}

/** The title with the hold suspended until that day, or no longer. */
export function withSuspension<T extends Title>(title: T, holdId: string, until: string | null): T {
  const { suspendue_jusqu_au: _, ...hold } = title.reservations[holdId] as QueuedHold;
  const next = until === null ? hold : { ...hold, suspendue_jusqu_au: until };
  return { ...title, reservations: { ...title.reservations, [holdId]: next } };
}

/** A hold as it is told of a settled title: `rang` is its place among those that wait. */
export interface ToldHold {
  id: string;
  utilisateur_id: string;
  date_reservation: string;
  place: number;
  statut: HoldState;
  rang: number | null;
  suspendue_jusqu_au: string | null;
  exemplaire_id: string | null;
  date_limite: string | null;
}

/** Lists the holds of a settled title in their order. */
export function holdsIn({ reservations }: Pick<Title, 'reservations'>): ToldHold[] {
  let waiting = 0;
  return inOrder(reservations).map(([id, hold]) => {
    const { place, suspendue_jusqu_au = null, exemplaire_id = null, date_limite = null, ...rest } = hold;
    const statut = stateOf(hold);
    if (statut === 'en_attente') waiting += 1;
    const rang = statut === 'en_attente' ? waiting : null;
    return { id, ...rest, place, statut, rang, suspendue_jusqu_au, exemplaire_id, date_limite };
  });
}
