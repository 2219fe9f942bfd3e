import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { forward, forwardPast, restartClock, stopClock } from '../support/clock.ts';
import { scan } from '../support/copies.ts';
import { cancel, newHold, notifyHolds, reserve, sweepHolds, titleAllOut } from '../support/holds.ts';
import { violations } from '../support/invariants.ts';
import { giveBack, keyed, lend, newBook, newLoan, newUser, owe, renew } from '../support/loans.ts';
import { emptyInbox, inbox } from '../support/mail.ts';
import { runNotices } from '../support/notices.ts';
import { emptyTables } from '../support/read.ts';
import { forgetOld, settleAll, sweep } from '../support/reconciler.ts';
import { deleteUser } from '../support/users.ts';
import { ownStandIn } from './own.ts';
import type { StandIn } from './stand-in/stand-in.ts';

/** The scheduled jobs, with the rights that the template gives them, after functions have been cut off. */

let standIn: StandIn;

beforeAll(async () => {
  standIn = await ownStandIn({}, { configurationSet: 'bibliotheque' });
});
beforeEach(async () => {
  await emptyTables();
  await emptyInbox();
  stopClock();
});
afterEach(async () => {
  expect(await violations({ settled: true })).toEqual([]);
  restartClock();
});
afterAll(() => standIn.close());

/** Ends the function that does the work when it is about to send that command: its caller is given no proper answer. */
async function cutAt(command: string, work: () => Promise<unknown>): Promise<void> {
  standIn.front.cut = ({ kind }) => kind.endsWith(command);
  await expect(work()).rejects.toThrow('500');
  standIn.front.cut = () => false;
}

/** Does something of its own when a function is about to send that command, which then comes too late. */
function meanwhile(command: string, work: () => Promise<unknown>): void {
  standIn.front.cut = async ({ kind }) => {
    if (!kind.endsWith(command)) return false;
    standIn.front.cut = () => false;
    await work();
    return false;
  };
}

it.each<[string, string]>([
  ['account', 'users-open-loan'],
  ['title', 'books-take-copy'],
])('a loan and a renewal that were cut off before the %s had them are undone or finished', async (_, command) => {
  const [{ id }, book, loan] = [await newUser(), await newBook(), await newLoan()];
  await cutAt(command, () => lend(id, book.id));
  await cutAt(command, () => renew(loan.id));
  await settleAll();
});

it.each<[string, string]>([
  ['account', 'users-close-loan'],
  ['title', 'books-return-copy'],
])('a return that was cut off before the %s had it is finished', async (_, command) => {
  const { id, date_echeance } = await newLoan();
  forwardPast(date_echeance);
  await cutAt(command, () => giveBack(id));
  await settleAll();
});

it.each<[string, string, string]>([
  ['account', 'users-open-hold', 'users-close-hold'],
  ['title', 'books-place-hold', 'books-leave-queue'],
])('a hold and its end that were cut off before the %s had them are undone or finished', async (_, place, leave) => {
  const { book } = await titleAllOut();
  const [{ id }, hold] = [await newUser(), await newHold(book.id)];
  await cutAt(place, () => reserve(id, book.id));
  await cutAt(leave, () => cancel(hold.id));
  await settleAll();
});

it('what is refused by what has happened meanwhile is undone by the request itself', async () => {
  const { book, loans } = await titleAllOut();
  const [free, another] = [await newBook(), await newBook()];
  const [first, second, third] = [await newUser(), await newUser(), await newUser()];
  meanwhile('books-take-copy', async () => lend(second.id, free.id));
  expect((await lend(first.id, free.id)).status).toBe(409);
  meanwhile('users-open-loan', () => owe(first.id));
  expect((await lend(first.id, another.id)).status).toBe(409);
  meanwhile('users-open-hold', () => owe(second.id));
  expect((await reserve(second.id, book.id)).status).toBe(409);
  meanwhile('books-place-hold', () => giveBack(loans[0]?.id as string));
  expect((await reserve(third.id, book.id)).status).toBe(409);
  expect((await scan('INCONNU', keyed())).status).toBe(404);
});

it('the deletion of somebody whose loan, hold and deletion were cut off comes to its end', async () => {
  const { book, loans } = await titleAllOut();
  const [{ id }, free] = [await newUser(), await newBook()];
  await giveBack((await newLoan(id)).id);
  await cancel((await newHold(book.id, id)).id);
  await cutAt('users-open-loan', () => lend(id, free.id));
  await cutAt('users-open-hold', () => reserve(id, book.id));
  await cutAt('loans-forget', () => deleteUser(id));
  forward({ ms: 60_000 });
  expect(await sweep()).toMatchObject({ suppressions_restantes: 0 });
  expect(loans).toHaveLength(1);
});

it('old loans lose their borrower, and old holds go', async () => {
  const { book, loans } = await titleAllOut();
  await cancel((await newHold(book.id)).id);
  await giveBack((await newLoan()).id);
  forwardPast(loans[0]?.date_echeance as string);
  await giveBack(loans[0]?.id as string);
  forward({ days: 121 });
  await forgetOld();
});

it('the notices of the day go, then that of a hold, and the copy that nobody fetches goes on', async () => {
  const { book, loans } = await titleAllOut();
  await newHold(book.id);
  await newHold(book.id);
  forwardPast(loans[0]?.date_echeance as string);
  expect(await runNotices()).toMatchObject({ notifications_envoyees: 1 });
  await giveBack(loans[0]?.id as string);
  expect(await notifyHolds()).toMatchObject({ notifications_envoyees: 1 });
  forward({ days: 20 });
  expect(await sweepHolds()).toMatchObject({ expirees: 1, restantes: 0 });
  expect(await notifyHolds()).toMatchObject({ notifications_envoyees: 2 });
  expect(await inbox()).toHaveLength(4);
});
