/** The library's lending policy. Amounts are cents, durations are calendar days. */
export interface Policy {
  /** Loans that one person may have at once. */
  readonly maxLoans: number;
  readonly loanDays: number;
  readonly maxRenewals: number;
  readonly renewalDays: number;
  readonly lateFeePerDay: number;
  readonly lateFeeMax: number;
  /** A returned loan forgets its borrower after so many days. */
  readonly keptDays: number;
}
