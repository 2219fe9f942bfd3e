import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { db, refusal } from '../../dynamodb.ts';
import { Failure } from '../../failure.ts';
import { type BookItem, bookKey, TABLE } from './items.ts';

/** What a conditional write came to, with the book as it then is, if there is one. */
export interface Outcome {
  done: boolean;
  book: BookItem | undefined;
}

/** Whether something has been done, by the due date that the loan then has there, if any. */
type IsDone = (due: string | undefined) => boolean;
const isHeld: IsDone = (due) => due !== undefined;
const isFree: IsDone = (due) => due === undefined;
const isDue =
  (asked: string): IsDone =>
  (due) =>
    due === asked;

/** One UpdateItem: takes a copy for a loan when one is left. */
export const takeCopy = (bookId: string, loanId: string, due: string) =>
  update(bookId, loanId, isHeld, {
    UpdateExpression: 'SET emprunts.#loan = :due',
    ConditionExpression: 'attribute_not_exists(emprunts.#loan) AND size(emprunts) < exemplaires',
    ExpressionAttributeValues: { ':due': due },
  });

/** One UpdateItem: moves the due date of a copy that the loan holds. */
export const extendCopy = (bookId: string, loanId: string, due: string) =>
  update(bookId, loanId, isDue(due), {
    UpdateExpression: 'SET emprunts.#loan = :due',
    ConditionExpression: 'attribute_exists(emprunts.#loan)',
    ExpressionAttributeValues: { ':due': due },
  });

/** One UpdateItem: gives the loan's copy back; refused when it holds none. */
export const returnCopy = (bookId: string, loanId: string) =>
  update(bookId, loanId, isFree, {
    UpdateExpression: 'REMOVE emprunts.#loan',
    ConditionExpression: 'attribute_exists(emprunts.#loan)',
  });

/**
 * @param isDone whether what was asked shows in the book, however it came there
 * @throws Failure `service_indisponible` when a refusal is not the last word: an earlier attempt of the
 * same request was not answered, and may still be carried out
 */
async function update(
  bookId: string,
  loanId: string,
  isDone: IsDone,
  input: Pick<UpdateCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>,
): Promise<Outcome> {
  try {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName: TABLE,
        Key: bookKey(bookId),
        ExpressionAttributeNames: { '#loan': loanId },
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        ...input,
      }),
    );
    return { done: true, book: Attributes as BookItem };
  } catch (error) {
    const { item, unsure } = refusal<BookItem>(error);
    if (unsure && item && !isDone(item.emprunts[loanId])) {
      throw new Failure('service_indisponible', { cause: error });
    }
    return { done: false, book: item };
  }
}
