import { Moved } from '../../aws/dynamodb/retry.ts';
import type { Step } from '../../aws/dynamodb/write.ts';
import type { InTransit, LoanRecord } from '../record.ts';
import { type BorrowedItem, itemOf, type LoanItem, loanKey, TABLE } from './items.ts';
import { records } from './records.ts';

/** The records of loans. */
export const loanRecords = records<LoanRecord, LoanItem>(loanKey, itemOf);

export const { read: readLoan, readMany: readLoans, write: writeLoan, change: changeLoan } = loanRecords;

/** The record of a loan in the middle of something, at its version. */
export type TransitItem = LoanItem & InTransit;

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
