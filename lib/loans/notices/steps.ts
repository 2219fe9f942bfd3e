import type { Policy } from '../../policy/policy.ts';
import { daysBetween } from '../../values/days.ts';
import type { LoanRecord, Notice } from '../record.ts';
import type { Step } from '../schema.ts';

/** The steps at which a borrower is written to, and what a loan's record says of them. */

/** The name of the step that comes `days` days after the due date. Its sign tells whether the loan is late by then. */
export const stepAt = (days: number): Step => `J${days > 0 ? '+' : '-'}${Math.abs(days)}`;

const daysOf = (step: Step): number => Number(step.slice(1));

/**
 * The latest step that has come by that day, unless it or a later one was written about: the policy may have had other
 * steps then. Missed steps stay missed.
 * @param reminders those of the policy
 */
export function stepDue(loan: LoanRecord, day: string, reminders: Policy['reminders']): Step | undefined {
  if (loan.statut !== 'en_cours') return undefined;
  const since = daysBetween(loan.date_echeance, day);
  const latest = reminders.findLast((days) => days <= since);
  if (latest === undefined) return undefined;
  const isWritten = ({ etape, echeance }: Notice) => echeance === loan.date_echeance && daysOf(etape) >= latest;
  return loan.notices.some(isWritten) ? undefined : stepAt(latest);
}
