import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, call, member, newUser } from '../../support/api.ts';
import { expectProblem } from '../../support/problems.ts';
import { operations } from '../../support/shared/openapi.ts';
import { forgedTokens, tokenOf } from '../../support/tokens.ts';
import { deleteUser, penaltyPath, userPath } from '../../support/users.ts';
import { callableBy, NAMES, newThings, noThings, send, statusOf, type Things } from './operations.ts';

/** Who may call what, over every operation of the system. Whoever is refused has changed nothing: see `expectProblem`. */

const CLOSED = callableBy('librarian', 'owner');

let mine: Things;
let theirs: Things;
/** The token of the member whose things are `mine`. */
let token: string;

beforeAll(async () => {
  [mine, theirs] = [await newThings(), await newThings()];
  token = await member(mine.user);
});

const withoutCall = ({ body: { instance, requete_id, ...rest } }: Answer) => rest;

test('the table of operations has every operation of the reference', () => {
  expect(NAMES.toSorted()).toEqual(operations.map(({ operationId }) => operationId).sort());
});

describe('without a token', () => {
  test.each(callableBy('everybody'))('everybody may call %s', async (name) => {
    expect((await send(name, mine, { token: null })).status).toBe(200);
  });

  test.each(['', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b', 'Token abc', 'abc'])(
    'the header "Authorization: %s" proves nothing',
    async (authorization) => {
      const options = { token: null, headers: { authorization } };
      for (const name of ['users-get', 'books-get'])
        expectProblem(await send(name, mine, options), 401, 'non_authentifie');
    },
  );
});

test('a token that proves nothing reads nothing and writes nothing, not even in the public catalogue', async () => {
  for (const [fault, forged] of Object.entries(await forgedTokens()))
    for (const name of ['users-get', 'users-create', 'books-search', 'books-update', 'loans-return']) {
      const answer = await send(name, mine, { token: forged });
      expect([fault, answer.status]).toEqual([fault, 401]);
      expectProblem(answer, 401, 'non_authentifie');
    }
});

test.each([
  ['no role', { role: undefined }],
  ['an unknown role', { role: 'directeur' }],
  ['a role in another case', { role: 'Bibliothecaire' }],
  ['two roles', { role: ['bibliothecaire'] }],
  ['a member without an account', { role: 'adherent' }],
  ['a member with an empty account', { role: 'adherent', utilisateur_id: '' }],
  ['a member with a list of accounts', { role: 'adherent', utilisateur_id: ['a'] }],
])('a token that names %s may call nothing that is not public', async (_, claims) => {
  const unknown = await tokenOf(claims);
  for (const name of CLOSED) expectProblem(await send(name, mine, { token: unknown }), 403, 'acces_refuse');
});

test.each(CLOSED)('nobody may call %s without a token', async (name) => {
  expectProblem(await send(name, mine, { token: null }), 401, 'non_authentifie');
});

describe('a member', () => {
  test.each(callableBy('owner', 'everybody'))('may call %s about what is theirs', async (name) => {
    expect((await send(name, mine, { token })).status).toBe(statusOf(name));
  });

  test.each(callableBy('owner'))('may not call %s about what is not theirs, whether or not it exists', async (name) => {
    const existing = await send(name, theirs, { token });
    const missing = await send(name, noThings(), { token });
    for (const answer of [existing, missing]) {
      expectProblem(answer, 403, 'acces_refuse', { detail: expect.stringContaining('que ce qui est à lui') });
      expect(withoutCall(answer)).toEqual(withoutCall(existing));
    }
  });

  test.each(callableBy('librarian'))('may not call %s, about whomever', async (name) => {
    for (const things of [mine, theirs, noThings()])
      expectProblem(await send(name, things, { token }), 403, 'acces_refuse', {
        detail: 'Cette opération est réservée aux bibliothécaires.',
      });
  });

  test('finds a penalty under its own account only', async () => {
    const path = penaltyPath({ utilisateur_id: mine.user, id: theirs.penalty });
    expectProblem(await call('GET', path, { token }), 404, 'penalite_introuvable');
  });

  test('is known by an identifier in capitals too', async () => {
    const capitals = await tokenOf({ role: 'adherent', utilisateur_id: mine.user.toUpperCase() });
    expect((await send('users-get', mine, { token: capitals })).status).toBe(200);
  });

  test('whose account is gone is told so', async () => {
    const { id } = await newUser();
    await deleteUser(id);
    expectProblem(await call('GET', userPath(id), { token: await member(id) }), 404, 'utilisateur_introuvable');
  });
});

test('a refusal comes before any word about the faults in what was sent', async () => {
  for (const [method, path, body] of [
    ['POST', '/utilisateurs', '{"nom":1}'],
    ['POST', '/livres', '{'],
    ['GET', '/utilisateurs?autre=1'],
    ['GET', '/utilisateurs/abc'],
  ] as const) {
    expectProblem(await call(method, path, { body, token: null }), 401, 'non_authentifie');
    expectProblem(await call(method, path, { body, token }), 403, 'acces_refuse');
  }
});

test('a librarian may write the scheme of the token in any case', async () => {
  const headers = { authorization: `bearer ${await tokenOf()}` };
  expect((await send('users-get', mine, { token: null, headers })).status).toBe(200);
});
