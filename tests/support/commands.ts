import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { handler as returnHandler } from '../../functions/books/return-copy.ts';
import { handler as titleHandler } from '../../functions/books/standing.ts';
import { handler as takeHandler } from '../../functions/books/take-copy.ts';
import { handler as closeHandler } from '../../functions/users/close-loan.ts';
import { handler as openHandler } from '../../functions/users/open-loan.ts';
import { handler as accountHandler } from '../../functions/users/standing.ts';
import { asFunction } from './wire.ts';

/** The private commands of the users and the books service, sent as the loans service sends them. */

export const DUE = '2999-01-01';

const send = <Reply>(
  functionName: string,
  handler: (command: unknown, context: Context) => Promise<Reply>,
  command: object,
): Promise<Reply> =>
  asFunction(functionName, () => handler(command, { awsRequestId: randomUUID(), functionName } as Context));

export const accountOf = async (userId: string) =>
  (await send('users-standing', accountHandler, { utilisateur_ids: [userId] })).comptes[0];

export const titleOf = async (bookId: string) =>
  (await send('books-standing', titleHandler, { livre_ids: [bookId] })).livres[0];

export const openLoan = (utilisateur_id: string, emprunt_id: string, version: number, date_echeance = DUE) =>
  send('users-open-loan', openHandler, { utilisateur_id, emprunt_id, version, date_echeance });

export const closeLoan = (utilisateur_id: string, emprunt_id: string, penalite: object | null = null) =>
  send('users-close-loan', closeHandler, { utilisateur_id, emprunt_id, penalite });

export const takeCopy = (livre_id: string, emprunt_id: string, version: number, date_echeance = DUE) =>
  send('books-take-copy', takeHandler, { livre_id, emprunt_id, version, date_echeance });

export const returnCopy = (livre_id: string, emprunt_id: string) =>
  send('books-return-copy', returnHandler, { livre_id, emprunt_id });

/** Gives a new loan its slot, whatever the rules say. @returns the loan's id */
export async function newSlot(userId: string): Promise<string> {
  const loanId = randomUUID();
  while ((await openLoan(userId, loanId, (await accountOf(userId))?.version ?? 0)).resultat !== 'fait');
  return loanId;
}

/** Gives a new loan a copy of the book, when one is left. @returns the loan's id */
export async function newTaking(bookId: string, due = DUE): Promise<string> {
  const loanId = randomUUID();
  for (;;) {
    const title = await titleOf(bookId);
    if (!title || Object.keys(title.emprunts).length >= title.exemplaires) throw new Error('no copy is left');
    if ((await takeCopy(bookId, loanId, title.version, due)).resultat === 'fait') return loanId;
  }
}
