import type { Policy } from '../policy/policy.ts';
import { daysBetween } from '../values/days.ts';
import type { LoanRecord, Notice } from './record.ts';
import type { Step } from './schema.ts';

/** The steps at which a borrower is written to, and what a loan's record says of them. */

/** The name of the step that comes so many days after the due date. Its sign tells whether the loan is late by then. */
export const stepAt = (days: number): Step => `J${days > 0 ? '+' : '-'}${Math.abs(days)}`;

const daysOf = (step: Step): number => Number(step.slice(1));

const isBy =
  (etape: Step, passage: string) =>
  (notice: Notice): boolean =>
    notice.etape === etape && notice.passage === passage;

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

/** The record once a run has taken the step up, just before its mail goes. */
export const noticing = (loan: LoanRecord, etape: Step, passage: string, now: string): LoanRecord => ({
  ...loan,
  notices: [...loan.notices, { etape, echeance: loan.date_echeance, etat: 'en_envoi', passage, date_envoi: now }],
});

/** The record once the mail of that run is known to have gone. */
export const noticed = (loan: LoanRecord, etape: Step, passage: string): LoanRecord => ({
  ...loan,
  notices: loan.notices.map((notice) => (isBy(etape, passage)(notice) ? { ...notice, etat: 'envoyee' } : notice)),
});

/** The record as if that run had not taken the step up: its mail did not go. */
export const unnoticed = (loan: LoanRecord, etape: Step, passage: string): LoanRecord => ({
  ...loan,
  notices: loan.notices.filter((notice) => !isBy(etape, passage)(notice)),
});
