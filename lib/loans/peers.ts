import { invoke } from '../aws/command.ts';
import { toCents } from '../values/money.ts';
import type { Asked } from './decide.ts';
import type { Borrowed } from './record.ts';
import { Accounts, Done, DoneOrMoved, type NewLoan, Titles, UnpaidPenalties } from './schema.ts';

/** The private commands of the other services, as this service sends them and reads their answers. */

/** A person, by their account or by their card. */
export type Who = Pick<NewLoan, 'utilisateur_id' | 'numero_carte'>;

/** How an account stands and whom to write to; `null` when there is no such account. */
export async function askAccount({ utilisateur_id, numero_carte }: Who) {
  const query = numero_carte === undefined ? { utilisateur_ids: [utilisateur_id] } : { numero_carte };
  const { comptes } = await invoke('users-standing', query, Accounts);
  const [account] = comptes;
  return account ? { ...account, impaye: toCents(account.total_impaye) } : null;
}

/** A person as they are written to. */
export interface Addressee {
  nom: string;
  prenom: string;
  email: string;
}

type Account = NonNullable<Awaited<ReturnType<typeof askAccount>>>;

/** Tells whom to write to about a person: to themselves, or else to the one who answers for them. */
export async function addresseeOf(account: Account): Promise<Addressee | undefined> {
  const { responsable_id } = account.adhesion;
  const to =
    account.email === null && responsable_id !== null ? await askAccount({ utilisateur_id: responsable_id }) : account;
  return to && to.email !== null ? { ...to, email: to.email } : undefined;
}

async function askTitle(bookId: string) {
  const { livres } = await invoke('books-standing', { livre_ids: [bookId] }, Titles);
  return livres[0] ?? null;
}

/** Asks at once how the account and the title stand, apart from what is known. */
export async function ask({ livre_id, ...who }: Who & Pick<NewLoan, 'livre_id'>, known?: Asked): Promise<Asked> {
  const [account, title] = await Promise.all([known?.account ?? askAccount(who), known?.title ?? askTitle(livre_id)]);
  return { account, title };
}

const isDone = async (name: string, command: object) => (await invoke(name, command, DoneOrMoved)).resultat === 'fait';

/** Gives the loan its slot until that day. @returns false when the account has moved since it was asked */
export const openLoan = (loan: Borrowed, date_echeance: string, version: number) => {
  const { utilisateur_id, id: emprunt_id, type, livre_id } = loan;
  return isDone('users-open-loan', { utilisateur_id, emprunt_id, date_echeance, type, livre_id, version });
};

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
