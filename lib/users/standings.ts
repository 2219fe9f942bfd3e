import { only } from '../values/fields.ts';
import { toEuros } from '../values/money.ts';
import { AccountStanding, type StandingsQuery } from './schema.ts';
import { readAccounts } from './store/accounts.ts';

/** Tells how accounts stand, with the versions on which the caller decides. It changes nothing. */
export const standings = async ({ utilisateur_ids }: StandingsQuery) => ({
  comptes: (await readAccounts(utilisateur_ids)).map(
    // Nobody else needs to know why an account is blocked, or when its person was born.
    (account) => account && only(AccountStanding, { ...account, total_impaye: toEuros(account.impaye) }),
  ),
});
