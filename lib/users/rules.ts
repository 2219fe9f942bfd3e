import { borrowingMotifs, countLate, type Standing } from '../policy/borrowing.ts';
import type { Policy } from '../policy/policy.ts';
import { categoryOf } from '../policy/rules.ts';
import { Failure, type Fault } from '../values/failure.ts';
import { fold } from '../values/fold.ts';
import { toEuros } from '../values/money.ts';
import { motifsWhere } from '../values/refusal.ts';
import { codes, type Refuses } from './codes.ts';
import { areFindable, foldName, TOO_MANY_WORDS } from './names.ts';
import type { Membership, User, Verification } from './schema.ts';
import type { Claims } from './schema-requests.ts';

/** An account with the person's data and with how it stands. */
export type Account = User &
  Standing & {
    /** The number of accounts that this one answers for. */
    a_charge: number;
  };

const folded = { nom: foldName, prenom: foldName, email: fold };

/** Finds the claimed fields that differ from the account's, names being compared as a reader reads them. */
const differences = (account: Account, claims: Claims) =>
  (['nom', 'prenom', 'email'] as const).filter((field) => {
    const claimed = claims[field];
    return claimed !== undefined && folded[field](claimed) !== folded[field](account[field] ?? '');
  });

export function verify(account: Account, claims: Claims, policy: Policy, today: string): Verification {
  const motifs = borrowingMotifs(account, policy, today);
  const category = categoryOf(policy, account.adhesion.categorie);
  const verification: Verification = {
    utilisateur_id: account.id,
    peut_emprunter: motifs.length === 0,
    motifs,
    total_impaye: toEuros(account.impaye),
    emprunts_en_cours: Object.keys(account.emprunts).length,
    emprunts_en_retard: countLate(account, today),
    limite_emprunts: category.loans,
    categorie: category.name,
    reservations_en_cours: Object.keys(account.reservations).length,
    limite_reservations: category.holds,
  };
  if (Object.keys(claims).length === 0) return verification;
  const different = differences(account, claims);
  return { ...verification, informations: { conformes: different.length === 0, differences: different } };
}

/** Refuses to delete an account that owes, borrows, has reserved or answers for others, with every motif that holds. */
export function requireDeletable(account: Account, refuse: Refuses<'deletionRefused'>): void {
  const motifs = motifsWhere({
    penalites_impayees: account.impaye > 0,
    emprunts_en_cours: Object.keys(account.emprunts).length > 0,
    reservations_en_cours: Object.keys(account.reservations).length > 0,
    responsable_de_comptes: account.a_charge > 0,
  });
  if (motifs.length > 0) refuse({ ...codes.deletionRefused, motifs });
}

/** Refuses a birth that is still to come. @throws Failure `requete_invalide` */
export const requireBorn = (birth: Birth, today: string): void => requireNone(faultsOfBirth(birth, today));

/**
 * Refuses a birth that is still to come, and names that have too many words together, of which a change may give but
 * one.
 * @throws Failure `requete_invalide`
 */
export const requirePlausible = (user: User, today: string): void =>
  requireNone([...fault(!areFindable(user), 'nom', TOO_MANY_WORDS), ...faultsOfBirth(user.adhesion, today)]);

type Birth = Pick<Membership, 'date_naissance'>;
const faultsOfBirth = ({ date_naissance }: Birth, today: string): Fault[] =>
  fault((date_naissance ?? '') > today, 'adhesion.date_naissance', 'ne doit pas être à venir');

const fault = (isFault: boolean, chemin: string, message: string): Fault[] => (isFault ? [{ chemin, message }] : []);

function requireNone(erreurs: Fault[]): void {
  if (erreurs.length > 0) throw new Failure('requete_invalide', { erreurs });
}

/** Refuses a responsible person for an account that is this person's own, or that answers for others itself. */
export function requireIndependent(
  { id, adhesion: { responsable_id } }: User,
  answersFor: number,
  refuse: Refuses<'responsibleRefused'>,
): void {
  if (responsable_id === null) return;
  const motifs = motifsWhere({
    responsable_est_le_compte: responsable_id === id,
    compte_est_responsable: answersFor > 0,
  });
  if (motifs.length > 0) refuse({ ...codes.responsibleRefused, motifs });
}
