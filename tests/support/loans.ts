import { randomUUID } from 'node:crypto';
import { type Answer, call, type Options, someone } from './api.ts';
import { someBook } from './books.ts';
import { tokenOf } from './tokens.ts';

/** The loans service's calls as a librarian makes them, and what their tests say again and again. */

export interface Emprunt {
  id: string;
  utilisateur_id: string;
  livre_id: string;
  titre: string | null;
  date_emprunt: string;
  date_echeance: string;
  date_retour: string | null;
  statut: string;
  prolongations: number;
  en_retard: boolean;
  jours_retard: number;
  penalite: { id: string; montant: number } | null;
  notifications: { etape: string; date_envoi: string }[];
}

/** Tests move the clock by months: their tokens outlast that. */
const FAR = 4_102_444_800;
const token = await tokenOf({ exp: FAR });
export const memberToken = (userId: string): Promise<string> =>
  tokenOf({ exp: FAR, role: 'adherent', sub: userId, utilisateur_id: userId });

export const ask = (method: string, path: string, options: Options = {}): Promise<Answer> =>
  call(method, path, { token, ...options });

export const lend = (utilisateur_id: string, livre_id: string, options: Options = {}) =>
  ask('POST', '/emprunts', { body: { utilisateur_id, livre_id }, ...options });
export const giveBack = (id: string, options: Options = {}) => ask('POST', `/emprunts/${id}/retour`, options);
export const renew = (id: string, options: Options = {}) => ask('POST', `/emprunts/${id}/prolongation`, options);
export const getLoan = (id: string, options: Options = {}) => ask('GET', `/emprunts/${id}`, options);
export const loansOf = async (userId: string, statut = 'en_cours'): Promise<Emprunt[]> =>
  (await ask('GET', `/utilisateurs/${userId}/emprunts?statut=${statut}&limite=100`)).body.elements;
export const notify = (options: Options = {}) => ask('POST', '/emprunts/retards/notifications', options);

const made = ({ status, body }: Answer) => {
  if (status !== 201) throw new Error(`nothing made: ${JSON.stringify(body)}`);
  return body;
};

export const newUser = async (over: object = {}): Promise<{ id: string; nom: string; prenom: string; email: string }> =>
  made(await ask('POST', '/utilisateurs', { body: someone(over) }));
export const newBook = async (over: object = {}): Promise<{ id: string; titre: string; exemplaires: number }> =>
  made(await ask('POST', '/livres', { body: someBook(over) }));
export const owe = async (userId: string, montant = 3): Promise<{ id: string; utilisateur_id: string }> =>
  made(await ask('POST', `/utilisateurs/${userId}/penalites`, { body: { montant, description: 'Livre abîmé' } }));
export const settleDebt = (userId: string, penaltyId: string, montant: number) =>
  ask('POST', `/utilisateurs/${userId}/penalites/${penaltyId}/paiements`, { body: { montant } });

/** A loan of a new book; to a new user, unless it is said to whom. */
export const newLoan = async (userId?: string): Promise<Emprunt> => {
  const [borrower, book] = await Promise.all([userId ?? newUser().then(({ id }) => id), newBook()]);
  return made(await lend(borrower, book.id));
};

export const keyed = (key: string = randomUUID()) => ({ headers: { 'idempotency-key': key } });

export const penaltiesOf = async (userId: string) =>
  (await ask('GET', `/utilisateurs/${userId}/penalites?limite=100`)).body.elements;
export const verification = async (userId: string) => (await ask('GET', `/utilisateurs/${userId}/verification`)).body;
export const availability = async (bookId: string) => (await ask('GET', `/livres/${bookId}/disponibilite`)).body;

/** The library's day, by a reckoning of its own. */
export const parisDay = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
