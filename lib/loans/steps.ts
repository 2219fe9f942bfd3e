import { daysBetween } from '../values/days.ts';
import type { LoanRecord, Notice } from './record.ts';
import type { Step } from './schema.ts';

/** The steps at which a borrower is written to, and what a loan's record says of them. */

/** Days from the due date to each step, latest first. */
const STEPS: readonly (readonly [Step, number])[] = [
  ['J+30', 30],
  ['J+14', 14],
  ['J+7', 7],
  ['J+1', 1],
  ['J-2', -2],
];

/** The first step is so many days before the due date. */
export const FIRST_STEP_DAYS = 2;

const isBy =
  (etape: Step, passage: string) =>
  (notice: Notice): boolean =>
    notice.etape === etape && notice.passage === passage;

/** The latest step that has come by that day, unless it was written about. Missed steps stay missed. */
export function stepDue(loan: LoanRecord, day: string): Step | undefined {
  if (loan.statut !== 'en_cours') return undefined;
  const since = daysBetween(loan.date_echeance, day);
  const step = STEPS.find(([, days]) => days <= since)?.[0];
  return loan.notices.some(({ etape, echeance }) => etape === step && echeance === loan.date_echeance)
    ? undefined
    : step;
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
