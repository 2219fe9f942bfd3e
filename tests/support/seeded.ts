import { today } from '../../lib/runtime/clock.ts';
import { bookGroups } from '../../seed/books/seed.ts';
import { seedData } from '../../seed/data.ts';
import { loanGroups } from '../../seed/loans/seed.ts';
import { userGroups } from '../../seed/users/seed.ts';
import { type BookItem, type LoanItem, type UserItem, writeItems } from './read.ts';

/** Fills the tables with what `seed()` writes, in batches: its many transactions take DynamoDB Local some seconds. */
export async function writeSeed(): Promise<void> {
  const data = seedData(today());
  await Promise.all([
    writeItems('users', userGroups(data).flat() as UserItem[]),
    writeItems('books', bookGroups(data).flat() as BookItem[]),
    writeItems('loans', loanGroups(data).flat() as LoanItem[]),
  ]);
}
