import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { restartClock, stopClock } from '../../support/clock.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { violations } from '../../support/invariants.ts';
import { ask, giveBack, keyed, lend, newBook, newLoan, newUser, owe, renew, settleDebt } from '../../support/loans.ts';
import { guard, noAnswerInTime } from '../../support/outgoing.ts';
import { settleAll } from '../../support/reconciler.ts';

/** Requests that nobody waits for any more, and that are carried out all the same, a moment too late. */

/** The command to keep back, the first time it is sent. */
let kept: string | undefined;
let late: (() => Promise<unknown>) | undefined;

beforeAll(() => {
  guard(async ({ functionName }, send) => {
    if (kept === undefined || functionName !== kept) return send();
    kept = undefined;
    late = send;
    throw noAnswerInTime();
  });
  stopClock();
});
afterAll(restartClock);
afterEach(async () => {
  kept = undefined;
  await settleAll();
  const wrong = await violations({ settled: true });
  await emptyTables();
  expect(wrong).toEqual([]);
});

/** Does it with a command kept back, which is carried out only once all else is over. */
async function withLate(command: string, act: () => Promise<{ status: number }>, between: () => Promise<unknown>) {
  kept = command;
  const { status } = await act();
  await between();
  await late?.();
  return status;
}

const nothing = async () => {};

it('a slot is not taken for a loan that was refused since', async () => {
  const [user, book] = [await newUser(), await newBook({ exemplaires: 0 })];
  expect([409, 503]).toContain(await withLate('users-open-loan', () => lend(user.id, book.id), nothing));
});

it('a copy is not taken for a loan that was refused since', async () => {
  const [user, out] = [await newUser(), await newLoan()];
  const act = () => lend(user.id, out.livre_id);
  expect([409, 503]).toContain(await withLate('books-take-copy', act, () => giveBack(out.id)));
});

it('a slot is not moved for a renewal that was refused since', async () => {
  const loan = await newLoan();
  const debt = await owe(loan.utilisateur_id, 1);
  const pay = () => settleDebt(loan.utilisateur_id, debt.id, 1);
  expect([409, 503]).toContain(await withLate('users-open-loan', () => renew(loan.id), pay));
});

it('a slot is not freed for a loan that was made since under the same key', async () => {
  const [user, book, key] = [await newUser(), await newBook({ exemplaires: 0 }), keyed(randomUUID())];
  const again = async () => {
    await ask('PATCH', `/livres/${book.id}`, { body: { exemplaires: 1 } });
    await lend(user.id, book.id, key);
  };
  expect([409, 503]).toContain(await withLate('users-close-loan', () => lend(user.id, book.id, key), again));
});

it('a record is not removed that was made since under the same key, though the removal is sent again', async () => {
  const [user, book, key] = [await newUser(), await newBook({ exemplaires: 0 }), keyed(randomUUID())];
  let removals = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'DeleteItemCommand') return next(args);
        removals += 1;
        if (removals === 1) {
          await next(args);
          throw Object.assign(new Error('connection lost (injected)'), { code: 'ECONNRESET' });
        }
        await ask('PATCH', `/livres/${book.id}`, { body: { exemplaires: 1 } });
        expect((await lend(user.id, book.id, key)).status).toBe(201);
        return next(args);
      },
    { step: 'finalizeRequest', priority: 'low', name: 'loseRemoval' },
  );
  const { status } = await lend(user.id, book.id, key);
  client.middlewareStack.remove('loseRemoval');
  expect([status, removals]).toEqual([503, 2]);
});

describe.each([
  [
    'a slot',
    async () => {
      const user = await newUser();
      const debt = await owe(user.id, 1);
      return { userId: user.id, bookId: (await newBook()).id, allow: () => settleDebt(user.id, debt.id, 1) };
    },
    process.env.UTILISATEURS_TABLE,
  ],
  [
    'a slot that was taken, and no copy,',
    async () => ({
      userId: (await newUser()).id,
      bookId: (await newBook({ exemplaires: 0 })).id,
      allow: nothing as () => Promise<unknown>,
    }),
    process.env.UTILISATEURS_TABLE,
  ],
  [
    'a copy',
    async () => {
      const out = await newLoan();
      return { userId: (await newUser()).id, bookId: out.livre_id, allow: () => giveBack(out.id) };
    },
    process.env.LIVRES_TABLE,
  ],
])('%s whose update DynamoDB’s client has sent again', (_, prepare, table) => {
  it('is not taken by the first, which comes late, for a loan that is no more', async () => {
    const { userId, bookId, allow } = await prepare();
    let first: (() => Promise<unknown>) | undefined;
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const isIt =
            commandName === 'UpdateItemCommand' && (args.input as { TableName?: string }).TableName === table;
          if (!isIt || first) return next(args);
          first = () => next(args);
          throw Object.assign(new Error('connection lost (injected)'), { code: 'ECONNRESET' });
        },
      { step: 'finalizeRequest', priority: 'low', name: 'keepFirst' },
    );
    const { status } = await lend(userId, bookId);
    client.middlewareStack.remove('keepFirst');
    await allow();
    // Refused by then, it does no harm.
    await first?.().catch(() => {});
    expect(status).toBe(503);
  });
});
