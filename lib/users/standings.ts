import { toEuros } from '../values/money.ts';
import type { AccountStanding, Standings, StandingsQuery } from './schema.ts';
import { readAccounts } from './store/accounts.ts';
import type { AccountItem } from './store/items.ts';

/** Tells how accounts stand, with the versions on which the caller decides. It changes nothing. */
export const standings = async ({ utilisateur_ids }: StandingsQuery): Promise<Standings> => ({
  comptes: (await readAccounts(utilisateur_ids)).map((account) => (account ? standing(account) : null)),
});

const standing = ({ version, nom, prenom, email, impaye, emprunts }: AccountItem): AccountStanding => ({
  version,
  nom,
  prenom,
  email,
  total_impaye: toEuros(impaye),
  emprunts,
});
