import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { type LoanRecord, loanOn, overdueOn, renewing } from '../../../lib/loans/rules.ts';
import { Loan, OverdueLoan } from '../../../lib/loans/schema.ts';
import { config } from '../../../lib/runtime/config.ts';
import { addDays } from '../../../lib/values/days.ts';
import { aLoan, dayNumber, NOW, someDay } from './samples.ts';

const { policy } = config;
const DUE = aLoan().date_echeance;

const CHARGED = { id: '0196f3c4-5f6e-7abc-8def-0123456789ab', montant: 0.6, description: 'Retard', date_penalite: NOW };

const NOTICES: LoanRecord['notices'] = [
  { etape: 'J-2', echeance: DUE, etat: 'envoyee', date_envoi: NOW },
  { etape: 'J+1', echeance: DUE, etat: 'en_envoi', date_envoi: NOW },
];

describe('a loan as it is shown', () => {
  it('counts the days late as of the day, while it is out', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const late = Math.max(0, dayNumber(day) - dayNumber(DUE));
        expect(loanOn(day, aLoan())).toMatchObject({ jours_retard: late, en_retard: late > 0, date_retour: null });
      }),
    );
  });

  it('counts them as of its return once it is back, whatever the day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -20, max: 90 }), (day, days) => {
        const loan = aLoan({ statut: 'rendu', date_retour: addDays(DUE, days) });
        expect(loanOn(day, loan)).toMatchObject({ jours_retard: Math.max(0, days), en_retard: days > 0 });
      }),
    );
  });

  it('is not late before it is lent', () => {
    const loan = aLoan({ statut: 'en_attente', titre: null });
    expect(loanOn(addDays(DUE, 5), loan)).toMatchObject({ statut: 'en_attente', jours_retard: 0, en_retard: false });
  });

  it('says nothing of what it is in the middle of: the due date is the old one until the new one is sure', () => {
    expect(loanOn(DUE, renewing(aLoan(), policy, NOW))).toEqual(loanOn(DUE, aLoan()));
  });

  it('tells of its penalty the id and the amount, and of its notices those that have gone', () => {
    const view = loanOn(DUE, aLoan({ statut: 'rendu', date_retour: DUE, penalite: CHARGED, notices: NOTICES }));
    expect(view.penalite).toEqual({ id: CHARGED.id, montant: 0.6 });
    expect(view.notifications).toEqual([{ etape: 'J-2', date_envoi: NOW }]);
  });

  it('is of the shape that the contract gives it, and no more', () => {
    const loans = [aLoan(), aLoan({ statut: 'rendu', date_retour: DUE, penalite: CHARGED, notices: NOTICES })];
    for (const loan of loans) {
      expect(z.parse(Loan, loanOn(DUE, loan))).toEqual(loanOn(DUE, loan));
      expect(z.parse(OverdueLoan, overdueOn(DUE, loan, policy))).toEqual(overdueOn(DUE, loan, policy));
    }
  });
});

describe('a late loan as it is shown', () => {
  it('says what its return would cost that day', () => {
    for (const [days, euros] of [
      [1, 0.2],
      [3, 0.6],
      [50, 10],
      [90, 10],
    ] as const)
      expect(overdueOn(addDays(DUE, days), aLoan(), policy)).toEqual({
        ...loanOn(addDays(DUE, days), aLoan()),
        penalite_estimee: euros,
      });
  });
});
