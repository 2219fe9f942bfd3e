import { parse, v7 } from 'uuid';
import { lastDay } from '../policy/calendar.ts';
import { lateness } from '../policy/lateness.ts';
import type { Calendar } from '../policy/policy.ts';
import type { Conditions } from '../policy/rules.ts';
import { toEuros } from '../values/money.ts';
import type { Loan, NewLoan, Step } from './schema.ts';

/** The record of a loan and its states. What the record says has happened, whatever the other services know yet. */

/** What a loan may be in the middle of; lib/loans/process.ts says how each comes to its end. */
export type Process = 'pret' | 'annulation' | 'prolongation' | 'retablissement' | 'retour';

export interface Transit {
  etape: Process;
  /** The request that began it: it recognises its own write after a lost answer. */
  operation: string;
  /** When somebody last took it in hand, and when it began: instants. */
  depuis: string;
  debut: string;
  /** The due date that a renewal is to give. */
  nouvelle_echeance?: string;
}

export interface Notice {
  etape: Step;
  /** The due date that the step counts from: a renewal gives another, and arms every step anew. */
  echeance: string;
  /** `en_envoi` from just before the mail goes until it is known to have gone. */
  etat: 'en_envoi' | 'envoyee';
  /** The run that took the step up. */
  passage: string;
  /** Instant. */
  date_envoi: string;
}

interface Kept extends Omit<Loan, 'utilisateur_id' | 'en_retard' | 'jours_retard' | 'penalite' | 'notifications'> {
  /** The document's type when it was lent. */
  type: string;
  /** What the loan keeps of its rule: a later change of policy or category moves nothing that is out. */
  conditions: Conditions;
  penalite: { id: string; montant: number; description: string; date_penalite: string } | null;
  notices: Notice[];
}

/** The record of a loan whose borrower is known. Commands about it can be sent. */
export interface Borrowed extends Kept {
  utilisateur_id: string;
  transit: Transit | null;
}

/** The record of a loan that has forgotten its borrower, which only one that is returned and settled does. */
export interface Forgotten extends Kept {
  utilisateur_id: null;
  statut: 'rendu';
  penalite: null;
  transit: null;
}

export type LoanRecord = Borrowed | Forgotten;

/** A record in the middle of something. */
export type InTransit = Borrowed & { transit: Transit };

/** When and by which request a record is changed. */
export interface Moment {
  /** The calendar day in the library's time zone. */
  day: string;
  /** The instant. */
  now: string;
  operation: string;
}

const transit = (etape: Process, { now, operation }: Moment): Transit => ({
  etape,
  operation,
  depuis: now,
  debut: now,
});

/** The record of a loan that is being made. */
export const lending = (
  id: string,
  { livre_id }: Pick<NewLoan, 'livre_id'>,
  decided: Pick<Borrowed, 'utilisateur_id' | 'titre' | 'type' | 'date_echeance' | 'regle' | 'conditions'>,
  moment: Moment,
): InTransit => ({
  id,
  livre_id,
  ...decided,
  date_emprunt: moment.day,
  date_retour: null,
  statut: 'en_attente',
  prolongations: 0,
  penalite: null,
  notices: [],
  transit: transit('pret', moment),
});

export const lent = (loan: Borrowed): Borrowed => ({ ...loan, statut: 'en_cours', transit: null });

/** The loan from the moment its book is back, with what its delay costs. */
export function returning(loan: Borrowed, calendar: Calendar, moment: Moment): InTransit {
  const { days: late, fee } = lateness(loan, moment.day, calendar);
  const penalite = {
    id: penaltyId(loan.id, moment.now),
    montant: toEuros(fee),
    description: `Retour en retard de ${late} jour${late > 1 ? 's' : ''} : « ${loan.titre} »`,
    date_penalite: moment.now,
  };
  return {
    ...loan,
    statut: 'rendu',
    date_retour: moment.day,
    penalite: fee === 0 ? null : penalite,
    transit: transit('retour', moment),
  };
}

/**
 * The id of the penalty for a loan's late return. It begins with the instant, as every penalty's does,
 * and goes on with the loan's own: however often the return is carried out, it is this one penalty.
 */
const penaltyId = (loanId: string, instant: string): string =>
  v7({ msecs: Date.parse(instant), random: parse(loanId) });

/** The loan while its due date is being moved. */
export const renewing = (loan: Borrowed, calendar: Calendar, moment: Moment): InTransit => ({
  ...loan,
  transit: {
    ...transit('prolongation', moment),
    nouvelle_echeance: lastDay(calendar, loan.date_echeance, loan.conditions.jours_par_prolongation),
  },
});

export const renewed = (loan: InTransit): Borrowed => ({
  ...loan,
  date_echeance: loan.transit.nouvelle_echeance ?? loan.date_echeance,
  prolongations: loan.prolongations + 1,
  transit: null,
});

/** The loan once it is no longer in transit. */
export const settled = (loan: Borrowed): Borrowed => ({ ...loan, transit: null });

/**
 * The returned loan without its borrower, nor the penalty that would lead to them: it still tells what its book
 * went through.
 */
export const forgotten = (loan: Borrowed): Forgotten => ({
  ...loan,
  utilisateur_id: null,
  statut: 'rendu',
  penalite: null,
  transit: null,
});

/** The loan in the hands of somebody who brings it to another end. */
export const takenOver = (loan: InTransit, etape: Process, now: string): InTransit => ({
  ...loan,
  transit: { ...loan.transit, etape, depuis: now },
});
