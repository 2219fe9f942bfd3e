import type { Hold } from '../../lib/loans/holds/schema.ts';
import { type Answer, call, made, newUser, type Options } from './api.ts';
import { run } from './lambda.ts';
import { type Emprunt, giveBack, lend, newBook } from './loans.ts';
import { allPages } from './users.ts';

/** The calls about holds, and what their tests say again and again. */

export type Reservation = Hold;

export const holdPath = (id: string) => `/reservations/${id}`;

export const reserve = (utilisateur_id: string, livre_id: string, options: Options = {}): Promise<Answer> =>
  call('POST', '/reservations', { body: { utilisateur_id, livre_id }, ...options });
/** A hold of the title; by a new user, unless it is said by whom. */
export const newHold = async (bookId: string, userId?: string): Promise<Reservation> =>
  made(await reserve(userId ?? (await newUser()).id, bookId));
export const getHold = (id: string, options: Options = {}) => call('GET', holdPath(id), options);
export const cancel = (id: string, options: Options = {}) => call('POST', `${holdPath(id)}/annulation`, options);
export const suspend = (id: string, jusqu_au: string, options: Options = {}) =>
  call('POST', `${holdPath(id)}/suspension`, { body: { jusqu_au }, ...options });
export const resume = (id: string, options: Options = {}) => call('POST', `${holdPath(id)}/reprise`, options);

export const holdsOf = async (userId: string, statut?: string): Promise<Reservation[]> =>
  (await allPages(`/utilisateurs/${userId}/reservations${statut ? `?statut=${statut}` : ''}`, 100))
    .elements as Reservation[];
export const queueOf = async (bookId: string): Promise<Reservation[]> =>
  (await allPages(`/livres/${bookId}/reservations`, 100)).elements as Reservation[];
export const shelf = async (limit = 100) => (await allPages('/reservations?statut=mise_de_cote', limit)).elements;

/** How the holds of a title stand, in their order. */
export const standing = async (bookId: string): Promise<string[]> =>
  (await queueOf(bookId)).map(({ statut }) => statut);

/** One run of the daily sweep of the holds, as its schedule starts it. */
export const sweepHolds = (ms = 300_000): Promise<{ expirees: number; restantes: number }> =>
  run('loans-sweep-holds', {}, ms);

/** One run of the job that tells people about their holds. */
export const notifyHolds = (
  ms = 300_000,
): Promise<{ notifications_envoyees: number; utilisateurs_notifies: number; sans_adresse: number }> =>
  run('loans-notify-holds', {}, ms);

/** A title of which every copy is out; there is one at least. */
export async function titleAllOut(copies = 1) {
  const book = await newBook({ exemplaires: copies });
  const loans: Emprunt[] = [];
  for (let n = 0; n < copies; n += 1) loans.push(made(await lend((await newUser()).id, book.id)));
  return { book, loans: loans as [Emprunt, ...Emprunt[]] };
}

/** A title of which every copy is out, and so many people wait for it, that one first; there is one at least. */
export async function titleWaitedFor(copies = 1, holds = 1, first?: string) {
  const title = await titleAllOut(copies);
  const waiting: Reservation[] = [];
  for (let n = 0; n < holds; n += 1) waiting.push(await newHold(title.book.id, n === 0 ? first : undefined));
  return { ...title, waiting: waiting as [Reservation, ...Reservation[]] };
}

/** A title whose only copy is set aside for the first of so many who wait, with the last day to fetch it. */
export async function titleSetAside(holds = 1, first?: string) {
  const title = await titleWaitedFor(1, holds, first);
  await giveBack(title.loans[0].id);
  const [hold] = title.waiting;
  return { ...title, hold, limit: (await getHold(hold.id)).body.date_limite as string };
}
