import { getItem, getItems } from '../../aws/dynamodb/read.ts';
import { Moved } from '../../aws/dynamodb/retry.ts';
import { change } from '../../aws/dynamodb/versioned.ts';
import type { Step } from '../../aws/dynamodb/write.ts';
import type { InTransit, LoanRecord } from '../record.ts';
import { type BorrowedItem, itemOf, type LoanItem, loanKey, TABLE } from './items.ts';
import { type More, writeRecord } from './records.ts';

/** The loans' records, one item each, written at the version that was read. */

/** Reads a record by GetItem. */
export const readLoan = (id: string) => getItem<LoanItem>(TABLE, loanKey(id));

/** Reads up to a hundred records by BatchGetItem, in the order of the ids. */
export const readLoans = async (ids: readonly string[]) =>
  ids.length > 0 ? getItems<LoanItem>(TABLE, ids.map(loanKey)) : [];

/** The record of a loan in the middle of something, at its version. */
export type TransitItem = LoanItem & InTransit;

/**
 * Writes the loan's next state, or its first.
 * @throws Moved when the record is no longer the one read
 */
export const writeLoan = <T extends LoanRecord>(
  seen: LoanItem | undefined,
  loan: T,
  more?: More<LoanItem>,
): Promise<LoanItem & T> => writeRecord(seen, itemOf(loan), more) as Promise<LoanItem & T>;

/**
 * Reads a record, decides on it and writes its next state, again and again until nobody came in between.
 * @param decide must recognise its own effect: the answer to its write may have been lost
 */
export const changeLoan = <R>(
  id: string,
  decide: (seen: LoanItem | undefined) => { answer: R; next?: LoanRecord },
): Promise<R> =>
  change<LoanItem, R>(TABLE, loanKey(id), (seen) => {
    const { answer, next } = decide(seen);
    return { answer, ...(next && { next: itemOf(next) }) };
  });

/** The step that is refused once the loan has forgotten its borrower, or is gone. */
export const whileBorrowed = ({ id, utilisateur_id }: Pick<BorrowedItem, 'id' | 'utilisateur_id'>): Step => ({
  write: {
    ConditionCheck: {
      TableName: TABLE,
      Key: loanKey(id),
      ConditionExpression: 'utilisateur_id = :borrower',
      ExpressionAttributeValues: { ':borrower': utilisateur_id },
    },
  },
  refused: () => new Moved(),
});
