import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { db, refusingItem } from '../../dynamodb.ts';
import { type BookItem, bookKey, TABLE } from './items.ts';

/** What a conditional write came to, with the book as it then is, if there is one. */
export interface Outcome {
  done: boolean;
  book: BookItem | undefined;
}

/** One UpdateItem: takes a copy for a loan when one is left. */
export const takeCopy = (bookId: string, loanId: string, due: string) =>
  update(bookId, {
    UpdateExpression: 'SET emprunts.#loan = :due',
    ConditionExpression: 'attribute_not_exists(emprunts.#loan) AND size(emprunts) < exemplaires',
    ExpressionAttributeNames: { '#loan': loanId },
    ExpressionAttributeValues: { ':due': due },
  });

/** One UpdateItem: moves the due date of a copy that the loan holds. */
export const extendCopy = (bookId: string, loanId: string, due: string) =>
  update(bookId, {
    UpdateExpression: 'SET emprunts.#loan = :due',
    ConditionExpression: 'attribute_exists(emprunts.#loan)',
    ExpressionAttributeNames: { '#loan': loanId },
    ExpressionAttributeValues: { ':due': due },
  });

/** One UpdateItem: gives the loan's copy back; refused when it holds none. */
export const returnCopy = (bookId: string, loanId: string) =>
  update(bookId, {
    UpdateExpression: 'REMOVE emprunts.#loan',
    ConditionExpression: 'attribute_exists(emprunts.#loan)',
    ExpressionAttributeNames: { '#loan': loanId },
  });

async function update(bookId: string, input: Omit<UpdateCommandInput, 'TableName' | 'Key'>): Promise<Outcome> {
  try {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName: TABLE,
        Key: bookKey(bookId),
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        ...input,
      }),
    );
    return { done: true, book: Attributes as BookItem };
  } catch (error) {
    return { done: false, book: refusingItem(error) as BookItem | undefined };
  }
}
