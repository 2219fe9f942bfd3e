import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { made, newUser } from '../../support/api.ts';
import { forwardPast } from '../../support/clock.ts';
import { newCopy, scan } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import {
  cancel,
  getHold,
  holdsOf,
  newHold,
  notifyHolds,
  queueOf,
  reserve,
  shelf,
  suspend,
  sweepHolds,
  titleAllOut,
} from '../../support/holds.ts';
import { availability, giveBack, lend } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { type BookItem, isBook, readTable, writeItems } from '../../support/read.ts';
import { tap } from '../../support/wire.ts';
import { costOf } from '../costing.ts';

/** What the calls about holds send, over the three services together: see cost.test.ts. */

everyTest({ mails: true });

const TABLE = `
reserve                               2 BatchGetItem (2), Invoke books-place-hold, Invoke books-standing, Invoke users-open-hold, Invoke users-standing, 2 PutItem (5), 2 UpdateItem (2)
read a hold                           BatchGetItem (1), GetItem (1), Invoke books-holds
list the holds of a person            BatchGetItem (1), Invoke books-holds, Query (0.5)
list a queue                          BatchGetItem (1), Invoke books-holds
suspend                               2 BatchGetItem (2), 2 GetItem (2), 2 Invoke books-holds, Invoke books-suspend-hold, PutItem (2)
cancel                                BatchGetItem (1), 3 GetItem (3), Invoke books-holds, Invoke books-leave-queue, Invoke users-close-hold, 4 PutItem (11)
take back                             3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 4 PutItem (11)
take back for one who waits           3 GetItem (3), Invoke books-return-copy, Invoke users-close-loan, 4 PutItem (12)
scan for one who waits                3 BatchGetItem (3), 3 GetItem (3), Invoke books-return-copy, Invoke books-standing, Invoke users-close-loan, Invoke users-standing, 4 PutItem (12)
list the shelf                        2 BatchGetItem (2), Invoke books-holds, Invoke users-standing, Query (0.5)
tell one person                       4 BatchGetItem (4), GetItem (1), 2 Invoke books-holds, Invoke books-settle-titles, Invoke users-standing, 2 PutItem (4), 6 Query (0.5), SendEmail
tell nobody                           Invoke books-holds, Invoke books-settle-titles, 6 Query (0)
lend what is set aside                2 BatchGetItem (2), 3 GetItem (3), Invoke books-standing, Invoke books-take-copy, Invoke users-close-hold, Invoke users-open-loan, Invoke users-standing, 4 PutItem (10), TransactWriteItems of 2, UpdateItem (1)
sweep what has expired                BatchGetItem (1), 4 GetItem (4), Invoke books-holds, Invoke books-leave-queue, Invoke books-settle-titles, Invoke users-close-hold, 5 PutItem (14), Query (0.5)
sweep nothing                         Invoke books-settle-titles, Query (0)
`;

it('every call about holds sends what the table says', async () => {
  const lines: string[] = [];
  const row = async (name: string, work: () => Promise<unknown>) => {
    lines.push(`${name.padEnd(38)}${await costOf(work)}`);
  };
  const { book, loans } = await titleAllOut(2);
  const [person, other] = [await newUser(), await newUser()];
  await row('reserve', () => reserve(person.id, book.id));
  const [hold] = await holdsOf(person.id);
  const id = hold?.id as string;
  await row('read a hold', () => getHold(id));
  await row('list the holds of a person', () => holdsOf(person.id));
  await row('list a queue', () => queueOf(book.id));
  await row('suspend', () => suspend(id, '2999-01-01'));
  await row('cancel', () => cancel(id));
  await row('take back', () => giveBack(loans[1]?.id as string));
  made(await lend(other.id, book.id));
  const again = await newHold(book.id, person.id);
  await row('take back for one who waits', () => giveBack(loans[0].id));
  const { loans: scanned, book: waitedFor } = await titleAllOut();
  const last = await newHold(waitedFor.id);
  await row('scan for one who waits', () => scan(scanned[0].code_barres));
  await cancel(last.id);
  await row('list the shelf', () => shelf());
  await row('tell one person', () => notifyHolds());
  await cancel(again.id);
  await row('tell nobody', () => notifyHolds());
  made(await lend((await newUser()).id, book.id));
  const fetched = await newHold(book.id);
  await newCopy(book.id);
  await row('lend what is set aside', () => lend(fetched.utilisateur_id, book.id));
  await newHold(book.id);
  await newCopy(book.id);
  const [late] = await shelf();
  forwardPast(late.date_limite);
  await row('sweep what has expired', () => sweepHolds());
  await row('sweep nothing', () => sweepHolds());
  expect(`\n${lines.join('\n')}\n`).toBe(TABLE);
});

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
