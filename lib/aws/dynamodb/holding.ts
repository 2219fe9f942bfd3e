import { type Change, type Key, type Outcome, updateItem } from './client.ts';

/** What holds loans by their ids: an account its slots, a book its copies. */
interface Holder {
  /** Loan id → due date. */
  emprunts: Record<string, string>;
}

/** Whether what was asked is done, by the due date that the loan then has there, if any. */
type IsDone = (due: string | undefined) => boolean;
export const isHeld: IsDone = (due) => due !== undefined;
export const isFree: IsDone = (due) => due === undefined;
export const isDue =
  (asked: string): IsDone =>
  (due) =>
    due === asked;

/** One UpdateItem of what holds a loan; `#loan` names it in the change. @throws as `updateItem` */
export const changeHolding = <T extends Holder>(
  table: string,
  key: Key,
  loanId: string,
  isDone: IsDone,
  change: Change,
): Promise<Outcome<T>> =>
  updateItem<T>(
    { TableName: table, Key: key, ExpressionAttributeNames: { '#loan': loanId }, ...change },
    ({ emprunts }) => isDone(emprunts[loanId]),
  );
