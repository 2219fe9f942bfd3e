import type { Change } from '../../aws/dynamodb/client.ts';
import { changeHolding, isDue, isFree, isHeld } from '../../aws/dynamodb/holding.ts';
import { type BookItem, bookKey, TABLE } from './items.ts';

/** One UpdateItem: takes a copy for a loan when one is left. */
export const takeCopy = (bookId: string, loanId: string, due: string) =>
  update(bookId, loanId, isHeld, {
    UpdateExpression: 'SET emprunts.#loan = :due',
    ConditionExpression: 'attribute_not_exists(emprunts.#loan) AND size(emprunts) < exemplaires',
    ExpressionAttributeValues: { ':due': due },
    ReturnValues: 'ALL_NEW',
  });

/** One UpdateItem: moves the due date of a copy that the loan holds. */
export const extendCopy = (bookId: string, loanId: string, due: string) =>
  update(bookId, loanId, isDue(due), {
    UpdateExpression: 'SET emprunts.#loan = :due',
    ConditionExpression: 'attribute_exists(emprunts.#loan)',
    ExpressionAttributeValues: { ':due': due },
    ReturnValues: 'ALL_NEW',
  });

/** One UpdateItem: gives the loan's copy back; refused when it holds none. */
export const returnCopy = (bookId: string, loanId: string) =>
  update(bookId, loanId, isFree, {
    UpdateExpression: 'REMOVE emprunts.#loan',
    ConditionExpression: 'attribute_exists(emprunts.#loan)',
  });

const update = (bookId: string, loanId: string, isDone: typeof isHeld, change: Change) =>
  changeHolding<BookItem>(TABLE, bookKey(bookId), loanId, isDone, change);
