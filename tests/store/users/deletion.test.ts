import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { handler } from '../../../functions/users/sweep.ts';
import { call, newUser } from '../../support/api.ts';
import { accountOf } from '../../support/commands.ts';
import { ALWAYS, fail, mend, rest, unreachable } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { expectProblem } from '../../support/problems.ts';
import { isPenalty, itemsOf, type UserItem, writeItems } from '../../support/read.ts';
import * as users from '../../support/users.ts';
import { asFunction, requestsOf } from '../../support/wire.ts';

const { atOnce, deleteUser, penaltiesPath, penaltyPath, tally, userPath } = users;

const sweep = () =>
  asFunction('users-sweep', () =>
    handler({}, { functionName: 'users-sweep', getRemainingTimeInMillis: () => 300_000 } as Context),
  );

beforeEach(async () => {
  await rest();
  // The random wait before a new attempt is made zero.
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(async () => {
  jest.restoreAllMocks();
  mend();
  expect(await violations({ only: 'users' })).toEqual([]);
});

/** A user with so many closed penalties. */
async function userWithHistory(count: number): Promise<{ id: string; email: string; nom: string }> {
  const user = await newUser();
  if (count === 0) return user;
  await users.waive(await users.newPenalty(1, user.id));
  const penalty = (await itemsOf(user.id)).find(isPenalty) as UserItem;
  const copy = (): UserItem => JSON.parse(JSON.stringify(penalty).replaceAll(penalty.id as string, randomUUID()));
  await writeItems('users', Array.from({ length: count - 1 }, copy));
  return user;
}

/** Has the deletion of an account stop after so many of its transactions. */
async function interrupt(id: string, after: number): Promise<void> {
  fail({ match: 'TransactWriteItems', after, times: ALWAYS, how: unreachable });
  expectProblem(await deleteUser(id), 503, 'service_indisponible');
  mend();
}

it.each([0, 1, 97, 98, 99, 250])('an account with %d closed penalties is deleted and leaves nothing', async (count) => {
  const { id } = await userWithHistory(count);
  expect(await itemsOf(id)).toHaveLength(2 + count);
  const requests = await requestsOf(async () => expect((await deleteUser(id)).status).toBe(204));
  const transactions = requests.filter((request) => request.startsWith('TransactWrite'));
  expect(transactions.length).toBeLessThanOrEqual(1 + Math.ceil((count + 2) / 100));
  expect(await itemsOf(id)).toEqual([]);
});

it('an account of which one penalty is unpaid is not deleted, however long its history is', async () => {
  const { id } = await userWithHistory(99);
  await users.addPenalty(id, 0.01);
  expectProblem(await deleteUser(id), 409, 'suppression_refusee', { motifs: ['penalites_impayees'] });
  expect(await itemsOf(id)).toHaveLength(102);
});

it('an account whose deletion was interrupted is gone for everybody, and is deleted by asking again', async () => {
  const { id, email, nom } = await userWithHistory(210);
  // The one that is left when the deletion stops: the oldest go first.
  const [penalty] = (await call('GET', `${penaltiesPath(id)}?limite=1`)).body.elements;
  await interrupt(id, 2);
  expect((await itemsOf(id)).length).toBeGreaterThan(100);

  for (const path of [userPath(id), `${userPath(id)}/verification`, penaltiesPath(id)])
    expectProblem(await call('GET', path), 404, 'utilisateur_introuvable');
  for (const answer of [await users.patchUser(id, { nom: 'Autre' }), await users.addPenalty(id)])
    expectProblem(answer, 404, 'utilisateur_introuvable');
  const history = [await call('GET', penaltyPath(penalty)), await users.pay(penalty, 1), await users.waive(penalty)];
  for (const answer of history) expectProblem(answer, 404, 'penalite_introuvable');
  expect(await accountOf(id)).toBeNull();
  for (const query of [`email=${email}`, `nom=${nom}`])
    expect((await call('GET', `/utilisateurs?${query}`)).body.elements).toEqual([]);

  const successor = await newUser({ email });
  await interrupt(id, 1);
  const statuses = tally(await atOnce(5, () => deleteUser(id)));
  expect(statuses[204]).toBeGreaterThanOrEqual(1);
  expect((statuses[204] ?? 0) + (statuses[404] ?? 0)).toBe(5);
  expect(await itemsOf(id)).toEqual([]);
  expect((await call('GET', `/utilisateurs?email=${email}`)).body.elements).toEqual([successor]);
});

it('an account whose deletion was interrupted is deleted by the sweep, however often it runs at once', async () => {
  const { id } = await userWithHistory(120);
  await interrupt(id, 1);
  await atOnce(3, sweep);
  expect(await itemsOf(id)).toEqual([]);
  expect(await sweep()).toEqual({ suppressions_terminees: 0 });
});
