import { isLate, lateness } from '../policy/lateness.ts';
import type { Calendar } from '../policy/policy.ts';
import { only } from '../values/fields.ts';
import { toEuros } from '../values/money.ts';
import type { LoanRecord } from './record.ts';
import { Loan, type OverdueLoan } from './schema.ts';

/** The loan as it is shown on that day. */
export function loanOn(day: string, loan: LoanRecord, calendar: Calendar): Loan {
  const last = loan.statut === 'en_attente' ? loan.date_emprunt : (loan.date_retour ?? day);
  return only(Loan, {
    ...loan,
    en_retard: isLate(loan.date_echeance, last),
    jours_retard: lateness(loan, last, calendar).days,
    penalite: loan.penalite && { id: loan.penalite.id, montant: loan.penalite.montant },
    notifications: loan.notices
      .filter(({ etat }) => etat === 'envoyee')
      .map(({ etape, date_envoi }) => ({ etape, date_envoi })),
  });
}

/** The late loan with what its return would cost that day. */
export function overdueOn(day: string, loan: LoanRecord, calendar: Calendar): OverdueLoan {
  return { ...loanOn(day, loan, calendar), penalite_estimee: toEuros(lateness(loan, day, calendar).fee) };
}
