import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { newUser } from '../../support/api.ts';
import { everyTest } from '../../support/every-test.ts';
import { getHold, holdsOf, newHold, queueOf, reserve, titleAllOut } from '../../support/holds.ts';
import { availability, giveBack, lend } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { type BookItem, isBook, readTable, writeItems } from '../../support/read.ts';
import { tap } from '../../support/wire.ts';
import { costOf } from '../costing.ts';

/** What the calls about holds send, over the three services together: see cost.test.ts. */

everyTest({ mails: true });

/** The item of such a title is read in 8 units and written in some 30. */
const RETURN_TO_200 = '3 GetItem (10), Invoke books-return-copy, Invoke users-close-loan, 4 PutItem (40)';
const LOAN_OF_200 =
  '2 BatchGetItem (9), 3 GetItem (10), Invoke books-standing, Invoke books-take-copy, Invoke users-close-hold, Invoke users-open-loan, Invoke users-standing, 4 PutItem (37), TransactWriteItems of 2, UpdateItem (1)';

/** The length of what the books service tells of holds meanwhile. */
async function toldOfHolds(work: () => Promise<unknown>): Promise<number> {
  let length = 0;
  const stop = tap(async ({ kind }, send) => {
    const answer = await send();
    if (kind === 'Invoke books-holds') length += (await (answer as Response).clone().text()).length;
    return answer;
  });
  await work();
  stop();
  return length;
}

it('200 may wait for a title, whose item stays below 40 KB, and a 201st is refused', async () => {
  const { book, loans } = await titleAllOut();
  const first = await newHold(book.id);
  const item = (await readTable('books')).find((one) => isBook(one) && one.id === book.id) as BookItem;
  const [hold] = Object.values(item.reservations ?? {});
  const others = Array.from({ length: 199 }, (_, n) => [
    randomUUID(),
    { ...hold, utilisateur_id: randomUUID(), place: 100 + n },
  ]);
  const full = { ...item, reservations: { ...item.reservations, ...Object.fromEntries(others) } } as BookItem;
  await writeItems('books', [full]);
  expect(JSON.stringify(full).length).toBeLessThan(40_000);
  expect(await availability(book.id)).toMatchObject({ reservations: 200 });
  const answer = await reserve((await newUser()).id, book.id);
  expectProblem(answer, 409, 'reservation_refusee', { motifs: ['file_complete'] });
  expect(await queueOf(book.id)).toHaveLength(200);
  // Nothing of the others is sent for it, who may be many for each of a person's holds.
  for (const read of [() => getHold(first.id), () => holdsOf(first.utilisateur_id)])
    expect(await toldOfHolds(read)).toBeLessThan(1_000);
  expect(await costOf(() => giveBack(loans[0].id))).toBe(RETURN_TO_200);
  expect((await availability(book.id)).disponibles).toBe(0);
  expect(await costOf(() => lend(first.utilisateur_id, book.id))).toBe(LOAN_OF_200);
});
