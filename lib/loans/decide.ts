import { borrowingMotifs, owes, type Standing } from '../policy/borrowing.ts';
import { isLate } from '../policy/lateness.ts';
import type { Policy } from '../policy/policy.ts';
import { addDays } from '../values/days.ts';
import type { MotifOf } from '../values/refusal.ts';
import { bookNotFound, type LendingRefusal, loanRefused, renewalRefused, userNotFound } from './codes.ts';
import type { LoanRecord } from './record.ts';

/** The decisions of the loans service: what stands and what is asked go in, a refusal or what to do comes out. */

/** How an account stands, and at which version. */
export interface AccountStanding extends Standing {
  version: number;
}

/** How a title and its copies stand, and at which version. */
export interface TitleStanding {
  version: number;
  titre: string;
  exemplaires: number;
  /** The copies that are out: loan id → due date. */
  emprunts: Readonly<Record<string, string>>;
}

/** What was asked of the other services; `null` stands for what does not exist. */
export interface Asked {
  account: AccountStanding | null;
  title: TitleStanding | null;
}

/** What is lent: until which day, and which title. */
export interface Lending {
  due: string;
  titre: string;
}

/**
 * Decides whether a copy of the title may be lent. What is missing comes before what is forbidden, and
 * every rule that refuses is named.
 * @returns the due date and the title, or the refusal
 */
export function decideLoan({ account, title }: Asked, policy: Policy, day: string): Lending | LendingRefusal {
  if (!account) return userNotFound;
  if (!title) return bookNotFound;
  const motifs: MotifOf<typeof loanRefused>[] = borrowingMotifs(account, policy, day);
  if (Object.keys(title.emprunts).length >= title.exemplaires) motifs.push('aucun_exemplaire_disponible');
  if (motifs.length > 0) return { ...loanRefused, motifs };
  return { due: addDays(day, policy.loanDays), titre: title.titre };
}

const without = <T extends { emprunts: Readonly<Record<string, string>> }>(holder: T, loanId: string): T => {
  const { [loanId]: _, ...emprunts } = holder.emprunts;
  return { ...holder, emprunts };
};

/** What was asked, as if the loan held neither slot nor copy. */
export const withoutLoan = ({ account, title }: Asked, loanId: string): Asked => ({
  account: account && without(account, loanId),
  title: title && without(title, loanId),
});

/**
 * Decides whether a loan that is out may be renewed.
 * @param account `null` when it is gone, which it can only be once the book is back
 * @returns the refusal, with every rule that refuses
 */
export function decideRenewal(
  loan: LoanRecord,
  account: Standing | null,
  policy: Policy,
  day: string,
): typeof renewalRefused | undefined {
  const motifs: MotifOf<typeof renewalRefused>[] = [];
  if (!account) return { ...renewalRefused, motifs: ['emprunt_rendu'] };
  if (isLate(loan.date_echeance, day)) motifs.push('emprunt_en_retard');
  if (loan.prolongations >= policy.maxRenewals) motifs.push('limite_prolongations_atteinte');
  if (owes(account)) motifs.push('penalites_impayees');
  return motifs.length > 0 ? { ...renewalRefused, motifs } : undefined;
}
