import { randomUUID } from 'node:crypto';
import { type Answer, call, made, newUser, type Options } from './api.ts';

/** The users service's calls as a librarian makes them, and what their tests say again and again. */

export const userPath = (id: string) => `/utilisateurs/${id}`;
export const penaltiesPath = (userId: string) => `/utilisateurs/${userId}/penalites`;

interface PenaltyId {
  utilisateur_id: string;
  id: string;
}

/** A penalty's own path: any object that names the user and the penalty will do. */
export const penaltyPath = ({ utilisateur_id, id }: PenaltyId) => `${penaltiesPath(utilisateur_id)}/${id}`;

export const addPenalty = (userId: string, montant = 5, options: Options = {}): Promise<Answer> =>
  call('POST', penaltiesPath(userId), { body: { montant, description: 'Livre abîmé' }, ...options });

/** @param moyen when it is told at all */
export const pay = (penalty: PenaltyId, montant: number, options: Options = {}, moyen?: string) =>
  call('POST', `${penaltyPath(penalty)}/paiements`, { body: { montant, moyen }, ...options });

export const waive = (penalty: PenaltyId, options: Options = {}) =>
  call('POST', `${penaltyPath(penalty)}/annulation`, { body: { motif: 'Geste commercial' }, ...options });

/** Waives a penalty and gives back what was paid. */
export const refund = (penalty: PenaltyId, options: Options = {}) =>
  call('POST', `${penaltyPath(penalty)}/annulation`, {
    body: { motif: 'Livre retrouvé', rembourser: true },
    ...options,
  });

export const strike = (penalty: PenaltyId, paymentId: string, options: Options = {}) =>
  call('POST', `${penaltyPath(penalty)}/paiements/${paymentId}/annulation`, {
    body: { motif: 'Saisi deux fois' },
    ...options,
  });

export const getUser = (id: string) => call('GET', userPath(id));
export const deleteUser = (id: string, options: Options = {}) => call('DELETE', userPath(id), options);
export const patchUser = (id: string, body: object, options: Options = {}) =>
  call('PATCH', userPath(id), { body, ...options });

export const block = (id: string, body: object = {}, options: Options = {}) =>
  call('PUT', `${userPath(id)}/blocage`, { body: { motif: 'Carte prêtée', ...body }, ...options });

export const verification = async (id: string) => (await call('GET', `${userPath(id)}/verification`)).body;

/** A new penalty of a new user. */
export const newPenalty = async (montant = 5, userId?: string) =>
  made(await addPenalty(userId ?? (await newUser()).id, montant));

export const keyed = (key: string = randomUUID()) => ({ headers: { 'idempotency-key': key } });
export const ifMatch = (tag: string) => ({ headers: { 'if-match': tag } });

/** How many answers had each status: `{ 201: 1, 409: 49 }`. */
export const tally = (answers: Answer[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

export const atOnce = <T>(times: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => work(index)));

/** Every element of a list, page after page, and how many pages that took. */
export async function allPages(path: string, limit: number) {
  const elements = [];
  let pages = 0;
  let cursor: string | undefined;
  do {
    const joint = path.includes('?') ? '&' : '?';
    const next = cursor === undefined ? '' : `&curseur=${cursor}`;
    const { status, body } = await call('GET', `${path}${joint}limite=${limit}${next}`);
    if (status !== 200) throw new Error(`no page: ${JSON.stringify(body)}`);
    elements.push(...body.elements);
    cursor = body.curseur_suivant;
    pages += 1;
  } while (cursor !== undefined);
  return { elements, pages };
}
