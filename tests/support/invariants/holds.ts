import { parisDay } from '../loans.ts';
import {
  type BookItem,
  type HoldItem,
  isAccount,
  isBook,
  isHold,
  type LoanItem,
  type PlacedHold,
  type UserItem,
} from '../read.ts';
import { said } from './said.ts';

/** What is wrong with the holds over the three tables, in words. */

/** Holds at most, by the category of the member. */
const LIMITS: Record<string, number> = { adulte: 3, jeune: 3, collectivite: 10 };

const TRANSITS: Record<string, (string | undefined)[]> = {
  pose: ['pose', 'retrait'],
  ouverte: [undefined],
  honoree: [undefined, 'cloture'],
  annulee: [undefined, 'cloture'],
  expiree: [undefined, 'cloture'],
};

export function wrongHolds(users: UserItem[], books: BookItem[], loans: (LoanItem | HoldItem)[]): string[] {
  const holds = (loans as HoldItem[]).filter(isHold);
  const people = new Map(users.filter(isAccount).map((account) => [account.id, account]));
  const titles = new Map(books.filter(isBook).map((book) => [book.id, book]));
  const byId = new Map(holds.map((hold) => [hold.id, hold]));
  return [
    ...holds.flatMap((hold) => wrongHold(hold, people.get(hold.utilisateur_id), titles.get(hold.livre_id))),
    ...[...people.values()].flatMap((account) => wrongPlaces(account, byId, titles)),
    ...[...titles.values()].flatMap((book) => wrongQueue(book, byId)),
  ];
}

/** What was not fetched in time. */
const isPast = ({ date_limite }: PlacedHold): boolean => date_limite !== undefined && date_limite < parisDay();

/** The loan of the title that has fulfilled the hold. */
const fulfilledIn = (book: BookItem | undefined, holdId: string): boolean =>
  Object.values(book?.emprunts ?? {}).some(({ reservation }) => reservation?.id === holdId);

function wrongHold(hold: HoldItem, account: UserItem | undefined, book: BookItem | undefined): string[] {
  const { pk, id, statut, transit, date_cloture, utilisateur_id, livre_id } = hold;
  const slot = account?.reservations?.[id];
  const place = book?.reservations?.[id];
  const isOpen = statut === 'ouverte';
  const isOver = !isOpen && statut !== 'pose';
  return said(`${pk} (${statut}, ${transit?.etape})`, {
    'has an id of another key': pk !== `RESERVATION#${id}`,
    [`is in the middle of ${transit?.etape}`]: !TRANSITS[statut]?.includes(transit?.etape),
    [`was closed on ${date_cloture}`]: isOver !== (date_cloture !== null),
    'is open and has no slot': isOpen && !slot,
    'is open and has no place': isOpen && !place && !fulfilledIn(book, id),
    'is open twice in its title': Boolean(place) && fulfilledIn(book, id),
    'is closed and has its slot': isOver && !transit && slot !== undefined,
    'is closed and has its place': isOver && !transit && place !== undefined,
    [`has a slot for ${slot?.livre_id}`]: slot !== undefined && slot.livre_id !== livre_id,
    [`has a place for ${place?.utilisateur_id}`]: place !== undefined && place.utilisateur_id !== utilisateur_id,
    'has two mails of one kind about one day':
      new Set(hold.notices.map(({ sujet, date_limite }) => sujet + date_limite)).size < hold.notices.length,
  });
}

function wrongPlaces(
  { pk, id, reservations = {}, adhesion }: UserItem,
  holds: Map<string, HoldItem>,
  books: Map<string | undefined, BookItem>,
): string[] {
  const slots = Object.keys(reservations);
  const titles = Object.values(reservations).map(({ livre_id }) => livre_id);
  // The slot of a hold that is closed is freed a moment later, that of one that has expired by the sweep.
  const isOver = (slot: string) => {
    const hold = holds.get(slot);
    const place = books.get(hold?.livre_id)?.reservations?.[slot];
    return hold?.transit?.etape === 'cloture' || (place !== undefined && isPast(place));
  };
  const open = titles.filter((_, n) => !isOver(slots[n] as string));
  return said(pk, {
    [`has ${slots.length} slots for holds`]: slots.length > (LIMITS[adhesion?.categorie ?? 'adulte'] ?? 0),
    'has reserved a title twice': new Set(open).size < open.length,
    'has a slot for what is no hold of theirs': slots.some((slot) => holds.get(slot)?.utilisateur_id !== id),
  });
}

function wrongQueue(book: BookItem, holds: Map<string, HoldItem>): string[] {
  const { pk, id, exemplaires = {}, emprunts = {}, reservations = {}, suivi, suivi_tri } = book;
  const today = parisDay();
  const all = Object.entries(reservations);
  const aside = all.flatMap(([, hold]) => (hold.exemplaire_id && !isPast(hold) ? [hold.exemplaire_id] : []));
  const out = Object.values(emprunts).map(({ exemplaire_id }) => exemplaire_id);
  const inService = Object.keys(exemplaires).filter((copy) => exemplaires[copy]?.etat === 'en_service');
  const free = inService.filter((copy) => !out.includes(copy) && !aside.includes(copy));
  const events = all.flatMap(([, hold]) => hold.date_limite ?? hold.suspendue_jusqu_au ?? []).sort();
  const waiting = all.filter(([, hold]) => !hold.date_limite && !hold.suspendue_jusqu_au);
  const places = all.map(([, { place }]) => place);
  return said(pk, {
    'has a copy both out and set aside, or twice': new Set([...out, ...aside]).size < out.length + aside.length,
    'has set aside what is not in service': aside.some((copy) => !inService.includes(copy)),
    // What happens by itself at midnight is written by the sweep; what is read or decided meanwhile counts it already.
    'lets a copy lie free while somebody waits': free.length > 0 && waiting.length > 0 && !((events[0] ?? '~') < today),
    'has two holds in one place': new Set(places).size < places.length,
    'has a hold that is no hold of it': all.some(([hold]) => holds.get(hold)?.livre_id !== id),
    [`is followed at ${suivi} ${suivi_tri}`]:
      events[0] === undefined ? suivi !== undefined : suivi_tri !== `${events[0]}#${id}`,
  });
}
