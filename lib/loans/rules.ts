import type { Policy } from '../runtime/config.ts';
import { addDays, daysBetween } from '../values/days.ts';
import { Failure } from '../values/failure.ts';
import { toEuros } from '../values/money.ts';
import { penaltyId } from './penalty-id.ts';
import type { Loan, NewLoan, OverdueLoan, Step } from './schema.ts';

/**
 * What a loan is in the middle of. `pret` becomes a loan or is undone by `annulation`; `prolongation`
 * moves the due date or is undone by `retablissement`; `retour` is decided and only goes forward.
 */
export interface Transit {
  etape: 'pret' | 'annulation' | 'prolongation' | 'retablissement' | 'retour';
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
  /** Instant. */
  date_envoi: string;
}

/** The record of a loan: what it says has happened has happened, whatever the other services know yet. */
export interface LoanRecord {
  id: string;
  utilisateur_id: string;
  livre_id: string;
  titre: string | null;
  date_emprunt: string;
  date_echeance: string;
  date_retour: string | null;
  statut: Loan['statut'];
  prolongations: number;
  penalite: { id: string; montant: number; description: string; date_penalite: string } | null;
  notices: Notice[];
  transit: Transit | null;
}

const transit = (etape: Transit['etape'], now: string): Transit => ({ etape, depuis: now, debut: now });

// ── lend ────────────────────────────────────────────────────────────────────────────────────────

export const lending = (id: string, { utilisateur_id, livre_id }: NewLoan, policy: Policy, day: string, now: string) =>
  ({
    id,
    utilisateur_id,
    livre_id,
    titre: null,
    date_emprunt: day,
    date_echeance: addDays(day, policy.loanDays),
    date_retour: null,
    statut: 'en_attente',
    prolongations: 0,
    penalite: null,
    notices: [],
    transit: transit('pret', now),
  }) satisfies LoanRecord;

export const lent = (loan: LoanRecord, titre: string): LoanRecord => ({
  ...loan,
  titre,
  statut: 'en_cours',
  transit: null,
});

// ── return ──────────────────────────────────────────────────────────────────────────────────────

export const daysLate = (due: string, day: string): number => Math.max(0, daysBetween(due, day));

/** Cents: every calendar day after the due date counts, up to the limit; no grace. */
export const lateFee = (days: number, policy: Policy): number =>
  Math.min(days * policy.lateFeePerDay, policy.lateFeeMax);

/**
 * The loan from the moment its book is back, with what its delay costs.
 * @param now instant
 * @throws Failure `retour_refuse`
 */
export function returning(loan: LoanRecord, policy: Policy, day: string, now: string): LoanRecord {
  if (loan.statut === 'rendu') throw new Failure('retour_refuse', { motifs: ['emprunt_rendu'] });
  const late = daysLate(loan.date_echeance, day);
  const fee = lateFee(late, policy);
  return {
    ...loan,
    statut: 'rendu',
    date_retour: day,
    penalite:
      fee === 0
        ? null
        : {
            id: penaltyId(loan.id, now),
            montant: toEuros(fee),
            description: `Retour en retard de ${late} jour${late > 1 ? 's' : ''} : « ${loan.titre} »`,
            date_penalite: now,
          },
    transit: transit('retour', now),
  };
}

// ── renew ───────────────────────────────────────────────────────────────────────────────────────

/** What the loan itself has against its renewal; what the person owes is the users service's to say. */
export function renewalMotifs(loan: LoanRecord, policy: Policy, day: string): string[] {
  if (loan.statut === 'rendu') return ['emprunt_rendu'];
  const motifs: string[] = [];
  if (daysLate(loan.date_echeance, day) > 0) motifs.push('emprunt_en_retard');
  if (loan.prolongations >= policy.maxRenewals) motifs.push('limite_prolongations_atteinte');
  return motifs;
}

export const renewing = (loan: LoanRecord, policy: Policy, now: string) => ({
  ...loan,
  transit: { ...transit('prolongation', now), nouvelle_echeance: addDays(loan.date_echeance, policy.renewalDays) },
});

export const renewed = (loan: ReturnType<typeof renewing>): LoanRecord => ({
  ...loan,
  date_echeance: loan.transit.nouvelle_echeance,
  prolongations: loan.prolongations + 1,
  transit: null,
});

// ── settle ──────────────────────────────────────────────────────────────────────────────────────

export const settled = (loan: LoanRecord): LoanRecord => ({ ...loan, transit: null });

const TAKEN_OVER: Record<Transit['etape'], Transit['etape']> = {
  pret: 'annulation',
  annulation: 'annulation',
  prolongation: 'retablissement',
  retablissement: 'retablissement',
  retour: 'retour',
};

/** What the reconciler makes of a loan cut off in the middle: nobody was told yes, so it is undone; a return is finished. */
export const takenOver = (loan: LoanRecord & { transit: Transit }, now: string): LoanRecord => ({
  ...loan,
  transit: { ...loan.transit, etape: TAKEN_OVER[loan.transit.etape], depuis: now },
});

// ── notices ─────────────────────────────────────────────────────────────────────────────────────

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

/** The step to write about today: the latest that has come, unless it was written about; missed ones stay missed. */
export function stepDue(loan: LoanRecord, day: string): Step | undefined {
  if (loan.statut !== 'en_cours') return undefined;
  const since = daysBetween(loan.date_echeance, day);
  const step = STEPS.find(([, days]) => days <= since)?.[0];
  const written = loan.notices.some(({ etape, echeance }) => etape === step && echeance === loan.date_echeance);
  return written ? undefined : step;
}

export const noticing = (loan: LoanRecord, etape: Step, now: string): LoanRecord => ({
  ...loan,
  notices: [...loan.notices, { etape, echeance: loan.date_echeance, etat: 'en_envoi', date_envoi: now }],
});

const isOf = (etape: Step, echeance: string) => (notice: Notice) =>
  notice.etape === etape && notice.echeance === echeance;

export const noticed = (loan: LoanRecord, etape: Step, echeance: string): LoanRecord => ({
  ...loan,
  notices: loan.notices.map((notice) => (isOf(etape, echeance)(notice) ? { ...notice, etat: 'envoyee' } : notice)),
});

/** The step as if nobody had taken it up: its mail was refused and did not go. */
export const unnoticed = (loan: LoanRecord, etape: Step, echeance: string): LoanRecord => ({
  ...loan,
  notices: loan.notices.filter((notice) => !isOf(etape, echeance)(notice)),
});

// ── views ───────────────────────────────────────────────────────────────────────────────────────

/** The loan as it is on that day. */
export function loanOn(day: string, loan: LoanRecord): Loan {
  const jours_retard = loan.statut === 'en_attente' ? 0 : daysLate(loan.date_echeance, loan.date_retour ?? day);
  return {
    id: loan.id,
    utilisateur_id: loan.utilisateur_id,
    livre_id: loan.livre_id,
    titre: loan.titre,
    date_emprunt: loan.date_emprunt,
    date_echeance: loan.date_echeance,
    date_retour: loan.date_retour,
    statut: loan.statut,
    prolongations: loan.prolongations,
    en_retard: jours_retard > 0,
    jours_retard,
    penalite: loan.penalite && { id: loan.penalite.id, montant: loan.penalite.montant },
    notifications: loan.notices
      .filter(({ etat }) => etat === 'envoyee')
      .map(({ etape, date_envoi }) => ({ etape, date_envoi })),
  };
}

/** The late loan with what its return would cost that day. */
export function overdueOn(day: string, loan: LoanRecord, policy: Policy): OverdueLoan {
  const view = loanOn(day, loan);
  return { ...view, penalite_estimee: toEuros(lateFee(view.jours_retard, policy)) };
}
