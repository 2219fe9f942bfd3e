import { invoke } from '../aws/command.ts';
import { toCents } from '../values/money.ts';
import type { Asked } from './decide.ts';
import type { Borrowed } from './record.ts';
import { Accounts, Done, DoneOrMoved, type NewLoan, Titles, UnpaidPenalties } from './schema.ts';

/** The private commands of the other services, as this service sends them and reads their answers. */

/** A person as they are written to. */
export interface Borrower {
  nom: string;
  prenom: string;
  email: string;
}

/** How an account stands and whom to write to; `null` when there is no such account. */
export async function askAccount(userId: string) {
  const { comptes } = await invoke('users-standing', { utilisateur_ids: [userId] }, Accounts);
  const [account] = comptes;
  return account ? { ...account, impaye: toCents(account.total_impaye) } : null;
}

async function askTitle(bookId: string) {
  const { livres } = await invoke('books-standing', { livre_ids: [bookId] }, Titles);
  return livres[0] ?? null;
}

/** Asks at once how the account and the title stand, apart from what is known. */
export async function ask({ utilisateur_id, livre_id }: NewLoan, known?: Asked): Promise<Asked> {
  const [account, title] = await Promise.all([
    known?.account ?? askAccount(utilisateur_id),
    known?.title ?? askTitle(livre_id),
  ]);
  return { account, title };
}

const isDone = async (name: string, command: object) => (await invoke(name, command, DoneOrMoved)).resultat === 'fait';

/** Gives the loan its slot until that day. @returns false when the account has moved since it was asked */
export const openLoan = ({ utilisateur_id, id: emprunt_id }: Borrowed, date_echeance: string, version: number) =>
  isDone('users-open-loan', { utilisateur_id, emprunt_id, date_echeance, version });

/** Gives the loan a copy until that day. @returns false when the title has moved since it was asked */
export const takeCopy = ({ livre_id, id: emprunt_id }: Borrowed, date_echeance: string, version: number) =>
  isDone('books-take-copy', { livre_id, emprunt_id, date_echeance, version });

/** Frees the person's slot and, when the loan has a penalty, charges it. */
export const closeLoan = ({ utilisateur_id, id: emprunt_id, penalite }: Borrowed) =>
  invoke('users-close-loan', { utilisateur_id, emprunt_id, penalite }, Done);

/** Gives the copy back. */
export const returnCopy = ({ livre_id, id: emprunt_id }: Borrowed) =>
  invoke('books-return-copy', { livre_id, emprunt_id }, Done);

/** Asks, of a hundred loans at most, which are owed for. @returns the ids of the unpaid penalties */
export async function askUnpaid(loans: readonly Borrowed[]): Promise<ReadonlySet<string>> {
  const penalites = loans.flatMap(({ utilisateur_id, penalite }) =>
    penalite ? { utilisateur_id, id: penalite.id } : [],
  );
  if (penalites.length === 0) return new Set();
  return new Set((await invoke('users-penalties', { penalites }, UnpaidPenalties)).impayees);
}
