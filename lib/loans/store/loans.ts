import { getItem, getItems } from '../../aws/dynamodb/read.ts';
import { Moved } from '../../aws/dynamodb/retry.ts';
import { change, deleteAt, putAt } from '../../aws/dynamodb/versioned.ts';
import { type Step, write, writeOne } from '../../aws/dynamodb/write.ts';
import type { InTransit, LoanRecord } from '../record.ts';
import { itemOf, type LoanItem, loanKey, TABLE } from './items.ts';

/** The loans' records, one item each, written at the version that was read. */

/** Reads a record by GetItem. */
export const readLoan = (id: string) => getItem<LoanItem>(TABLE, loanKey(id));

/** Reads up to a hundred records by BatchGetItem, in the order of the ids. */
export const readLoans = async (ids: readonly string[]) =>
  ids.length > 0 ? getItems<LoanItem>(TABLE, ids.map(loanKey)) : [];

/** The record of a loan in the middle of something, at its version. */
export type TransitItem = LoanItem & InTransit;

interface More {
  /** What is written in the same transaction. */
  also?: readonly Step[];
  /** Whether a record that has moved shows that this very write was done. */
  isDone?: (present: LoanItem) => boolean;
}

/**
 * Writes the loan's next state, or its first: by PutItem, or by TransactWriteItems when there is more to write.
 * @throws Moved when the record is no longer the one read
 */
export async function writeLoan<T extends LoanRecord>(
  seen: LoanItem | undefined,
  loan: T,
  { also = [], isDone }: More = {},
): Promise<LoanItem & T> {
  const step = putAt<LoanItem>(TABLE, seen, itemOf(loan));
  let written = step.write.Put?.Item;
  const refused = (present: object | undefined) => {
    if (!present || !isDone?.(present as LoanItem)) return new Moved();
    written = present;
    return undefined;
  };
  await write([...also, { ...step, refused }]);
  return written as LoanItem & T;
}

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

/** Deletes a record by DeleteItem, unless it is gone already. @throws Moved */
export const removeLoan = (seen: LoanItem): Promise<void> =>
  writeOne({ ...deleteAt(TABLE, seen), refused: (present) => (present ? new Moved() : undefined) });
