import { motifsWhere } from '../values/refusal.ts';
import { isLate } from './lateness.ts';
import type { Policy } from './policy.ts';
import { categoryOf, ruleFor, typeOf } from './rules.ts';

/** The rules about what a person may borrow, for verification, lending and renewing alike. */

const PERSONAL_MOTIFS = ['penalites_impayees', 'compte_bloque', 'adhesion_expiree'] as const;
export type PersonalMotif = (typeof PERSONAL_MOTIFS)[number];

export const BORROWING_MOTIFS = [
  'penalites_impayees',
  'limite_emprunts_atteinte',
  'emprunts_en_retard',
  'compte_bloque',
  'adhesion_expiree',
] as const;
export type BorrowingMotif = (typeof BORROWING_MOTIFS)[number];

const HOLD_MOTIFS = [...PERSONAL_MOTIFS, 'limite_reservations_atteinte'] as const;
export type HoldMotif = (typeof HOLD_MOTIFS)[number];

const TITLE_MOTIFS = ['limite_type_atteinte', 'non_empruntable', 'livre_deja_emprunte'] as const;
export type TitleMotif = (typeof TITLE_MOTIFS)[number];

/** What a membership says that the rules look at. Dates are calendar days, the last of them included. */
export interface Membership {
  categorie: string;
  date_fin: string | null;
  blocage: { jusqu_au: string | null } | null;
}

/** What an account knows of a loan that is out. */
export interface Slot {
  date_echeance: string;
  type: string;
  livre_id: string;
}

/** How an account stands. */
export interface Standing {
  /** What is left to pay over all penalties, in cents. */
  impaye: number;
  /** The loans that are out, by their ids. */
  emprunts: Readonly<Record<string, Slot>>;
  /** The holds that are open, by their ids. */
  reservations: Readonly<Record<string, { livre_id: string }>>;
  adhesion: Membership;
}

export const countLate = ({ emprunts }: Pick<Standing, 'emprunts'>, day: string): number =>
  Object.values(emprunts).filter(({ date_echeance }) => isLate(date_echeance, day)).length;

/** A block ends by itself the day after its last day; without a last day it never does. */
export const isBlocked = ({ blocage }: Pick<Membership, 'blocage'>, day: string): boolean =>
  blocage !== null && (blocage.jusqu_au === null || day <= blocage.jusqu_au);

const isExpired = ({ date_fin }: Membership, day: string): boolean => date_fin !== null && day > date_fin;

/** Tells whether a person owes more than their category may owe while borrowing. */
const owesTooMuch = ({ impaye, adhesion }: Standing, policy: Policy): boolean =>
  impaye > categoryOf(policy, adhesion.categorie).debt;

/** Every rule about the person alone that refuses a renewal or a hold on that day, and a loan as well. */
export const personalMotifs = (standing: Standing, policy: Policy, day: string): PersonalMotif[] =>
  motifsWhere({
    penalites_impayees: owesTooMuch(standing, policy),
    compte_bloque: isBlocked(standing.adhesion, day),
    adhesion_expiree: isExpired(standing.adhesion, day),
  });

/** Every rule about the person that refuses a further hold on that day. */
export const holdMotifs = (standing: Standing, policy: Policy, day: string): HoldMotif[] => [
  ...personalMotifs(standing, policy, day),
  ...motifsWhere({
    limite_reservations_atteinte:
      Object.keys(standing.reservations).length >= categoryOf(policy, standing.adhesion.categorie).holds,
  }),
];

/** Every rule that refuses a further loan on that day; none means that the person may borrow. */
export const borrowingMotifs = (standing: Standing, policy: Policy, day: string): BorrowingMotif[] => {
  const { emprunts, adhesion } = standing;
  return motifsWhere({
    penalites_impayees: owesTooMuch(standing, policy),
    limite_emprunts_atteinte: Object.keys(emprunts).length >= categoryOf(policy, adhesion.categorie).loans,
    emprunts_en_retard: countLate(standing, day) > 0,
    compte_bloque: isBlocked(adhesion, day),
    adhesion_expiree: isExpired(adhesion, day),
  });
};

/** Tells whether a person may not have another copy of a title, as they have one. */
export const hasTitle = ({ emprunts }: Pick<Standing, 'emprunts'>, livreId: string, policy: Policy): boolean =>
  !policy.mayRepeatTitle && Object.values(emprunts).some(({ livre_id }) => livre_id === livreId);

/** Every rule that refuses to lend this title to this person, whatever else they may borrow. */
export function titleMotifs(
  standing: Pick<Standing, 'emprunts' | 'adhesion'>,
  title: { livre_id: string; type: string },
  policy: Policy,
): TitleMotif[] {
  const { emprunts, adhesion } = standing;
  const { maxLoans, mayBeLent } = ruleFor(policy, adhesion.categorie, title.type);
  const ofType = Object.values(emprunts).filter(({ type }) => typeOf(policy, type) === typeOf(policy, title.type));
  return motifsWhere({
    limite_type_atteinte: maxLoans !== null && ofType.length >= maxLoans,
    non_empruntable: !mayBeLent,
    livre_deja_emprunte: hasTitle(standing, title.livre_id, policy),
  });
}
