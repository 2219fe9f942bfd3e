import { expect, test } from '@jest/globals';
import { newBook, search } from '../support/books.ts';
import { everyTest } from '../support/every-test.ts';
import { ALWAYS, cancelled, conflict, fail, mend, throttled, throttledAccount } from '../support/faults.ts';
import { expectProblem } from '../support/problems.ts';
import { getUser, newPenalty, pay, verification } from '../support/users.ts';
import type { Handler } from '../support/wire.ts';

/** What DynamoDB turns away under load, which DynamoDB Local never does, is asked again. */

everyTest({ leaves: 'settled', calm: true });

const OVERLOADS: [what: string, how: Handler][] = [
  ['meets another transaction', cancelled('TransactionConflict', 'None')],
  ['comes while a transaction holds its item', conflict],
  ['is a transaction too many', cancelled('None', 'ThrottlingError')],
  ['is too much for its table', throttled],
  ['is too much for the account', throttledAccount],
];

test.each(OVERLOADS)('a payment that %s is made all the same, and once', async (_, how) => {
  const penalty = await newPenalty(3);
  fail({ match: 'TransactWriteItems', times: 2, how });
  expect((await pay(penalty, 1)).body.reste_a_payer).toBe(2);
  expect((await verification(penalty.utilisateur_id)).total_impaye).toBe(2);
});

test.each(OVERLOADS)('a read that %s is answered all the same', async (_, how) => {
  const [{ utilisateur_id }, book] = [await newPenalty(), await newBook()];
  for (const match of ['GetItem', 'Query', 'BatchGetItem']) fail({ match, how });
  expect((await getUser(utilisateur_id)).status).toBe(200);
  expect(await search({ titre: book.titre })).toEqual([{ ...book, disponibles: 1 }]);
});

test('a payment that always meets another transaction is a 503, and nothing is paid', async () => {
  const penalty = await newPenalty(3);
  fail({ match: 'TransactWriteItems', times: ALWAYS, how: cancelled('TransactionConflict', 'None') });
  expectProblem(await pay(penalty, 1), 503, 'service_indisponible');
  mend();
  expect((await verification(penalty.utilisateur_id)).total_impaye).toBe(3);
});
