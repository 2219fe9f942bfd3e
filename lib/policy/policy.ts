/** The categories of members. The first is that of a member for whom none is given. */
export const CATEGORIES = ['adulte', 'jeune', 'collectivite'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What one member of a category may have at once. */
export interface Limits {
  readonly loans: number;
  readonly holds: number;
}

/** The library's lending policy. Amounts are cents, durations are calendar days. */
export interface Policy {
  readonly limits: Readonly<Record<Category, Limits>>;
  readonly loanDays: number;
  readonly maxRenewals: number;
  readonly renewalDays: number;
  readonly lateFeePerDay: number;
  readonly lateFeeMax: number;
  /** What a lost book costs, in euros, when nobody says. */
  readonly lossEuros: number;
  /** A returned loan forgets its borrower after so many days. */
  readonly keptDays: number;
}
