import { invoke } from '../aws/command.ts';
import { toCents } from '../values/money.ts';
import type { Asked } from './decide.ts';
import { type Borrowed, chargesOf } from './record.ts';
import type { Copy } from './schema.ts';
import { Accounts, Done, DoneOrMoved, FreedCopy, Titles, UnpaidPenalties } from './schema-commands.ts';
import type { NewLoan } from './schema-requests.ts';

/** The private commands of the other services, as this service sends them and reads their answers. */

/** A person, by their account or by their card. */
export type Who = Pick<NewLoan, 'utilisateur_id' | 'numero_carte'>;

export type Account = NonNullable<Awaited<ReturnType<typeof askAccounts>>[number]>;

/** How accounts stand and whom to write to; `null` for one that does not exist. */
async function askAccounts(query: object) {
  const { comptes } = await invoke('users-standing', query, Accounts);
  return comptes.map((account) => account && { ...account, impaye: toCents(account.total_impaye) });
}

/** How an account stands and whom to write to; `null` when there is no such account. */
export async function askAccount({ utilisateur_id, numero_carte }: Who) {
  const query = numero_carte === undefined ? { utilisateur_ids: [utilisateur_id] } : { numero_carte };
  return (await askAccounts(query))[0] ?? null;
}

/** The accounts of a hundred people at most, by their ids. */
export async function askBorrowers(ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  const all = [...new Set(ids)];
  const accounts = all.length > 0 ? await askAccounts({ utilisateur_ids: all }) : [];
  return new Map(accounts.flatMap((account) => (account ? [[account.utilisateur_id, account] as const] : [])));
}

/** A title, by its id or by the barcode of one of its copies. */
type What = Pick<NewLoan, 'livre_id' | 'code_barres'>;

/** How a title stands, and the copy whose barcode was asked; `null` when there is none. */
export async function askTitle({ livre_id, code_barres }: What) {
  const query = livre_id === undefined ? { code_barres } : { livre_ids: [livre_id] };
  const { livres, exemplaire } = await invoke('books-standing', query, Titles);
  return { title: livres[0] ?? null, copy: exemplaire };
}

/** Asks at once how the account and the title stand, unless the title is known. */
export async function ask(request: Who & What, known?: Asked['title']): Promise<Asked> {
  const [account, title] = await Promise.all([
    askAccount(request),
    known ?? askTitle(request).then((asked) => asked.title),
  ]);
  return { account, title };
}

/** Sends a command that names a version. @returns false when that has moved since it was asked */
export const sendAtVersion = async (name: string, command: object) =>
  (await invoke(name, command, DoneOrMoved)).resultat === 'fait';

/** Gives the loan its slot until that day. @returns false when the account has moved since it was asked */
export const openLoan = (loan: Borrowed, date_echeance: string, version: number) => {
  const { utilisateur_id, id: emprunt_id, type, livre_id } = loan;
  return sendAtVersion('users-open-loan', { utilisateur_id, emprunt_id, date_echeance, type, livre_id, version });
};

/**
 * Gives the loan a copy until that day, and has it fulfil a hold, if it does.
 * @returns false when the title has moved since it was asked
 */
export const takeCopy = (
  { livre_id, exemplaire_id, id: emprunt_id, transit }: Borrowed,
  date_echeance: string,
  version: number,
) =>
  sendAtVersion('books-take-copy', {
    livre_id,
    emprunt_id,
    exemplaire_id,
    date_echeance,
    reservation_id: transit?.reservation_id ?? null,
    version,
  });

/** Frees the person's slot and charges what the loan costs. */
export const closeLoan = (loan: Borrowed) =>
  invoke(
    'users-close-loan',
    { utilisateur_id: loan.utilisateur_id, emprunt_id: loan.id, penalites: chargesOf(loan) },
    Done,
  );

/**
 * Gives the copy back, says that it is lost, or that the loan was never made.
 * @returns the hold for which the copy is set aside now
 */
export const returnCopy = async ({ livre_id, exemplaire_id, id: emprunt_id, statut, transit }: Borrowed) => {
  const fin = transit?.etape === 'annulation' ? 'annulation' : statut === 'perdu' ? 'perte' : 'retour';
  const command = { livre_id, emprunt_id, exemplaire_id, fin };
  return (await invoke('books-return-copy', command, FreedCopy)).reservation;
};

/** Puts a copy that was lost and found into service again. @returns the hold for which it is set aside now */
export const recoverCopy = async ({ livre_id, id: exemplaire_id }: Copy) =>
  (await invoke('books-recover-copy', { livre_id, exemplaire_id }, FreedCopy)).reservation;

/** Asks, of a hundred loans at most, which are owed for. @returns the ids of the unpaid penalties */
export async function askUnpaid(loans: readonly Borrowed[]): Promise<ReadonlySet<string>> {
  const penalites = loans.flatMap((loan) =>
    chargesOf(loan).map(({ id }) => ({ utilisateur_id: loan.utilisateur_id, id })),
  );
  if (penalites.length === 0) return new Set();
  return new Set((await invoke('users-penalties', { penalites }, UnpaidPenalties)).impayees);
}
