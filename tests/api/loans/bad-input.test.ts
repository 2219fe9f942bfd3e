import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, overHttp } from '../../support/api.ts';
import {
  ask,
  availability,
  type Emprunt,
  getLoan,
  giveBack,
  lend,
  loansOf,
  newBook,
  newLoan,
  newUser,
} from '../../support/loans.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { MALFORMED, TREACHEROUS } from '../../support/users-bad-input.ts';

let right: { utilisateur_id: string; livre_id: string };
let loan: Emprunt;

beforeAll(async () => {
  right = { utilisateur_id: (await newUser()).id, livre_id: (await newBook()).id };
  loan = await newLoan();
});

/** Nothing of all that was taken for a loan, a return or a renewal. */
afterAll(async () => {
  expect(await loansOf(right.utilisateur_id)).toEqual([]);
  expect((await availability(right.livre_id)).disponibles).toBe(1);
  expect((await getLoan(loan.id)).body).toEqual(loan);
});

const post = (body: unknown, headers: Record<string, string> = {}) => ask('POST', '/emprunts', { body, headers });

const WRONG_IDS = [null, 0, true, [], {}, '', ' ', 'abc', '0', '8d7b6f10-4c8e-4e0b-9f6a', 'é'.repeat(36)];

describe('a new loan', () => {
  it.each(['utilisateur_id', 'livre_id'])('cannot do without %s', async (name) => {
    expectFaults(await post({ ...right, [name]: undefined }), name);
  });

  it.each(['utilisateur_id', 'livre_id'])('needs %s to be a UUID', async (name) => {
    for (const value of [...WRONG_IDS, `${loan.id}0`, ` ${loan.id}`, `{${loan.id}}`])
      expectFaults(await post({ ...right, [name]: value }), name);
  });

  it.each(['id', 'statut', 'date_echeance', 'date_emprunt', 'Livre_id', 'pk'])('has no field %s', async (name) => {
    expectFaults(await post({ ...right, [name]: '2099-01-01' }), name);
  });

  it.each(TREACHEROUS)('has no field %s', async (name) => {
    expectProblem(await post(JSON.stringify(right).replace('{', `{"${name}":{},`)), 400, 'requete_invalide');
  });

  it('hears of every fault at once', async () => {
    expectFaults(await post({ utilisateur_id: 1, autre: 1 }), 'utilisateur_id', 'livre_id', 'autre');
  });

  it.each(Object.entries(MALFORMED))('is not %s', async (_, text) => {
    const answer = await post(text);
    // A gateway may refuse what is too large before any function sees it.
    if (overHttp && answer.status === 413) return;
    expectProblem(answer, 400, 'requete_invalide');
  });

  it('is JSON, and says so', async () => {
    const answer = await post(JSON.stringify(right), { 'content-type': 'text/plain' });
    expectProblem(answer, 415, 'type_de_contenu_refuse');
  });

  it('has no query', async () => {
    expectFaults(await ask('POST', '/emprunts?livre_id=x', { body: right }), 'livre_id');
  });

  it.each(['', 'é', 'a b', 'x'.repeat(256)])('has a key of visible characters, not %j', async (key) => {
    const answer = await lend(right.utilisateur_id, right.livre_id, { headers: { 'idempotency-key': key } });
    // Headers beyond ASCII or empty ones do not always come through.
    if (overHttp && answer.status === 201) await giveBack(answer.body.id);
    else expectFaults(answer, 'Idempotency-Key');
  });
});

describe.each([
  ['a return', () => `/emprunts/${loan.id}/retour`],
  ['a renewal', () => `/emprunts/${loan.id}/prolongation`],
  ['a run of notices', () => '/emprunts/retards/notifications'],
])('%s', (_, path) => {
  it('has no fields', async () => {
    expectFaults(await ask('POST', path(), { body: { x: 1 } }), 'x');
    expectFaults(await ask('POST', path(), { body: { date_retour: '2020-01-01', id: 1 } }), 'date_retour', 'id');
  });

  it('takes no other kind of body', async () => {
    for (const body of ['[]', '1', '"x"', 'true', '{', 'x', '[{}]'])
      expectProblem(await ask('POST', path(), { body }), 400, 'requete_invalide');
  });

  it('has no query', async () => {
    expectFaults(await ask('POST', `${path()}?x=1`), 'x');
  });
});

describe('a path', () => {
  it.each(['abc', '8d7b6f10', '%20', 'retard', '8d7b6f10-4c8e-4e0b-9f6a-0123456789abc'])(
    '%s names no loan',
    async (id) => {
      expectFaults(await ask('GET', `/emprunts/${id}`), 'id');
      expectFaults(await ask('POST', `/emprunts/${id}/retour`), 'id');
      expectFaults(await ask('POST', `/emprunts/${id}/prolongation`), 'id');
    },
  );

  it('takes its own methods only', async () => {
    for (const [method, path] of [
      ['DELETE', `/emprunts/${loan.id}`],
      ['PATCH', `/emprunts/${loan.id}`],
      ['GET', '/emprunts'],
      ['GET', `/emprunts/${loan.id}/retour`],
      ['POST', `/utilisateurs/${loan.utilisateur_id}/emprunts`],
    ] as const)
      expect((await call(method, path)).status).toBe(404);
  });
});
