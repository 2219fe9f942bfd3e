import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LoanRecord } from '../../../lib/loans/record.ts';
import type { Step } from '../../../lib/loans/schema.ts';
import { stepDue } from '../../../lib/loans/steps.ts';
import { addDays } from '../../../lib/values/days.ts';
import { aLoan, NOW } from './samples.ts';

/** The contract's steps around the due date. */
const STEPS: [Step, number][] = [
  ['J-2', -2],
  ['J+1', 1],
  ['J+7', 7],
  ['J+14', 14],
  ['J+30', 30],
];
const DUE = aLoan().date_echeance;

const on = (days: number, loan: LoanRecord = aLoan()) => stepDue(loan, addDays(loan.date_echeance, days));

/** The loan with a notice of that step, sent or being sent. */
const told = (loan: LoanRecord, etape: Step | undefined, etat: 'envoyee' | 'en_envoi' = 'envoyee'): LoanRecord => {
  const notice = { etape, echeance: loan.date_echeance, etat, date_envoi: NOW } as LoanRecord['notices'][number];
  return etape ? { ...loan, notices: [...loan.notices, notice] } : loan;
};

test.each([
  [-22, undefined],
  [-3, undefined],
  [-2, 'J-2'],
  [0, 'J-2'],
  [1, 'J+1'],
  [6, 'J+1'],
  [7, 'J+7'],
  [13, 'J+7'],
  [14, 'J+14'],
  [29, 'J+14'],
  [30, 'J+30'],
  [400, 'J+30'],
])('%i days after the due date the step is %s', (days, step) => {
  expect(on(days)).toBe(step);
});

test('each step comes once when the job runs every day, and only the latest after days without it', () => {
  const days = fc.uniqueArray(fc.integer({ min: -10, max: 60 }), { maxLength: 12 });
  const everyDay = fc.constant(Array.from({ length: 71 }, (_, n) => n - 10));
  fc.assert(
    fc.property(fc.oneof(days, everyDay), (runs) => {
      let loan = aLoan();
      const expected: Step[] = [];
      for (const run of runs.toSorted((a, b) => a - b)) {
        loan = told(loan, on(run, loan));
        const latest = STEPS.findLast(([, from]) => from <= run)?.[0];
        if (latest && !expected.includes(latest)) expected.push(latest);
      }
      expect(loan.notices.map(({ etape }) => etape)).toEqual(expected);
    }),
  );
});

test('a step whose mail is on its way is not due again, and the next one is', () => {
  const loan = told(aLoan(), 'J+1', 'en_envoi');
  expect([on(1, loan), on(6, loan), on(7, loan)]).toEqual([undefined, undefined, 'J+7']);
});

test('a new due date arms every step anew', () => {
  const before = STEPS.reduce((loan, [step]) => told(loan, step), aLoan());
  const renewed = { ...before, date_echeance: addDays(DUE, 21) };
  expect([on(400, before), on(-3, renewed)]).toEqual([undefined, undefined]);
  expect(STEPS.map(([, days]) => on(days, renewed))).toEqual(STEPS.map(([step]) => step));
});

test('no step is due for a book that is back, or that is not lent yet', () => {
  for (const statut of ['rendu', 'en_attente'] as const)
    for (const [, days] of STEPS) expect(on(days, aLoan({ statut }))).toBeUndefined();
});
