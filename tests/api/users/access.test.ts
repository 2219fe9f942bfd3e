import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, call, member, newUser, someone } from '../../support/api.ts';
import { expectProblem } from '../../support/problems.ts';
import { forgedTokens, tokenOf } from '../../support/tokens.ts';
import { newPenalty, penaltiesPath, penaltyPath, userPath, verification } from '../../support/users.ts';

interface Person {
  id: string;
  penalty: { id: string; utilisateur_id: string };
}

const person = (id: string, penaltyId: string): Person => ({ id, penalty: { id: penaltyId, utilisateur_id: id } });
const withPenalty = async () => {
  const { utilisateur_id, id } = await newPenalty(5);
  return person(utilisateur_id, id);
};

/** The member who calls, and somebody else. */
let me: Person;
let other: Person;

beforeAll(async () => {
  me = await withPenalty();
  other = await withPenalty();
});

type Request = (person: Person) => readonly [method: string, path: string, body?: object];

/** What a member may do with their own data. */
const OWN: Record<string, Request> = {
  'read the account': ({ id }) => ['GET', userPath(id)],
  'read the verification': ({ id }) => ['GET', `${userPath(id)}/verification`],
  'list penalties': ({ id }) => ['GET', penaltiesPath(id)],
  'read a penalty': ({ penalty }) => ['GET', penaltyPath(penalty)],
};

/** What only a librarian may do. */
const LIBRARIAN: Record<string, Request> = {
  'create an account': () => ['POST', '/utilisateurs', someone()],
  'list accounts': () => ['GET', '/utilisateurs'],
  'change an account': ({ id }) => ['PATCH', userPath(id), { nom: 'Autre' }],
  'delete an account': ({ id }) => ['DELETE', userPath(id)],
  'add a penalty': ({ id }) => ['POST', penaltiesPath(id), { montant: 1, description: 'Retard' }],
  'take a payment': ({ penalty }) => ['POST', `${penaltyPath(penalty)}/paiements`, { montant: 1 }],
  'waive a penalty': ({ penalty }) => ['POST', `${penaltyPath(penalty)}/annulation`, { motif: 'Erreur' }],
};

const EVERY = { ...OWN, ...LIBRARIAN };

const ask = (request: Request, whose: Person, token: string | null): Promise<Answer> => {
  const [method, path, body] = request(whose);
  return call(method, path, { token, body });
};

const answerless = ({ body: { instance, requete_id, ...rest } }: Answer) => rest;

describe('without a token', () => {
  it.each(Object.entries(EVERY))('nobody can %s', async (_, request) => {
    const answer = await ask(request, me, null);
    expectProblem(answer, 401, 'non_authentifie');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b', 'Token abc', 'abc'])(
    'nor with Authorization: %j',
    async (value) => {
      const answer = await call('GET', userPath(me.id), { token: null, headers: { authorization: value } });
      expectProblem(answer, 401, 'non_authentifie');
    },
  );
});

describe('with a token that proves nothing', () => {
  it('nobody reads and nobody writes', async () => {
    for (const [fault, token] of Object.entries(await forgedTokens())) {
      for (const request of [EVERY['read the account'], EVERY['create an account']] as Request[]) {
        const answer = await ask(request, me, token);
        expect([fault, answer.status]).toEqual([fault, 401]);
        expectProblem(answer, 401, 'non_authentifie');
        expect(answer.headers['www-authenticate']).toBe('Bearer');
      }
    }
  });
});

describe('with a token that proves who, but not which role', () => {
  it.each([
    ['no role', { role: undefined }],
    ['an unknown role', { role: 'directeur' }],
    ['a role in another case', { role: 'Bibliothecaire' }],
    ['two roles', { role: ['bibliothecaire'] }],
    ['a member without an account', { role: 'adherent' }],
    ['a member with an empty account', { role: 'adherent', utilisateur_id: '' }],
    ['a member with a list of accounts', { role: 'adherent', utilisateur_id: ['a'] }],
  ])('%s may do nothing', async (_, claims) => {
    const token = await tokenOf(claims);
    for (const request of Object.values(EVERY)) expectProblem(await ask(request, me, token), 403, 'acces_refuse');
  });
});

describe('a member', () => {
  it.each(Object.entries(OWN))('may %s of their own', async (_, request) => {
    expect((await ask(request, me, await member(me.id))).status).toBe(200);
  });

  it.each(Object.entries(OWN))('may not %s of somebody else, whether or not there is one', async (_, request) => {
    const token = await member(me.id);
    const existing = await ask(request, other, token);
    const missing = await ask(request, person(randomUUID(), randomUUID()), token);
    const malformed = await ask(request, person('abc', 'abc'), token);
    for (const answer of [existing, missing, malformed]) {
      expectProblem(answer, 403, 'acces_refuse');
      expect(answerless(answer)).toEqual(answerless(existing));
    }
  });

  it.each(Object.entries(LIBRARIAN))('may not %s, not even for themselves', async (_, request) => {
    for (const whose of [me, other]) expectProblem(await ask(request, whose, await member(me.id)), 403, 'acces_refuse');
  });

  it('hears of the refusal, not of the faults in what was sent', async () => {
    const token = await member(me.id);
    expectProblem(await call('POST', '/utilisateurs', { token, body: { nom: 1 } }), 403, 'acces_refuse');
    expectProblem(await call('GET', '/utilisateurs?autre=1', { token }), 403, 'acces_refuse');
    expectProblem(await call('POST', '/utilisateurs', { token, body: '{' }), 403, 'acces_refuse');
  });

  it('finds their own penalty under their own account only', async () => {
    const swapped = { utilisateur_id: me.id, id: other.penalty.id };
    expectProblem(await call('GET', penaltyPath(swapped), { token: await member(me.id) }), 404, 'penalite_introuvable');
  });

  it('is known in either case of their identifier', async () => {
    const token = await tokenOf({ role: 'adherent', utilisateur_id: me.id.toUpperCase() });
    expect((await call('GET', userPath(me.id), { token })).status).toBe(200);
    expect((await call('GET', userPath(me.id.toUpperCase()), { token })).body.id).toBe(me.id);
  });

  it('whose account is gone is told so', async () => {
    const { id } = await newUser();
    await call('DELETE', userPath(id));
    expectProblem(await call('GET', userPath(id), { token: await member(id) }), 404, 'utilisateur_introuvable');
  });
});

describe('a librarian', () => {
  it('may do everything', async () => {
    const somebody = await withPenalty();
    const token = await tokenOf();
    const statuses: Record<string, number> = {};
    for (const [name, request] of Object.entries(EVERY)) statuses[name] = (await ask(request, somebody, token)).status;
    expect(statuses).toEqual({
      'read the account': 200,
      'read the verification': 200,
      'list penalties': 200,
      'read a penalty': 200,
      'create an account': 201,
      'list accounts': 200,
      'change an account': 200,
      'delete an account': 409,
      'add a penalty': 201,
      'take a payment': 200,
      'waive a penalty': 200,
    });
  });

  it('may write the scheme in any case', async () => {
    const headers = { authorization: `bearer ${await tokenOf()}` };
    expect((await call('GET', userPath(me.id), { token: null, headers })).status).toBe(200);
  });
});

describe('what was refused', () => {
  it('has changed nothing', async () => {
    for (const { id } of [me, other]) {
      expect((await call('GET', userPath(id))).body.nom).not.toBe('Autre');
      expect((await verification(id)).total_impaye).toBe(5);
      expect((await call('GET', penaltiesPath(id))).body.elements).toHaveLength(1);
    }
  });
});
