import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Answer, Options } from '../support/api.ts';
import { someBook } from '../support/books.ts';
import { forward, restartClock, stopClock } from '../support/clock.ts';
import { newIsbn } from '../support/isbn.ts';
import { ask, giveBack, keyed, lend, newBook, newLoan, newUser, owe, renew, settleDebt } from '../support/loans.ts';
import { emptyTables, readTable } from '../support/read.ts';
import { ifMatch } from '../support/users.ts';
import { requestsOf } from '../support/wire.ts';

/** A refusal writes nothing, in no table of any service, whatever refuses and with or without a key. */

beforeAll(stopClock);
afterAll(restartClock);
beforeEach(emptyTables);

/** Makes what the call needs. @returns the call */
type Prepare = () => Promise<(options: Options) => Promise<Answer>>;

const lending =
  (prepare: () => Promise<{ userId?: string; bookId?: string }>): Prepare =>
  async () => {
    const { userId = (await newUser()).id, bookId = (await newBook()).id } = await prepare();
    return (options) => lend(userId, bookId, options);
  };

const owing = async () => {
  const { id } = await newUser();
  return { userId: id, debt: await owe(id) };
};

const late = async () => {
  const loan = await newLoan();
  forward({ days: 22 });
  return loan;
};

const closedDebt = async () => {
  const { userId, debt } = await owing();
  await settleDebt(userId, debt.id, 3);
  return `/utilisateurs/${userId}/penalites/${debt.id}`;
};

const REFUSALS: Record<string, [status: number, refusal: string, Prepare]> = {
  'a loan to nobody': [404, 'utilisateur_introuvable', lending(async () => ({ userId: randomUUID() }))],
  'a loan of no book': [404, 'livre_introuvable', lending(async () => ({ bookId: randomUUID() }))],
  'a loan to somebody who owes': [409, 'penalites_impayees', lending(owing)],
  'a loan over the limit': [
    409,
    'limite_emprunts_atteinte',
    lending(async () => {
      const { id } = await newUser();
      for (let n = 0; n < 5; n += 1) await newLoan(id);
      return { userId: id };
    }),
  ],
  'a loan to somebody who is late': [
    409,
    'emprunts_en_retard',
    lending(async () => ({ userId: (await late()).utilisateur_id })),
  ],
  'a loan of a book that is out': [
    409,
    'aucun_exemplaire_disponible',
    lending(async () => ({ bookId: (await newLoan()).livre_id })),
  ],
  'a second return': [
    409,
    'emprunt_rendu',
    async () => {
      const { id } = await newLoan();
      await giveBack(id);
      return (options) => giveBack(id, options);
    },
  ],
  'a return of no loan': [404, 'emprunt_introuvable', async () => (options) => giveBack(randomUUID(), options)],
  'a renewal of a loan that is back': [
    409,
    'emprunt_rendu',
    async () => {
      const { id } = await newLoan();
      await giveBack(id);
      return (options) => renew(id, options);
    },
  ],
  'a renewal too late': [
    409,
    'emprunt_en_retard',
    async () => {
      const { id } = await late();
      return (options) => renew(id, options);
    },
  ],
  'a renewal too many': [
    409,
    'limite_prolongations_atteinte',
    async () => {
      const { id } = await newLoan();
      for (let n = 0; n < 2; n += 1) await renew(id);
      return (options) => renew(id, options);
    },
  ],
  'a renewal for somebody who owes': [
    409,
    'penalites_impayees',
    async () => {
      const { id, utilisateur_id } = await newLoan();
      await owe(utilisateur_id);
      return (options) => renew(id, options);
    },
  ],
  'the deletion of somebody who owes': [
    409,
    'penalites_impayees',
    async () => {
      const { userId } = await owing();
      return (options) => ask('DELETE', `/utilisateurs/${userId}`, options);
    },
  ],
  'the deletion of somebody who borrows': [
    409,
    'emprunts_en_cours',
    async () => {
      const { utilisateur_id } = await newLoan();
      return (options) => ask('DELETE', `/utilisateurs/${utilisateur_id}`, options);
    },
  ],
  'the deletion of a book that is out': [
    409,
    'exemplaires_empruntes',
    async () => {
      const { livre_id } = await newLoan();
      return (options) => ask('DELETE', `/livres/${livre_id}`, options);
    },
  ],
  'fewer copies than are out': [
    409,
    'exemplaires_insuffisants',
    async () => {
      const { livre_id } = await newLoan();
      return (options) => ask('PATCH', `/livres/${livre_id}`, { body: { exemplaires: 0 }, ...options });
    },
  ],
  'a change of a version that has moved': [
    412,
    'version_perimee',
    async () => {
      const { id } = await newUser();
      return (options) =>
        ask('PATCH', `/utilisateurs/${id}`, { body: { nom: 'Autre' }, ...options, ...ifMatch('"x"') });
    },
  ],
  'a penalty for nobody': [
    404,
    'utilisateur_introuvable',
    async () => (options) =>
      ask('POST', `/utilisateurs/${randomUUID()}/penalites`, { body: { montant: 1, description: 'x' }, ...options }),
  ],
  'a payment of too much': [
    409,
    'montant_superieur_au_reste',
    async () => {
      const { userId, debt } = await owing();
      return (options) =>
        ask('POST', `/utilisateurs/${userId}/penalites/${debt.id}/paiements`, { body: { montant: 9 }, ...options });
    },
  ],
  'a payment of what is paid': [
    409,
    'penalite_close',
    async () => {
      const path = await closedDebt();
      return (options) => ask('POST', `${path}/paiements`, { body: { montant: 1 }, ...options });
    },
  ],
  'a waiver of what is paid': [
    409,
    'penalite_close',
    async () => {
      const path = await closedDebt();
      return (options) => ask('POST', `${path}/annulation`, { body: { motif: 'x' }, ...options });
    },
  ],
};

/** DynamoDB itself decides these, in the transaction that it refuses: it is sent, and writes nothing. */
const BY_DYNAMODB: typeof REFUSALS = {
  'an e-mail in use': [
    409,
    'email_deja_utilise',
    async () => {
      const { nom, prenom, email } = await newUser();
      return (options) => ask('POST', '/utilisateurs', { body: { nom, prenom, email }, ...options });
    },
  ],
  'an ISBN in use': [
    409,
    'isbn_deja_utilise',
    async () => {
      const isbn = newIsbn().thirteen;
      await newBook({ isbn });
      return (options) => ask('POST', '/livres', { body: someBook({ isbn }), ...options });
    },
  ],
};

const everything = async () =>
  JSON.stringify(await Promise.all([readTable('users'), readTable('books'), readTable('loans')]));

const isWrite = (request: string): boolean => /^(Put|Update|Delete|TransactWrite|BatchWrite)/.test(request);
/** A penalty for nobody is found out by the transaction that would charge it. */
const DECIDED_BY_DYNAMODB = [...Object.keys(BY_DYNAMODB), 'a penalty for nobody'];

it.each(Object.entries({ ...REFUSALS, ...BY_DYNAMODB }))(
  '%s writes nothing',
  async (name, [status, refusal, prepare]) => {
    const act = await prepare();
    const before = await everything();
    for (const options of [{}, keyed()]) {
      let answer: Answer | undefined;
      const requests = await requestsOf(async () => {
        answer = await act(options);
      });
      expect(answer?.status).toBe(status);
      expect(answer?.body.motifs ?? [answer?.body.code]).toEqual([refusal]);
      if (!DECIDED_BY_DYNAMODB.includes(name)) expect(requests.filter(isWrite)).toEqual([]);
      expect(await everything()).toBe(before);
    }
  },
);
