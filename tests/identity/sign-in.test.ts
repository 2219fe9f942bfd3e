import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { call, someone } from '../support/api.ts';
import { run } from '../support/lambda.ts';
import { expectProblem } from '../support/problems.ts';
import { tokenOf } from '../support/tokens.ts';
import { userPath } from '../support/users.ts';
import { claimsIn, DESK, eventOf, MEMBERS, type Person } from './events.ts';

/** The whole way: what the trigger writes is signed into tokens as Cognito makes them, and the API is called with these. */

const { JWT_AUDIENCE } = process.env;

/** A process whose tokens are made out for the two applications of the pool. */
beforeAll(() => {
  process.env.JWT_AUDIENCE = `${DESK},${MEMBERS}`;
  jest.resetModules();
});

afterAll(() => {
  process.env.JWT_AUDIENCE = JWT_AUDIENCE;
});

/** What the two kinds of token open of a person's account. */
async function answersTo(person: Person, path: string, method = 'GET', body?: object) {
  const { id, access } = claimsIn(await run('identity-token', eventOf(person)));
  const tokens = await Promise.all(
    [id, { ...access, aud: undefined }].map((claims) => tokenOf({ role: undefined, ...claims })),
  );
  return Promise.all(tokens.map((token) => call(method, path, { token, body })));
}

const statuses = async (...request: Parameters<typeof answersTo>) =>
  (await answersTo(...request)).map(({ status }) => status);

test('a librarian who has signed in may do what librarians do', async () => {
  const desk = { email: 'guichet@exemple.fr', groups: ['bibliothecaires'] };
  expect(await statuses(desk, '/utilisateurs?limite=1')).toEqual([200, 200]);
  expect(await statuses(desk, '/emprunts/retards')).toEqual([200, 200]);
});

/** A member, made by a librarian who has signed in. */
async function newMember(): Promise<{ id: string; email: string }> {
  const token = await tokenOf({ aud: DESK });
  const { status, body } = await call('POST', '/utilisateurs', { token, body: someone() });
  expect(status).toBe(201);
  return body;
}

test('a reader whom the library knows reads their own account, and no other', async () => {
  const [{ id, email }, other] = [await newMember(), await newMember()];
  expect(await statuses({ email }, userPath(id))).toEqual([200, 200]);
  expect(await statuses({ email }, `${userPath(id)}/emprunts`)).toEqual([200, 200]);
  for (const answer of await answersTo({ email }, userPath(other.id))) expectProblem(answer, 403, 'acces_refuse');
  for (const answer of await answersTo({ email }, '/utilisateurs?limite=1')) expectProblem(answer, 403, 'acces_refuse');
});
