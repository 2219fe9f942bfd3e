import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, overHttp } from '../../support/api.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { readTable } from '../../support/read.ts';
import { newPenalty, penaltiesPath, penaltyPath, userPath, verification } from '../../support/users.ts';
import { BODIES, type Body, MALFORMED, rightBody, TREACHEROUS } from '../../support/users-bad-input.ts';

let penalty: { id: string; utilisateur_id: string };
let before: unknown[];

/** Over HTTP the table is out of reach, and the system behind it may be in use. */
const table = async () => (overHttp ? [] : await readTable('users'));

beforeAll(async () => {
  penalty = await newPenalty();
  before = await table();
});

const pathOf = ({ target, path }: Body) =>
  ({ collection: '/utilisateurs', user: userPath(penalty.utilisateur_id), penalty: penaltyPath(penalty) })[target] +
  path;

const send = (body: Body, sent: unknown, headers: Record<string, string> = {}) =>
  call(body.method, pathOf(body), { body: sent, headers });

describe.each(Object.entries(BODIES))('%s', (_, body) => {
  const names = Object.keys(body.fields);

  it.each(names)('needs %s to be right', async (name) => {
    for (const wrong of body.fields[name]?.wrong ?? [])
      expectFaults(await send(body, { ...rightBody(body), [name]: wrong }), name);
  });

  it('hears of every fault at once', async () => {
    const wrong = Object.fromEntries(names.map((name) => [name, null]));
    expectFaults(await send(body, { ...wrong, autre: 1, encore: 2 }), ...names, 'autre', 'encore');
  });

  it.each(['id', 'statut', 'pk', 'Nom', ' nom', '', 'utilisateur_id'])('has no field %j', async (name) => {
    expectFaults(await send(body, { ...rightBody(body), [name]: 'x' }), name === '' ? '' : name);
  });

  it.each(TREACHEROUS)('has no field %s', async (name) => {
    const text = JSON.stringify(rightBody(body)).replace('{', `{"${name}":{"impaye":0},`);
    expectProblem(await send(body, text), 400, 'requete_invalide');
  });

  it.each(Object.entries(MALFORMED))('is not %s', async (_kind, text) => {
    const answer = await send(body, text);
    expectProblem(answer, 400, 'requete_invalide');
    expect(answer.body.erreurs.length).toBeGreaterThan(0);
  });

  it('is not as long as a megabyte, even when there is nothing wrong with it otherwise', async () => {
    expectFaults(await send(body, `${JSON.stringify(rightBody(body))}${' '.repeat(1_000_000)}`), 'corps');
  });

  it('has no number beyond all numbers', async () => {
    const text = JSON.stringify(rightBody(body))
      .replace('{', '{"montant":1e999,')
      .replace(/,"montant":1/, '');
    expectProblem(await send(body, text), 400, 'requete_invalide');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/jsonp',
  ])('is not of type %j', async (type) => {
    const answer = await send(body, JSON.stringify(rightBody(body)), { 'content-type': type });
    expectProblem(answer, 415, 'type_de_contenu_refuse');
  });
});

describe('what a POST makes', () => {
  it('cannot do without any of its fields', async () => {
    for (const body of Object.values(BODIES).filter(({ method }) => method === 'POST')) {
      for (const name of Object.keys(body.fields)) {
        const { [name]: _missing, ...rest } = rightBody(body);
        expectFaults(await send(body, rest), name);
      }
    }
  });
});

describe('a path', () => {
  const NO_ID = ['abc', '1', '%20', '8d7b6f10-4c8e-4e0b-9f6a-0123456789ag', 'x'.repeat(2_000), '%00', '..%2f..', "'"];

  it.each(NO_ID)('has no user %s', async (id) => {
    for (const [method, rest, body] of [
      ['GET', ''],
      ['PATCH', '', { nom: 'x' }],
      ['DELETE', ''],
      ['GET', '/verification'],
      ['GET', '/penalites'],
      ['POST', '/penalites', { montant: 1, description: 'x' }],
    ] as const)
      expectFaults(await call(method, `/utilisateurs/${id}${rest}`, { body }), 'id');
  });

  it.each(NO_ID)('has no penalty %s', async (id) => {
    const path = `${penaltiesPath(penalty.utilisateur_id)}/${id}`;
    expectFaults(await call('GET', path), 'penalite_id');
    expectFaults(await call('POST', `${path}/paiements`, { body: { montant: 1 } }), 'penalite_id');
    expectFaults(await call('POST', `${path}/annulation`, { body: { motif: 'x' } }), 'penalite_id');
  });

  it('is at fault beside the query and the body', async () => {
    const answer = await call('POST', '/utilisateurs/abc/penalites/def/paiements?autre=1', { body: { montant: '5' } });
    expectFaults(answer, 'id', 'penalite_id', 'autre', 'montant');
  });
});

describe('a query', () => {
  it('has no parameter that the operation does not know', async () => {
    const user = userPath(penalty.utilisateur_id);
    for (const [method, path, body] of [
      ['GET', '/utilisateurs'],
      ['POST', '/utilisateurs', rightBody(BODIES['a new account'] as Body)],
      ['GET', user],
      ['PATCH', user, { nom: 'x' }],
      ['DELETE', user],
      ['GET', `${user}/verification`],
      ['GET', `${user}/penalites`],
      ['POST', `${user}/penalites`, { montant: 1, description: 'x' }],
      ['GET', penaltyPath(penalty)],
      ['POST', `${penaltyPath(penalty)}/paiements`, { montant: 1 }],
      ['POST', `${penaltyPath(penalty)}/annulation`, { motif: 'x' }],
    ] as const) {
      expectFaults(await call(method, `${path}?autre=1`, { body }), 'autre');
      expectFaults(await call(method, `${path}?__proto__=1`, { body }), '__proto__');
    }
  });

  it.each(['nom', 'email'])('has no %s that breaks its schema', async (name) => {
    for (const wrong of ['', ' ', '\u0000', 'a\nb@exemple.fr', 'x'.repeat(300)])
      expectFaults(await call('GET', `/utilisateurs?${new URLSearchParams({ [name]: wrong })}`), name);
  });

  it('does not mistake the page of one entity for that of a list', async () => {
    expectFaults(await call('GET', `${userPath(penalty.utilisateur_id)}?limite=5`), 'limite');
    expectFaults(await call('GET', `${userPath(penalty.utilisateur_id)}/verification?limite=5`), 'limite');
  });

  it('hears of every fault at once', async () => {
    expectFaults(await call('GET', '/utilisateurs?nom=&email=x&limite=0&autre=1'), 'nom', 'email', 'limite', 'autre');
  });

  it('hears of a damaged cursor beside the other faults', async () => {
    expectFaults(await call('GET', '/utilisateurs?limite=0&curseur=abc'), 'limite', 'curseur');
  });
});

describe('after all that', () => {
  it('nothing is stored', async () => {
    expect(await table()).toEqual(before);
    expect((await verification(penalty.utilisateur_id)).total_impaye).toBe(5);
    expect((await call('GET', penaltiesPath(penalty.utilisateur_id))).body.elements).toHaveLength(1);
  });
});
