import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { handler as returnHandler } from '../../functions/books/return-copy.ts';
import { handler as takeHandler } from '../../functions/books/take-copy.ts';
import type { TakeCopy } from '../../lib/books/schema.ts';

/** The books service's private commands, as the loans service invokes them. */

const context = () => ({ awsRequestId: randomUUID(), functionName: 'books-private' }) as Context;

export const DUE = '2999-01-01';

export const takeCopy = (bookId: string, over: Partial<TakeCopy> = {}) =>
  takeHandler({ livre_id: bookId, emprunt_id: randomUUID(), nature: 'pret', date_echeance: DUE, ...over }, context());

export const returnCopy = (bookId: string, loanId: string) =>
  returnHandler({ livre_id: bookId, emprunt_id: loanId }, context());

/** A loan that holds a copy of the book. */
export const newTaking = async (bookId: string, due = DUE): Promise<string> => {
  const loanId = randomUUID();
  const outcome = await takeCopy(bookId, { emprunt_id: loanId, date_echeance: due });
  if (outcome.resultat !== 'pris') throw new Error(`no copy taken: ${JSON.stringify(outcome)}`);
  return loanId;
};
