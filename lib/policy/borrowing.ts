import { holding } from '../values/refusal.ts';
import { isLate } from './lateness.ts';
import type { Category, Policy } from './policy.ts';

/** The rules about what a person may borrow, for verification, lending and renewing alike. */

export const PERSONAL_MOTIFS = ['penalites_impayees', 'compte_bloque', 'adhesion_expiree'] as const;
export type PersonalMotif = (typeof PERSONAL_MOTIFS)[number];

export const BORROWING_MOTIFS = [...PERSONAL_MOTIFS, 'limite_emprunts_atteinte', 'emprunts_en_retard'] as const;
export type BorrowingMotif = (typeof BORROWING_MOTIFS)[number];

/** What a membership says that the rules look at. Dates are calendar days, the last of them included. */
export interface Membership {
  categorie: Category;
  date_fin: string | null;
  blocage: { jusqu_au: string | null } | null;
}

/** How an account stands. */
export interface Standing {
  /** What is left to pay over all penalties, in cents. */
  impaye: number;
  /** The loans that are out: loan id → due date. */
  emprunts: Readonly<Record<string, string>>;
  adhesion: Membership;
}

export const countLate = ({ emprunts }: Pick<Standing, 'emprunts'>, day: string): number =>
  Object.values(emprunts).filter((due) => isLate(due, day)).length;

export const owes = ({ impaye }: Pick<Standing, 'impaye'>): boolean => impaye > 0;

/** A block ends by itself the day after its last day; without a last day it never does. */
export const isBlocked = ({ blocage }: Membership, day: string): boolean =>
  blocage !== null && (blocage.jusqu_au === null || day <= blocage.jusqu_au);

const isExpired = ({ date_fin }: Membership, day: string): boolean => date_fin !== null && day > date_fin;

/** Every rule about the person that refuses to lend or to renew on that day. */
export const personalMotifs = (standing: Standing, day: string): PersonalMotif[] =>
  holding({
    penalites_impayees: owes(standing),
    compte_bloque: isBlocked(standing.adhesion, day),
    adhesion_expiree: isExpired(standing.adhesion, day),
  });

/** Every rule that refuses a further loan on that day; none means that the person may borrow. */
export const borrowingMotifs = (standing: Standing, policy: Policy, day: string): BorrowingMotif[] => [
  ...personalMotifs(standing, day),
  ...holding({
    limite_emprunts_atteinte: Object.keys(standing.emprunts).length >= policy.limits[standing.adhesion.categorie].loans,
    emprunts_en_retard: countLate(standing, day) > 0,
  }),
];
