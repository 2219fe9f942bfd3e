import { holding } from '../values/refusal.ts';
import { isLate } from './lateness.ts';
import type { Policy } from './policy.ts';

/** The rules about what a person may borrow, for verification, lending and renewing alike. */

export const BORROWING_MOTIFS = ['penalites_impayees', 'limite_emprunts_atteinte', 'emprunts_en_retard'] as const;
export type BorrowingMotif = (typeof BORROWING_MOTIFS)[number];

/** How an account stands. */
export interface Standing {
  /** What is left to pay over all penalties, in cents. */
  impaye: number;
  /** The loans that are out: loan id → due date. */
  emprunts: Readonly<Record<string, string>>;
}

export const countLate = ({ emprunts }: Standing, day: string): number =>
  Object.values(emprunts).filter((due) => isLate(due, day)).length;

/** A person who owes anything neither borrows nor renews. */
export const owes = ({ impaye }: Standing): boolean => impaye > 0;

/** Every rule that refuses a further loan on that day; none means that the person may borrow. */
export const borrowingMotifs = (standing: Standing, policy: Policy, day: string): BorrowingMotif[] =>
  holding({
    penalites_impayees: owes(standing),
    limite_emprunts_atteinte: Object.keys(standing.emprunts).length >= policy.maxLoans,
    emprunts_en_retard: countLate(standing, day) > 0,
  });
