import { daysLate, lateFee } from '../policy/lateness.ts';
import type { Policy } from '../policy/policy.ts';
import { only } from '../values/fields.ts';
import { toEuros } from '../values/money.ts';
import type { LoanRecord } from './record.ts';
import { type Account, Loan, type OverdueLoan } from './schema.ts';

/** The loan as it is shown on that day. */
export function loanOn(day: string, loan: LoanRecord): Loan {
  const jours_retard = loan.statut === 'en_attente' ? 0 : daysLate(loan.date_echeance, loan.date_retour ?? day);
  return only(Loan, {
    ...loan,
    en_retard: jours_retard > 0,
    jours_retard,
    penalite: loan.penalite && { id: loan.penalite.id, montant: loan.penalite.montant },
    notifications: loan.notices
      .filter(({ etat }) => etat === 'envoyee')
      .map(({ etape, date_envoi }) => ({ etape, date_envoi })),
  });
}

/** The late loan with what its return would cost that day, and with its borrower. */
export function overdueOn(day: string, loan: LoanRecord, policy: Policy, borrower: Account | undefined): OverdueLoan {
  const view = loanOn(day, loan);
  return {
    ...view,
    penalite_estimee: toEuros(lateFee(view.jours_retard, policy)),
    emprunteur: borrower ? borrowerOf(borrower) : null,
  };
}

const borrowerOf = ({ nom, prenom, email, adhesion }: Account) => ({
  nom,
  prenom,
  email,
  numero_carte: adhesion.numero_carte,
});
