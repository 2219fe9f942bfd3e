import { isLate, lateness } from '../policy/lateness.ts';
import { only } from '../values/fields.ts';
import { toEuros } from '../values/money.ts';
import type { HoldRecord } from './holds/record.ts';
import { Hold, type ShelvedHold } from './holds/schema.ts';
import type { LoanRecord } from './record.ts';
import { Loan, type OverdueLoan } from './schema.ts';
import type { Account, TitledHold } from './schema-commands.ts';

/** The loan as it is shown on that day. */
export function loanOn(day: string, loan: LoanRecord): Loan {
  const last = loan.statut === 'en_attente' ? loan.date_emprunt : (loan.date_retour ?? day);
  return only(Loan, {
    ...loan,
    en_retard: isLate(loan.date_echeance, last),
    jours_retard: lateness(loan, last).days,
    penalite: loan.penalite && { id: loan.penalite.id, montant: loan.penalite.montant },
    notifications: loan.notices
      .filter(({ etat }) => etat === 'envoyee')
      .map(({ etape, date_envoi }) => ({ etape, date_envoi })),
  });
}

/** The late loan with what its return would cost that day, and with its borrower. */
export function overdueOn(day: string, loan: LoanRecord, borrower: Account | undefined): OverdueLoan {
  return {
    ...loanOn(day, loan),
    penalite_estimee: toEuros(lateness(loan, day).fee),
    emprunteur: borrower ? borrowerOf(borrower) : null,
  };
}

const borrowerOf = ({ nom, prenom, email, adhesion }: Account) => ({
  nom,
  prenom,
  email,
  numero_carte: adhesion.numero_carte,
});

const NOWHERE = { rang: null, suspendue_jusqu_au: null, exemplaire: null, date_limite: null };

/**
 * The hold as it is shown: an open one as its title has it, a closed one as its record says.
 * @param queued absent while a loan that is being made has taken it out of the queue: it may yet come back
 */
export function holdOn(hold: HoldRecord, queued: TitledHold | undefined): Hold {
  const isWaiting = hold.statut === 'pose' || hold.statut === 'ouverte';
  if (!isWaiting) return only(Hold, { ...hold, ...NOWHERE, statut: hold.statut as Hold['statut'] });
  return queued ? queuedHold(queued) : only(Hold, { ...hold, ...NOWHERE, statut: 'en_attente' });
}

/** The hold as its title has it. One that has expired is shown so, though it is still to be closed. */
export const queuedHold = (queued: Omit<TitledHold, 'exemplaire_id' | 'place'>): Hold =>
  only(Hold, { ...queued, ...(queued.statut === 'expiree' && NOWHERE) });

/** The hold for which a copy is set aside, with its person. */
export const shelvedHold = (
  queued: Omit<TitledHold, 'exemplaire_id' | 'place'>,
  person: Account | undefined,
): ShelvedHold => {
  const { exemplaire } = queued;
  const copy = exemplaire && { id: exemplaire.id, code_barres: exemplaire.code_barres, cote: exemplaire.cote };
  const emprunteur = person
    ? { nom: person.nom, prenom: person.prenom, numero_carte: person.adhesion.numero_carte }
    : null;
  return { ...queuedHold({ ...queued, exemplaire: copy }), emprunteur };
};
