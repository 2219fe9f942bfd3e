import { v5, v7 } from 'uuid';
import { isbn13Of } from '../../../lib/books/isbn.ts';
import type { Book } from '../../../lib/books/schema.ts';
import { TABLE as BOOKS, indexItems, isbnKey, newBookItem } from '../../../lib/books/store/items.ts';
import { type LoanRecord, lending, lent, returning, settled } from '../../../lib/loans/rules.ts';
import { itemOf, TABLE as LOANS } from '../../../lib/loans/store.ts';
import { today } from '../../../lib/runtime/clock.ts';
import { config } from '../../../lib/runtime/config.ts';
import type { Penalty, User } from '../../../lib/users/schema.ts';
import { emailKey, newAccountItem, penaltyItem, TABLE as USERS } from '../../../lib/users/store/items.ts';
import { addDays } from '../../../lib/values/days.ts';

/** Records as the services leave them, straight from the stores' own builders: the same at every run. */

const NAMESPACE = 'd0a3f7c5-2b1e-4c57-8f0a-91d6c2b7e4a8';
export const idOf = (kind: string, n: number): string => v5(`${kind} ${n}`, NAMESPACE);

const NOW = new Date().toISOString();
const DAY = today();

/** A day so many days from today. */
export const inDays = (days: number): string => addDays(DAY, days);

/** An item and its table. */
export interface Row {
  table: string;
  item: object;
}

export const userOf = (kind: string, n: number, nom = nameOf(n)): User => {
  const id = idOf(kind, n);
  return { id, nom, prenom: 'Camille', email: `${id}@exemple.fr`, date_creation: NOW };
};

export const bookOf = (kind: string, n: number, over: Partial<Book> = {}): Book => ({
  id: idOf(kind, n),
  titre: `${nameOf(n)} ${nameOf(n + HALF)}`,
  auteur: nameOf(n * 7),
  isbn: null,
  annee: 1984,
  exemplaires: 3,
  date_creation: NOW,
  ...over,
});

/** The `n`th of no publisher's ISBNs. */
export function isbnOf(n: number): string {
  const digits = `978200${String(n).padStart(6, '0')}`;
  return [...'0123456789'].map((key) => digits + key).find((isbn) => isbn13Of(isbn) !== undefined) as string;
}

/** One that is out, due that day. */
export const loanOf = (id: string, user: User, book: Book, due: string): LoanRecord => ({
  ...lent(lending(id, { utilisateur_id: user.id, livre_id: book.id }, config.policy, DAY, NOW), book.titre),
  date_emprunt: addDays(due, -config.policy.loanDays),
  date_echeance: due,
});

export const returned = (loan: LoanRecord): LoanRecord => settled(returning(loan, config.policy, DAY, NOW));

/** The `n`th penalty of a person, ten euros; paid unless it is said to be owed. */
export const penaltyOf = (user: User, n: number, owed = false): Penalty => ({
  id: v7({ msecs: n, random: new Uint8Array(Buffer.from(user.id.replaceAll('-', ''), 'hex')) }),
  utilisateur_id: user.id,
  montant: 10,
  description: 'Couverture abîmée',
  date_penalite: NOW,
  statut: owed ? 'impayee' : 'payee',
  reste_a_payer: owed ? 10 : 0,
});

const isOut = ({ statut }: LoanRecord) => statut === 'en_cours';
const held = (loans: readonly LoanRecord[]) =>
  Object.fromEntries(loans.filter(isOut).map(({ id, date_echeance }) => [id, date_echeance]));

/** An account with what it has out and its penalties. */
export function userRows(user: User, loans: readonly LoanRecord[] = [], penalties: readonly Penalty[] = []): Row[] {
  const emprunts = held(loans);
  const [premiere_echeance] = Object.values(emprunts).sort();
  const impaye = penalties.reduce((sum, { reste_a_payer }) => sum + reste_a_payer * 100, 0);
  const account = { ...newAccountItem(user), impaye, nb_penalites: penalties.length, emprunts };
  return [
    { ...account, ...(premiere_echeance && { premiere_echeance }) },
    { ...emailKey(user.email), utilisateur_id: user.id },
    ...penalties.map(penaltyItem),
  ].map((item) => ({ table: USERS, item }));
}

/** A book with its copies that are out, and all that finds it. */
export const bookRows = (book: Book, loans: readonly LoanRecord[] = []): Row[] =>
  [
    { ...newBookItem(book), emprunts: held(loans) },
    ...(book.isbn === null ? [] : [{ ...isbnKey(book.isbn), livre_id: book.id }]),
    ...indexItems(book),
  ].map((item) => ({ table: BOOKS, item }));

export const loanRows = (loans: readonly LoanRecord[]): Row[] =>
  loans.map((loan) => ({ table: LOANS, item: itemOf(loan) }));

const SYLLABLES = [...'bcdfgjlmnprstvxz'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));
const HALF = SYLLABLES.length ** 3 / 2;

/** A word of three syllables, the `n`th of half a million, spread over the alphabet. */
function nameOf(n: number): string {
  const { length } = SYLLABLES;
  const word = [n, n / length, n / length ** 2].map((part) => SYLLABLES[Math.floor(part) % length]).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
