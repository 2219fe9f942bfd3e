import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { restartClock, stopClock } from '../../support/clock.ts';
import { fallAsleep, mend } from '../../support/faults.ts';
import { time } from '../../support/gateway.ts';
import { violations } from '../../support/invariants.ts';
import { journalLines } from '../../support/journal.ts';
import { getLoan, giveBack, lend, newBook, newLoan, newUser, renew } from '../../support/loans.ts';
import { emptyTables } from '../../support/read.ts';
import { settleAll } from '../../support/reconciler.ts';
import { requestsOf } from '../../support/wire.ts';

/**
 * A function that is out of time answers 503 in the middle of its work. Lambda then puts it to sleep, and
 * it goes on where it was when it is next called: before or after the reconciler has been, or another try.
 */

beforeAll(stopClock);
afterAll(restartClock);
afterEach(async () => {
  expect(mend()).toBe(0);
  await emptyTables();
});

/** Has the call answered while it sleeps, and then wakes it up. Nothing may go out from there. */
async function sleepThrough(
  command: string,
  act: () => Promise<{ status: number; headers: Record<string, string> }>,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const wakeUp = fallAsleep(`Invoke ${command}`);
  // What is kept for the answer, and as much again for all that comes before the command.
  time.left = 1_000;
  const answer = await act().finally(() => {
    time.left = 10_000;
  });
  expect(answer.status).toBe(503);
  await meanwhile();
  const requests = await requestsOf(() => {
    wakeUp();
    return sleep(100);
  });
  expect(requests).toEqual([]);
}

const expectAllRight = async () => expect(await violations({ settled: true })).toEqual([]);

/** When it wakes up, and what has settled its loan by the end. */
const MOMENTS: [string, { before?: () => Promise<unknown>; after?: () => Promise<unknown> }][] = [
  ['after the reconciler', { before: settleAll }],
  ['before the reconciler', { after: settleAll }],
];

describe.each(MOMENTS)('woken up %s', (_, { before = async () => {}, after = async () => {} }) => {
  const through = async (command: string, act: () => ReturnType<typeof lend>) => {
    await sleepThrough(command, act, async () => {
      await before();
    });
    await after();
    await expectAllRight();
  };

  it.each(['users-open-loan', 'books-take-copy'])('a loan that slept at %s comes to nothing', async (command) => {
    const [user, book] = [await newUser(), await newBook()];
    await through(command, () => lend(user.id, book.id));
    expect((await lend(user.id, book.id)).status).toBe(201);
  });

  it.each(['users-open-loan', 'books-take-copy'])('a renewal that slept at %s comes to nothing', async (command) => {
    const loan = await newLoan();
    await through(command, () => renew(loan.id));
    expect((await getLoan(loan.id)).body).toEqual(loan);
    expect((await renew(loan.id)).body.prolongations).toBe(1);
  });

  it.each(['users-close-loan', 'books-return-copy'])('a return that slept at %s is made', async (command) => {
    const loan = await newLoan();
    await through(command, () => giveBack(loan.id));
    expect((await getLoan(loan.id)).body.statut).toBe('rendu');
  });
});

it('what is said of a return that is left to the reconciler can be found by its request', async () => {
  const loan = await newLoan();
  journalLines.length = 0;
  await sleepThrough(
    'users-close-loan',
    () => giveBack(loan.id),
    async () => {},
  );
  const lines = journalLines.map((line) => JSON.parse(line));
  const own = lines.find(({ route }) => route === 'POST /emprunts/{id}/retour');
  expect(lines.find(({ message }) => message === 'a return is left to the reconciler')).toMatchObject({
    requestId: own.requestId,
  });
  await settleAll();
});
