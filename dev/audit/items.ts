import type { SheetItem } from '../../lib/books/store/items.ts';
import type { Title } from '../../lib/books/title.ts';
import type { HoldRecord } from '../../lib/loans/holds/record.ts';
import type { Borrowed } from '../../lib/loans/record.ts';
import type { Calendar } from '../../lib/policy/policy.ts';
import type { Conditions } from '../../lib/policy/rules.ts';
import type { Account } from '../../lib/users/rules.ts';
import type { PenaltyItem } from '../../lib/users/store/items.ts';

/**
 * The items of the three tables as they are stored, for whoever reads them past the code that writes them: an item of
 * any kind may lack what another kind has.
 */

export interface Key {
  pk: string;
  sk: string;
}

/** The keys of an index. */
interface Indexed {
  liste?: string;
  liste_tri?: string;
  suivi?: string;
  suivi_tri?: string;
}

/** A first answer, or what leads to one. */
interface Answer {
  reponse?: string;
  expire_a?: number;
  /** Of a pointer: when its answer expires. */
  reponse_expire_a?: number;
}

export type UserItem = Key & Partial<Account & Omit<PenaltyItem, keyof Indexed>> & Indexed & Answer;

export type BookItem = Key & Partial<Title & Omit<SheetItem, keyof Key>> & Indexed;

export interface LoanItem extends Key, Omit<Borrowed, 'utilisateur_id' | 'conditions'>, Indexed, Answer {
  utilisateur_id: string | null;
  /** Of a loan that pays for open days only, the calendar too. */
  conditions: Conditions & { calendrier?: Calendar };
}

export type HoldItem = Key & HoldRecord & Indexed;

export interface Items {
  users: UserItem;
  books: BookItem;
  loans: LoanItem;
}
export type Service = keyof Items;

/** The items of the three tables. */
export type Tables = { [S in Service]: Items[S][] };

export const isAccount = ({ sk }: Key): boolean => sk === 'UTILISATEUR';
export const isPenalty = ({ sk }: Key): boolean => sk.startsWith('PENALITE#');
export const isBook = ({ sk }: Key): boolean => sk === 'LIVRE';
/** What stands in place of an account that was deleted, for a quarter of an hour and until nothing leads to its person. */
export const isMark = ({ sk }: Key): boolean => sk === 'SUPPRESSION';
export const isLoan = ({ sk }: Key): boolean => sk === 'EMPRUNT';
export const isHold = ({ sk }: Key): boolean => sk === 'RESERVATION';
