import { parse, v7 } from 'uuid';
import { lastDay } from '../policy/calendar.ts';
import { lateness } from '../policy/lateness.ts';
import type { Calendar } from '../policy/policy.ts';
import type { Conditions } from '../policy/rules.ts';
import { toEuros } from '../values/money.ts';
import type { Loan, Step } from './schema.ts';

/** The record of a loan and its states. What the record says has happened, whatever the other services know yet. */

/** What a loan may be in the middle of; lib/loans/loan-process.ts says how each comes to its end. */
export type Process = 'pret' | 'annulation' | 'prolongation' | 'retablissement' | 'retour' | 'perte';

export interface Transit<P = Process> {
  etape: P;
  /** The request that began it: it recognises its own write after a lost answer. */
  operation: string;
  /** When a request or the reconciler last took it up, and when it began: instants. */
  depuis: string;
  debut: string;
  /** The due date that a renewal is to give. */
  nouvelle_echeance?: string;
  /** The hold that a loan is to fulfil. */
  reservation_id?: string;
}

/** What a record says of every notice. */
export interface Sending {
  /** `en_envoi` from just before the mail goes until it is known to have gone. */
  etat: 'en_envoi' | 'envoyee';
  /** The run that took it up. */
  passage: string;
  /** Instant. */
  date_envoi: string;
}

export interface Notice extends Sending {
  etape: Step;
  /** The due date that the step counts from: a renewal gives another, and arms every step anew. */
  echeance: string;
}

/** A copy with its barcode. */
export type NamedCopy = Pick<Loan, 'exemplaire_id' | 'code_barres'>;

interface Kept extends Omit<Loan, 'utilisateur_id' | 'en_retard' | 'jours_retard' | 'penalite' | 'notifications'> {
  /** The document's type when it was lent. */
  type: string;
  /** What the loan keeps of its rule: a later change of policy, category or calendar moves nothing that is out. */
  conditions: Conditions;
  /** When its book came back or was lost: an instant, which orders the loans that ended on one day. */
  fin: string | null;
  penalite: Charge | null;
  /** What the delay of a lost book costs besides. */
  amende: Charge | null;
  notices: Notice[];
}

/** What a loan costs its borrower, as their penalty says. The amount is in euros. */
export interface Charge {
  id: string;
  montant: number;
  description: string;
  date_penalite: string;
}

/** Lists all that a loan costs its borrower. */
export const chargesOf = ({ penalite, amende }: Pick<Kept, 'penalite' | 'amende'>): Charge[] =>
  [penalite, amende].filter((charge) => charge !== null);

/** The record of a loan whose borrower is known. Commands about it can be sent. */
export interface Borrowed extends Kept {
  utilisateur_id: string;
  transit: Transit | null;
}

/** The record of a loan that has forgotten its borrower, which only one that is over and settled does. */
export interface Forgotten extends Kept {
  utilisateur_id: null;
  fin: null;
  penalite: null;
  amende: null;
  transit: null;
}

export type LoanRecord = Borrowed | Forgotten;

/** A loan is over once its book is back or lost. */
export const isOver = ({ date_retour }: Pick<Kept, 'date_retour'>): boolean => date_retour !== null;

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

/** What a record is in the middle of from that moment. */
export const transit = <P = Process>(etape: P, { now, operation }: Moment): Transit<P> => ({
  etape,
  operation,
  depuis: now,
  debut: now,
});

/** The record of a loan that is being made. */
export const lending = (
  id: string,
  {
    reservation_id,
    ...decided
  }: Pick<
    Borrowed,
    'utilisateur_id' | 'livre_id' | 'titre' | 'type' | 'date_echeance' | 'regle' | 'conditions' | keyof NamedCopy
  > & { reservation_id: string | null },
  moment: Moment,
): InTransit => ({
  id,
  ...decided,
  date_emprunt: moment.day,
  date_retour: null,
  fin: null,
  statut: 'en_attente',
  prolongations: 0,
  penalite: null,
  amende: null,
  notices: [],
  transit: { ...transit('pret', moment), ...(reservation_id !== null && { reservation_id }) },
});

export const lent = (loan: Borrowed): Borrowed => ({ ...loan, statut: 'en_cours', transit: null });

/** What the delay of a loan that is over on that day costs; `null` when that is nothing. */
function lateCharge(loan: Borrowed, { day, now }: Moment): Charge | null {
  const { days: late, fee } = lateness(loan, day);
  if (fee === 0) return null;
  const description = `Retour en retard de ${late} jour${late > 1 ? 's' : ''} : « ${loan.titre} »`;
  return { id: penaltyId(loan.id, now), montant: toEuros(fee), description, date_penalite: now };
}

/** The loan from the moment its book is back, with what its delay costs. */
export const returning = (loan: Borrowed, moment: Moment): InTransit => ({
  ...loan,
  statut: 'rendu',
  date_retour: moment.day,
  fin: moment.now,
  penalite: lateCharge(loan, moment),
  transit: transit('retour', moment),
});

/**
 * The loan from the moment its book is lost, with what the book costs, and apart from it its delay.
 * @param montant in euros
 */
export const losing = (loan: Borrowed, montant: number, moment: Moment): InTransit => ({
  ...loan,
  statut: 'perdu',
  date_retour: moment.day,
  fin: moment.now,
  penalite: {
    id: penaltyId(loan.id, moment.now, LOSS),
    montant,
    description: `Livre perdu : « ${loan.titre} »`,
    date_penalite: moment.now,
  },
  amende: lateCharge(loan, moment),
  transit: transit('perte', moment),
});

/** Tells the penalty for a loss from that for a delay. */
const LOSS = 0xff;

/**
 * The id of a penalty for a loan. It begins with the instant, as every penalty's does, and goes on with the
 * loan's own: however often the process is carried out, it is this one penalty.
 */
function penaltyId(loanId: string, instant: string, kind = 0): string {
  const random = parse(loanId);
  random[15] = (random[15] as number) ^ kind;
  return v7({ msecs: Date.parse(instant), random });
}

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
 * The loan that is over without its borrower, nor the penalties and the instant that would lead to them: it still tells
 * what its book went through.
 */
export const forgotten = (loan: Borrowed): Forgotten => ({
  ...loan,
  utilisateur_id: null,
  fin: null,
  penalite: null,
  amende: null,
  transit: null,
});

/** The loan once the reconciler has taken its process over, to bring it to the end that this step has. */
export const takenOver = (loan: InTransit, etape: Process, now: string): InTransit => ({
  ...loan,
  transit: { ...loan.transit, etape, depuis: now },
});
