import { borrowingMotifs, countLate, owes, type Standing } from '../policy/borrowing.ts';
import type { Policy } from '../policy/policy.ts';
import { fold } from '../values/fold.ts';
import { toEuros } from '../values/money.ts';
import { holding } from '../values/refusal.ts';
import { codes, type Refuses } from './codes.ts';
import type { Claims, User, Verification } from './schema.ts';

/** An account with the person's data and with how it stands. */
export type Account = User & Standing;

/** Finds the claimed fields that differ from the account's. Case and accents do not count. */
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
    emprunts_en_retard: countLate(account, today),
    limite_emprunts: policy.maxLoans,
  };
  if (Object.keys(claims).length === 0) return verification;
  const different = differences(account, claims);
  return { ...verification, informations: { conformes: different.length === 0, differences: different } };
}

/** Refuses to delete an account that owes or borrows, with every motif that holds. */
export function requireDeletable(account: Account, refuse: Refuses<'deletionRefused'>): void {
  const motifs = holding({
    penalites_impayees: owes(account),
    emprunts_en_cours: Object.keys(account.emprunts).length > 0,
  });
  if (motifs.length > 0) refuse({ ...codes.deletionRefused, motifs });
}
