import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { librarian } from '../support/api.ts';
import { restartClock, stopClock } from '../support/clock.ts';
import { violations } from '../support/invariants.ts';
import { lend, newBook, newUser } from '../support/loans.ts';
import { emptyTables, readLoans } from '../support/read.ts';
import { reconcile, settleAll } from '../support/reconciler.ts';
import { atOnce } from '../support/users.ts';
import { ownStandIn } from './own.ts';
import type { StandIn } from './stand-in/stand-in.ts';

/** A new account, which may run ten functions at once; a loan alone takes three. */

const LIMIT = 10;
const CUT_MS = 120_000;

let standIn: StandIn;

beforeAll(async () => {
  standIn = await ownStandIn({ concurrency: LIMIT });
});
beforeEach(async () => {
  await emptyTables();
  stopClock();
});
afterEach(restartClock);
afterAll(() => standIn.close());

/** The status alone: a gateway that Lambda lets nothing begin answers in words of its own. */
async function lendAnyhow(utilisateur_id: string, livre_id: string): Promise<number> {
  const headers = {
    authorization: `Bearer ${librarian}`,
    'content-type': 'application/json',
    'x-clock': String(Date.now()),
  };
  const body = JSON.stringify({ utilisateur_id, livre_id });
  return (await fetch(`${process.env.API_URL}/emprunts`, { method: 'POST', headers, body })).status;
}

const oneByOne = async <T>(count: number, work: () => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let n = 0; n < count; n += 1) all.push(await work());
  return all;
};

it('ten loans at once come to an end, each answered truly, and those that had no place find one later', async () => {
  const people = await oneByOne(LIMIT, newUser);
  const books = await oneByOne(LIMIT, newBook);
  const statuses = await atOnce(LIMIT, (n) => lendAnyhow(people[n]?.id, books[n]?.id as string));
  expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
  await settleAll();
  expect(await violations({ settled: true })).toEqual([]);
  const lent = (await readLoans()).map(({ utilisateur_id }) => utilisateur_id);
  expect(lent.toSorted()).toEqual(
    people
      .filter((_, n) => statuses[n] === 201)
      .map(({ id }) => id)
      .sort(),
  );
  for (const [n, { id }] of people.entries())
    if (statuses[n] !== 201) expect((await lend(id, books[n]?.id as string)).status).toBe(201);
});

it(
  'the reconciler takes two of the ten places at most, however much there is to settle',
  async () => {
    const people = await oneByOne(LIMIT, newUser);
    const books = await oneByOne(LIMIT, newBook);
    // Each loan is cut off once it has its place on the account.
    standIn.front.cut = ({ kind }) => kind.endsWith('books-take-copy');
    for (const [n, { id }] of people.entries()) expect(await lendAnyhow(id, books[n]?.id as string)).toBe(500);
    standIn.front.cut = () => false;
    standIn.lambda.peak = 0;
    await settleAll();
    expect(standIn.lambda.peak).toBeLessThanOrEqual(2);
    expect(await reconcile()).toMatchObject({ regles: 0, restants: 0 });
    expect(await violations({ settled: true })).toEqual([]);
  },
  CUT_MS,
);
