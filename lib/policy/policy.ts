/**
 * The library's lending policy, as dev/politique/ compiles it from politique.yml. Amounts are cents, durations are
 * days, and days are written `YYYY-MM-DD`.
 */

/** The name of a category of members or of a type of document. */
export const NAME = /^[a-z][a-z0-9_-]{0,29}$/;

/** What one member of a category may have at once, and may owe while borrowing. */
export interface Category {
  name: string;
  loans: number;
  holds: number;
  debt: number;
}

/** The rule for a category of members and a type of document. It applies as a whole: nothing is filled in from another rule. */
export interface Rule {
  /** A category and a type, like `adulte/dvd`; `*` stands for any. */
  name: string;
  loanDays: number;
  /** Loans of that type at most; `null` when only the category limits them. */
  maxLoans: number | null;
  renewals: number;
  renewalDays: number;
  feePerDay: number;
  feeMax: number;
  mayBeLent: boolean;
  mayBeHeld: boolean;
}

/** A first and a last day, both included. */
export type Span = [from: string, to: string];

/** The days on which the library is open. Its words are those of what is stored, as loans may keep it. */
export interface Calendar {
  /** Days of the week, 0 for Sunday. */
  jours_fermes: number[];
  jours_feries: 'aucun' | 'france' | 'alsace-moselle';
  fermetures: Span[];
  /** Exceptional openings, which win over everything that closes. */
  ouvertures: Span[];
}

export interface Policy {
  /** The first is that of an account for which none is given, or whose own is no longer in the file. */
  categories: Category[];
  /** The first is that of a book for which none is given, or whose own is no longer in the file. */
  types: string[];
  rules: Rule[];
  /** Whether one reader may have two copies of one title at once. */
  mayRepeatTitle: boolean;
  calendar: Calendar;
  /** Which days count as late days: all of them, or those on which the library is open. Loans keep this word. */
  lateDays: 'tous' | 'ouverts';
  /** Calendar days from the due date to each reminder, the earliest first; those before it are negative. */
  reminders: number[];
  /** Open days for which a copy is set aside for a hold. */
  shelfDays: number;
  /** What a lost copy costs when no amount is given. */
  lossFee: number;
  /** A returned loan forgets its borrower after so many days. */
  keptDays: number;
}
