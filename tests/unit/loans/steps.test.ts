import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LoanRecord, noticed, noticing, renewed, renewing, stepDue, unnoticed } from '../../../lib/loans/rules.ts';
import type { Step } from '../../../lib/loans/schema.ts';
import { config } from '../../../lib/runtime/config.ts';
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

/** The loan after its person was written to on that day, if there was a step to write about. */
const told = (loan: LoanRecord, day: string): LoanRecord => {
  const step = stepDue(loan, day);
  return step ? noticed(noticing(loan, step, NOW), step, loan.date_echeance) : loan;
};

describe('the step to write about', () => {
  it.each([
    [-22, undefined],
    [-3, undefined],
    [-2, 'J-2'],
    [-1, 'J-2'],
    [0, 'J-2'],
    [1, 'J+1'],
    [6, 'J+1'],
    [7, 'J+7'],
    [13, 'J+7'],
    [14, 'J+14'],
    [29, 'J+14'],
    [30, 'J+30'],
    [400, 'J+30'],
  ])('%i days after the due date is %s', (days, step) => {
    expect(on(days)).toBe(step);
  });

  it('is each in its turn when the job runs every day, and none twice', () => {
    let loan = aLoan();
    for (let days = -30; days <= 60; days += 1) loan = told(loan, addDays(DUE, days));
    expect(loan.notices.map(({ etape, echeance, etat }) => [etape, echeance, etat])).toEqual(
      STEPS.map(([step]) => [step, DUE, 'envoyee']),
    );
  });

  it('is only the latest after days without the job, and the missed ones stay missed', () => {
    const days = fc.integer({ min: -10, max: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(days, { maxLength: 12 }), (runs) => {
        let loan = aLoan();
        const expected: Step[] = [];
        for (const run of runs.sort((a, b) => a - b)) {
          loan = told(loan, addDays(DUE, run));
          const latest = STEPS.findLast(([, from]) => from <= run)?.[0];
          if (latest && !expected.includes(latest)) expected.push(latest);
        }
        expect(loan.notices.map(({ etape }) => etape)).toEqual(expected);
      }),
    );
  });

  it('is none while it is being sent, and comes back when its mail was refused', () => {
    const taken = noticing(aLoan(), 'J+1', NOW);
    expect(on(1, taken)).toBeUndefined();
    expect(on(6, taken)).toBeUndefined();
    expect(on(7, taken)).toBe('J+7');
    expect(on(1, unnoticed(taken, 'J+1', DUE))).toBe('J+1');
  });

  it('is armed anew by a renewal', () => {
    const before = told(aLoan(), addDays(DUE, -2));
    const after = renewed(renewing(before, config.policy, NOW));
    expect(on(-3, after)).toBeUndefined();
    for (const [step, days] of STEPS) expect(on(days, after)).toBe(step);
    const again = told(after, addDays(after.date_echeance, -2));
    expect(again.notices.map(({ etape, echeance }) => [etape, echeance])).toEqual([
      ['J-2', DUE],
      ['J-2', after.date_echeance],
    ]);
  });

  it('is none for a book that is back, or not lent yet', () => {
    for (const statut of ['rendu', 'en_attente'] as const)
      for (const [, days] of STEPS) expect(on(days, aLoan({ statut }))).toBeUndefined();
  });
});

describe('a notice', () => {
  it('is kept with its step, its due date and its instant', () => {
    const taken = noticing(aLoan(), 'J+7', NOW);
    expect(taken.notices).toEqual([{ etape: 'J+7', echeance: DUE, etat: 'en_envoi', date_envoi: NOW }]);
    expect(noticed(taken, 'J+7', DUE).notices).toEqual([{ ...taken.notices[0], etat: 'envoyee' }]);
  });

  it('that went or was refused is told from those of other steps and other due dates', () => {
    const notices = [
      { etape: 'J-2', echeance: '2026-11-01', etat: 'en_envoi', date_envoi: NOW },
      { etape: 'J-2', echeance: DUE, etat: 'en_envoi', date_envoi: NOW },
      { etape: 'J+1', echeance: DUE, etat: 'en_envoi', date_envoi: NOW },
    ] as const satisfies LoanRecord['notices'];
    const loan = aLoan({ notices: [...notices] });
    expect(noticed(loan, 'J-2', DUE).notices).toEqual([notices[0], { ...notices[1], etat: 'envoyee' }, notices[2]]);
    expect(unnoticed(loan, 'J-2', DUE).notices).toEqual([notices[0], notices[2]]);
  });
});
