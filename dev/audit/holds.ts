import type { QueuedHold } from '../../lib/books/title.ts';
import { today } from '../../lib/runtime/clock.ts';
import { daysBetween } from '../../lib/values/days.ts';
import { type BookItem, type HoldItem, isAccount, isBook, isHold, type LoanItem, type UserItem } from './items.ts';
import { nameOf } from './loans.ts';
import { said } from './said.ts';

/** What is wrong with the holds over the three tables, in words. */

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
  const day = today();
  return [
    ...holds.flatMap((hold) => wrongHold(hold, people.get(hold.utilisateur_id), titles.get(hold.livre_id))),
    ...[...people.values()].flatMap((account) => wrongPlaces(account, byId, titles, day)),
    ...[...titles.values()].flatMap((book) => wrongQueue(book, byId, day)),
  ];
}

/** What was not fetched in time. */
const isPast = ({ date_limite }: QueuedHold, day: string): boolean => date_limite !== undefined && date_limite < day;

/** The loan of the title that has fulfilled the hold. */
const fulfilledIn = (book: BookItem | undefined, holdId: string): boolean =>
  Object.values(book?.emprunts ?? {}).some(({ reservation }) => reservation?.id === holdId);

function wrongHold(hold: HoldItem, account: UserItem | undefined, book: BookItem | undefined): string[] {
  const { pk, id, statut, transit, date_cloture, fin, utilisateur_id, livre_id } = hold;
  const slot = account?.reservations?.[id];
  const place = book?.reservations?.[id];
  const isOpen = statut === 'ouverte';
  const isOver = !isOpen && statut !== 'pose';
  return said(nameOf(hold), {
    'a l’identifiant d’une autre clé': pk !== `RESERVATION#${id}`,
    'est au milieu de ce que son état ne permet pas': !TRANSITS[statut]?.includes(transit?.etape),
    [`a été close le ${date_cloture}`]: isOver !== (date_cloture !== null) || isOver !== (fin !== null),
    'est ouverte et n’a pas de place sur le compte': isOpen && !slot,
    'est ouverte et n’est pas dans la file du livre': isOpen && !place && !fulfilledIn(book, id),
    'est deux fois dans son livre': Boolean(place) && fulfilledIn(book, id),
    'est close et a encore sa place sur le compte': isOver && !transit && slot !== undefined,
    'est close et reste dans la file du livre': isOver && !transit && place !== undefined,
    [`a sur le compte une place pour LIVRE#${slot?.livre_id}`]: slot !== undefined && slot.livre_id !== livre_id,
    [`est dans la file pour UTILISATEUR#${place?.utilisateur_id}`]:
      place !== undefined && place.utilisateur_id !== utilisateur_id,
    'a deux fois le même avis':
      new Set(hold.notices.map(({ sujet, date_limite }) => sujet + date_limite)).size < hold.notices.length,
  });
}

function wrongPlaces(
  { pk, id, reservations = {} }: UserItem,
  holds: Map<string, HoldItem>,
  books: Map<string | undefined, BookItem>,
  day: string,
): string[] {
  // The slot of a hold that is closed is freed a moment later, that of one that has expired by the sweep.
  const isOver = (slot: string) => {
    const hold = holds.get(slot);
    const place = books.get(hold?.livre_id)?.reservations?.[slot];
    return hold?.transit?.etape === 'cloture' || (place !== undefined && isPast(place, day));
  };
  const slots = Object.entries(reservations);
  const open = slots.filter(([slot]) => !isOver(slot)).map(([, { livre_id }]) => livre_id);
  return [
    ...said(pk, { 'a réservé deux fois un livre': new Set(open).size < open.length }),
    ...slots
      .filter(([slot]) => holds.get(slot)?.utilisateur_id !== id)
      .map(([slot]) => `${pk} a une place pour RESERVATION#${slot}, qui n’est pas à ce compte`),
  ];
}

/** How many days after that one comes each last day to fetch a copy, in base 36. */
const distances = (holds: [string, QueuedHold][], from: string): string =>
  [...new Set(holds.flatMap(([, { date_limite }]) => date_limite ?? []))]
    .sort()
    .map((last) => daysBetween(from, last).toString(36))
    .join();

function wrongQueue(book: BookItem, holds: Map<string, HoldItem>, day: string): string[] {
  const { pk, id, exemplaires = {}, emprunts = {}, reservations = {}, suivi, suivi_tri } = book;
  const all = Object.entries(reservations);
  const aside = all.flatMap(([, hold]) => (hold.exemplaire_id && !isPast(hold, day) ? [hold.exemplaire_id] : []));
  const out = Object.values(emprunts).map(({ exemplaire_id }) => exemplaire_id);
  const inService = Object.keys(exemplaires).filter((copy) => exemplaires[copy]?.etat === 'en_service');
  const free = inService.filter((copy) => !out.includes(copy) && !aside.includes(copy));
  const events = all.flatMap(([, hold]) => hold.date_limite ?? hold.suspendue_jusqu_au ?? []).sort();
  const waiting = all.filter(([, hold]) => !hold.date_limite && !hold.suspendue_jusqu_au);
  const places = all.map(([, { place }]) => place);
  return [
    ...said(pk, {
      'a un exemplaire à la fois dehors et mis de côté, ou deux fois':
        new Set([...out, ...aside]).size < out.length + aside.length,
      'a mis de côté ce qui n’est pas en service': aside.some((copy) => !inService.includes(copy)),
      // What happens by itself at midnight is written by the sweep; what is read or decided meanwhile counts it already.
      'laisse un exemplaire libre alors que quelqu’un attend':
        free.length > 0 && waiting.length > 0 && !((events[0] ?? '~') < day),
      'a deux réservations au même rang': new Set(places).size < places.length,
      [`est dans l’index à ${suivi} ${suivi_tri}`]:
        events[0] === undefined ? suivi !== undefined : suivi_tri !== `${events[0]}#${id}#${distances(all, events[0])}`,
    }),
    ...all
      .filter(([hold]) => holds.get(hold)?.livre_id !== id)
      .map(([hold]) => `${pk} a dans sa file RESERVATION#${hold}, qui n’est pas à ce livre`),
  ];
}
