import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import type { Answer } from '../../support/api.ts';
import { restartClock, stopClock } from '../../support/clock.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { violations } from '../../support/invariants.ts';
import { giveBack, lend, newBook, newLoan, newUser, renew } from '../../support/loans.ts';
import { readLoan, readLoans } from '../../support/loans-table.ts';

/** Writes that were done, whose answer was lost, and that others have overwritten before they were sent again. */

beforeAll(stopClock);
afterAll(restartClock);
afterEach(async () => {
  expect(await violations({ settled: true })).toEqual([]);
  await emptyTables();
});

/** The next write of a record but so many loses its answer, and something else is done before it is sent again. */
function loseAnswerOfWrite(after: number, between: () => Promise<unknown>): void {
  let toPass = after;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'PutItemCommand') return next(args);
        if (toPass > 0) {
          toPass -= 1;
          return next(args);
        }
        client.middlewareStack.remove('loseAnswerOfWrite');
        await next(args);
        await between();
        throw Object.assign(new Error('connection lost (injected)'), { code: 'ECONNRESET' });
      },
    { step: 'finalizeRequest', priority: 'low', name: 'loseAnswerOfWrite' },
  );
}

it('a renewal that was done is answered so, though the book came back since', async () => {
  const { id } = await newLoan();
  loseAnswerOfWrite(1, async () => expect((await giveBack(id)).status).toBe(200));
  const { status, body } = await renew(id);
  expect([status, body.prolongations]).toEqual([200, 1]);
  expect(await readLoan(id)).toMatchObject({ statut: 'rendu', prolongations: 1 });
});

it('a renewal that was done is not done again, though another was made since', async () => {
  const { id } = await newLoan();
  let other: Answer | undefined;
  loseAnswerOfWrite(1, async () => {
    other = await renew(id);
  });
  const { status, body } = await renew(id);
  expect([status, body.prolongations]).toEqual([200, 1]);
  expect([other?.status, other?.body.prolongations]).toEqual([200, 2]);
  expect(await readLoan(id)).toMatchObject({ prolongations: 2 });
});

it('a loan that was made is answered so, though it was renewed and came back since', async () => {
  const [user, book] = [await newUser(), await newBook()];
  loseAnswerOfWrite(1, async () => {
    const [{ id } = { id: '' }] = await readLoans();
    expect((await renew(id)).status).toBe(200);
    expect((await giveBack(id)).status).toBe(200);
  });
  const { status, body } = await lend(user.id, book.id);
  expect([status, body.statut]).toEqual([201, 'en_cours']);
});
