import type { Loan } from '../../lib/loans/schema.ts';
import { call, made, newUser, type Options } from './api.ts';
import { newBook } from './books.ts';
import { newPenalty, pay } from './users.ts';

/** The loans service's calls as a librarian makes them, and what their tests say again and again. */

export { call as ask, member as memberToken, newUser } from './api.ts';
export { availability, newBook } from './books.ts';
export { keyed, verification } from './users.ts';
/** A loan that has its borrower still, as all have but those of a test about forgetting. */
export type Emprunt = Loan & { utilisateur_id: string };

export const lend = (utilisateur_id: string, livre_id: string, options: Options = {}) =>
  call('POST', '/emprunts', { body: { utilisateur_id, livre_id }, ...options });
export const giveBack = (id: string, options: Options = {}) => call('POST', `/emprunts/${id}/retour`, options);
export const renew = (id: string, options: Options = {}) => call('POST', `/emprunts/${id}/prolongation`, options);
export const getLoan = (id: string, options: Options = {}) => call('GET', `/emprunts/${id}`, options);
export const loansOf = async (userId: string, statut = 'en_cours'): Promise<Emprunt[]> =>
  (await call('GET', `/utilisateurs/${userId}/emprunts?statut=${statut}&limite=100`)).body.elements;
export const notify = (options: Options = {}) => call('POST', '/emprunts/retards/notifications', options);

export const owe = (userId: string, montant = 3): Promise<{ id: string; utilisateur_id: string }> =>
  newPenalty(montant, userId);
export const settleDebt = (utilisateur_id: string, id: string, montant: number) => pay({ utilisateur_id, id }, montant);

/** A loan of a new book; to a new user, unless it is said to whom. */
export const newLoan = async (userId?: string): Promise<Emprunt> => {
  const [borrower, book] = await Promise.all([userId ?? newUser().then(({ id }) => id), newBook()]);
  return made(await lend(borrower, book.id));
};

export const penaltiesOf = async (userId: string) =>
  (await call('GET', `/utilisateurs/${userId}/penalites?limite=100`)).body.elements;

/** The library's day, by a reckoning of its own. */
export const parisDay = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
