import { invoke } from '../aws/command.ts';
import { toCents } from '../values/money.ts';
import type { Asked } from './decide.ts';
import type { HoldRecord } from './hold.ts';
import { type Borrowed, chargesOf } from './record.ts';
import type { Copy, NewLoan } from './schema.ts';
import {
  Accounts,
  Done,
  DoneOrMoved,
  FreedCopy,
  Holds,
  SettledTitles,
  type TitledHold,
  Titles,
  UnpaidPenalties,
} from './schema-commands.ts';

/** The private commands of the other services, as this service sends them and reads their answers. */

/** A person, by their account or by their card. */
export type Who = Pick<NewLoan, 'utilisateur_id' | 'numero_carte'>;

type Account = NonNullable<Awaited<ReturnType<typeof askAccounts>>[number]>;

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

/** A person as they are written to. */
export interface Addressee {
  nom: string;
  prenom: string;
  email: string;
}

/** Tells whom to write to about a person: to themselves, or else to the one who answers for them. */
export async function addresseeOf(account: Account): Promise<Addressee | undefined> {
  const { responsable_id } = account.adhesion;
  const to =
    account.email === null && responsable_id !== null ? await askAccount({ utilisateur_id: responsable_id }) : account;
  return to && to.email !== null ? { ...to, email: to.email } : undefined;
}

/** A title, by its id or by the barcode of one of its copies. */
type What = Pick<NewLoan, 'livre_id' | 'code_barres'>;

/** How a title stands, and the copy whose barcode was asked; `null` when there is none. */
export async function askTitle({ livre_id, code_barres }: What) {
  const query = livre_id === undefined ? { code_barres } : { livre_ids: [livre_id] };
  const { livres, exemplaire } = await invoke('books-standing', query, Titles);
  return { title: livres[0] ?? null, copy: exemplaire };
}

/** Asks at once how the account and the title stand, apart from what is known. */
export async function ask(request: Who & What, known?: Asked): Promise<Asked> {
  const [account, title] = await Promise.all([
    known?.account ?? askAccount(request),
    known?.title ?? askTitle(request).then((asked) => asked.title),
  ]);
  return { account, title };
}

const isDone = async (name: string, command: object) => (await invoke(name, command, DoneOrMoved)).resultat === 'fait';

/** Gives the loan its slot until that day. @returns false when the account has moved since it was asked */
export const openLoan = (loan: Borrowed, date_echeance: string, version: number) => {
  const { utilisateur_id, id: emprunt_id, type, livre_id } = loan;
  return isDone('users-open-loan', { utilisateur_id, emprunt_id, date_echeance, type, livre_id, version });
};

/** Gives the loan a copy until that day, and has it fulfil a hold, if it does. @returns false when the title has moved since it was asked */
export const takeCopy = (
  { livre_id, exemplaire_id, id: emprunt_id, transit }: Borrowed,
  date_echeance: string,
  version: number,
) =>
  isDone('books-take-copy', {
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

/** Gives the hold its slot. @returns false when the account has moved since it was asked */
export const openHold = ({ utilisateur_id, id: reservation_id, livre_id }: HoldRecord, version: number) =>
  isDone('users-open-hold', { utilisateur_id, reservation_id, livre_id, version });

/** Frees the slot of the hold. */
export const closeHold = ({ utilisateur_id, id: reservation_id }: HoldRecord) =>
  invoke('users-close-hold', { utilisateur_id, reservation_id }, Done);

/** Puts the hold at the end of its title's queue. @returns false when the title has moved since it was asked */
export const placeHold = (hold: HoldRecord, version: number) => {
  const { livre_id, id: reservation_id, utilisateur_id, date_reservation } = hold;
  return isDone('books-place-hold', { livre_id, reservation_id, utilisateur_id, date_reservation, version });
};

/** Takes the hold out of its title. */
export const leaveQueue = ({ livre_id, id: reservation_id }: Pick<HoldRecord, 'livre_id' | 'id'>) =>
  invoke('books-leave-queue', { livre_id, reservation_id }, Done);

/** Suspends the hold until that day, or resumes it. @returns false when the title has moved since it was asked */
export const suspendHold = ({ livre_id, id: reservation_id }: HoldRecord, jusqu_au: string | null, version: number) =>
  isDone('books-suspend-hold', { livre_id, reservation_id, jusqu_au, version });

/** Asks for the holds of a title. @returns them in their order, and the title's version; `undefined` when there is no such title */
export async function askQueue(livre_id: string): Promise<{ holds: TitledHold[]; version: number } | undefined> {
  const { reservations: holds, versions } = await invoke('books-holds', { livre_ids: [livre_id] }, Holds);
  const version = versions[livre_id];
  return version === undefined ? undefined : { holds, version };
}

/** Asks for the holds of a hundred titles at most. @returns them by their ids */
export async function askHolds(titleIds: readonly string[]): Promise<ReadonlyMap<string, TitledHold>> {
  const livre_ids = [...new Set(titleIds)];
  if (livre_ids.length === 0) return new Map();
  const { reservations } = await invoke('books-holds', { livre_ids }, Holds);
  return new Map(reservations.map((hold) => [hold.id, hold]));
}

/** Asks for a page of the holds for which a copy is set aside, those first that are to be fetched first. */
export async function askShelf(limite: number, apres: string | null) {
  const { reservations, suivant } = await invoke('books-holds', { apres, limite }, Holds);
  return { holds: reservations, next: suivant };
}

/** Has the titles written as they stand today to which something has happened by itself, some at once: the holds that have expired. */
export async function* settleTitles() {
  for (let after: string | null = null, isLast = false; !isLast; ) {
    const { expirees, suivant }: SettledTitles = await invoke('books-settle-titles', { apres: after }, SettledTitles);
    yield expirees;
    after = suivant;
    isLast = suivant === null;
  }
}

/** Asks, of a hundred loans at most, which are owed for. @returns the ids of the unpaid penalties */
export async function askUnpaid(loans: readonly Borrowed[]): Promise<ReadonlySet<string>> {
  const penalites = loans.flatMap((loan) =>
    chargesOf(loan).map(({ id }) => ({ utilisateur_id: loan.utilisateur_id, id })),
  );
  if (penalites.length === 0) return new Set();
  return new Set((await invoke('users-penalties', { penalites }, UnpaidPenalties)).impayees);
}
