import * as z from 'zod/mini';

/**
 * The library's lending policy, as it is compiled from politique.yml. Amounts are cents, durations are days, and days
 * are written `YYYY-MM-DD`.
 */

const count = z.int().check(z.minimum(0));

/** The name of a category of members or of a type of document. */
export const NAME = /^[a-z][a-z0-9_-]{0,29}$/;
const name = z.string().check(z.regex(NAME));

/** What one member of a category may have at once, and may owe while borrowing. */
const Category = z.strictObject({ name, loans: count, holds: count, debt: count });
export type Category = z.infer<typeof Category>;

/** Which days count as late days: all of them, or those on which the library is open. Loans keep this word. */
export const LATE_DAYS = ['tous', 'ouverts'] as const;

/** The rule for a category of members and a type of document. It applies as a whole: nothing is filled in from another rule. */
const Rule = z.strictObject({
  /** A category and a type, like `adulte/dvd`; `*` stands for any. */
  name: z.string(),
  loanDays: count,
  /** Loans of that type at most; `null` when only the category limits them. */
  maxLoans: z.nullable(count),
  renewals: count,
  renewalDays: count,
  feePerDay: count,
  feeMax: count,
  mayBeLent: z.boolean(),
  mayBeHeld: z.boolean(),
});
export type Rule = z.infer<typeof Rule>;

/** A first and a last day, both included. `z.tuple` would add 2 KB to every function. */
export type Span = [from: string, to: string];
const Span = z.custom<Span>((value) => Array.isArray(value) && value.length === 2);

export const HOLIDAYS = ['aucun', 'france', 'alsace-moselle'] as const;

/** The days on which the library is open. Its words are those of what is stored, as loans may keep it. */
const Calendar = z.strictObject({
  /** Days of the week, 0 for Sunday. */
  jours_fermes: z.array(count),
  jours_feries: z.enum(HOLIDAYS),
  fermetures: z.array(Span),
  /** Exceptional openings, which win over everything that closes. */
  ouvertures: z.array(Span),
});
export type Calendar = z.infer<typeof Calendar>;

export const Policy = z.strictObject({
  /** The first is that of an account for which none is given, or whose own is no longer in the file. */
  categories: z.array(Category).check(z.minLength(1)),
  /** The first is that of a book for which none is given, or whose own is no longer in the file. */
  types: z.array(name).check(z.minLength(1)),
  rules: z.array(Rule),
  /** Whether one reader may have two copies of one title at once. */
  mayRepeatTitle: z.boolean(),
  calendar: Calendar,
  lateDays: z.enum(LATE_DAYS),
  /** Calendar days from the due date to each reminder, the earliest first; those before it are negative. */
  reminders: z.array(z.int()),
  /** Open days for which a copy is set aside for a hold. */
  shelfDays: count,
  /** What a lost copy costs when no amount is given. */
  lossFee: count,
  /** A returned loan forgets its borrower after so many days. */
  keptDays: count,
});
export type Policy = z.infer<typeof Policy>;
