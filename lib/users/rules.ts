import type { Policy } from '../runtime/config.ts';
import { Failure } from '../values/failure.ts';
import { fold } from '../values/fold.ts';
import { toCents, toEuros } from '../values/money.ts';
import type { BorrowingMotif, Claims, Penalty, User, Verification } from './schema.ts';

/** Everything that decides what a person may borrow, in one place. */
export interface Account extends User {
  /** Cents left to pay over all penalties. */
  impaye: number;
  /** The loans that are out: loan id → due date. */
  emprunts: Record<string, string>;
}

/** A loan is late from the day after its due date. */
const late = (account: Account, today: string) => Object.values(account.emprunts).filter((due) => due < today).length;

/** The borrowing rules that refuse, all of them; none means that the person may borrow. */
export function borrowingMotifs(account: Account, policy: Policy, today: string): BorrowingMotif[] {
  const motifs: BorrowingMotif[] = [];
  if (account.impaye > 0) motifs.push('penalites_impayees');
  if (Object.keys(account.emprunts).length >= policy.maxLoans) motifs.push('limite_emprunts_atteinte');
  if (late(account, today) > 0) motifs.push('emprunts_en_retard');
  return motifs;
}

/** Only what is owed stands against a renewal: the loan holds its slot already. */
export const renewalMotifs = (account: Account): BorrowingMotif[] => (account.impaye > 0 ? ['penalites_impayees'] : []);

/** The claimed fields that differ from the account's, case and accents ignored. */
const differences = (account: Account, claims: Claims) =>
  (['nom', 'prenom', 'email'] as const).filter((field) => {
    const claimed = claims[field];
    return claimed !== undefined && fold(claimed) !== fold(account[field]);
  });

export function verify(account: Account, claims: Claims, policy: Policy, today: string): Verification {
  const motifs = borrowingMotifs(account, policy, today);
  const verification: Verification = {
    utilisateur_id: account.id,
    peut_emprunter: motifs.length === 0,
    motifs,
    total_impaye: toEuros(account.impaye),
    emprunts_en_cours: Object.keys(account.emprunts).length,
    emprunts_en_retard: late(account, today),
    limite_emprunts: policy.maxLoans,
  };
  if (Object.keys(claims).length === 0) return verification;
  const different = differences(account, claims);
  return { ...verification, informations: { conformes: different.length === 0, differences: different } };
}

/** @throws Failure `suppression_refusee` with every motif that holds */
export function requireDeletable(account: Account): void {
  const motifs: string[] = [];
  if (account.impaye > 0) motifs.push('penalites_impayees');
  if (Object.keys(account.emprunts).length > 0) motifs.push('emprunts_en_cours');
  if (motifs.length > 0) throw new Failure('suppression_refusee', { motifs });
}

/**
 * The penalty once `euros` of it are paid; `payee` when nothing is left.
 * @throws Failure `paiement_refuse`
 */
export function pay(penalty: Penalty, euros: number): Penalty {
  if (penalty.statut !== 'impayee') throw new Failure('paiement_refuse', { motifs: ['penalite_close'] });
  const left = toCents(penalty.reste_a_payer) - toCents(euros);
  if (left < 0) throw new Failure('paiement_refuse', { motifs: ['montant_superieur_au_reste'] });
  return { ...penalty, reste_a_payer: toEuros(left), statut: left === 0 ? 'payee' : 'impayee' };
}

/**
 * The penalty once it is waived: what was left is no longer owed.
 * @throws Failure `annulation_refusee`
 */
export function waive(penalty: Penalty): Penalty {
  if (penalty.statut !== 'impayee') throw new Failure('annulation_refusee', { motifs: ['penalite_close'] });
  return { ...penalty, reste_a_payer: 0, statut: 'annulee' };
}
