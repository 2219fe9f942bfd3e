import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { restartClock, stopClock } from '../../support/clock.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { violations } from '../../support/invariants.ts';
import { ask, getLoan, giveBack, keyed, lend, newBook, newLoan, newUser, renew } from '../../support/loans.ts';
import { guard } from '../../support/outgoing.ts';
import { settleAll } from '../../support/reconciler.ts';

/**
 * A function that has answered in the middle of its work, being out of time, is put to sleep by Lambda
 * and goes on where it was when it is next called: here, after the reconciler has been.
 */

/** The command whose answer is kept back, the first time it is sent, until the work may go on. */
let asleepAt: string | undefined;
let fallsAsleep: PromiseWithResolvers<void>;
let wakesUp: PromiseWithResolvers<void>;

beforeAll(() => {
  guard(async ({ functionName }, send) => {
    const answer = await send();
    if (functionName !== asleepAt) return answer;
    asleepAt = undefined;
    fallsAsleep.resolve();
    await wakesUp.promise;
    return answer;
  });
  stopClock();
});
afterAll(restartClock);
afterEach(emptyTables);

async function sleepThrough(
  command: string,
  act: () => Promise<{ status: number }>,
  meanwhile = async () => {},
): Promise<number> {
  [asleepAt, fallsAsleep, wakesUp] = [command, Promise.withResolvers(), Promise.withResolvers()];
  const answer = act();
  await fallsAsleep.promise;
  await settleAll();
  await meanwhile();
  wakesUp.resolve();
  return (await answer).status;
}

const expectAllRight = async () => expect(await violations({ settled: true })).toEqual([]);

it.each(['users-open-loan', 'books-take-copy'])('a loan that slept at %s comes to nothing', async (command) => {
  const [user, book] = [await newUser(), await newBook()];
  expect(await sleepThrough(command, () => lend(user.id, book.id))).toBe(503);
  await expectAllRight();
  expect((await lend(user.id, book.id)).status).toBe(201);
});

it.each(['users-open-loan', 'books-take-copy'])(
  'a renewal that slept at %s comes to nothing or is made anew',
  async (command) => {
    const loan = await newLoan();
    const status = await sleepThrough(command, () => renew(loan.id));
    expect([200, 503]).toContain(status);
    expect((await getLoan(loan.id)).body.prolongations).toBe(status === 200 ? 1 : 0);
    await expectAllRight();
  },
);

it.each(['users-close-loan', 'books-return-copy'])('a return that slept at %s is made', async (command) => {
  const loan = await newLoan();
  expect(await sleepThrough(command, () => giveBack(loan.id))).toBe(200);
  await expectAllRight();
});

it('a refused loan that slept does not undo the one that was made since under its key', async () => {
  const [user, book, key] = [await newUser(), await newBook({ exemplaires: 0 }), keyed()];
  const first = () => lend(user.id, book.id, key);
  const status = await sleepThrough('books-take-copy', first, async () => {
    await ask('PATCH', `/livres/${book.id}`, { body: { exemplaires: 1 } });
    expect((await lend(user.id, book.id, key)).status).toBe(201);
  });
  expect([409, 503]).toContain(status);
  await expectAllRight();
});
