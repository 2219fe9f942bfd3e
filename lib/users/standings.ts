import { only } from '../values/fields.ts';
import { toEuros } from '../values/money.ts';
import { AccountStanding, type PenaltiesQuery, type StandingsQuery } from './schema.ts';
import { readAccounts } from './store/accounts.ts';
import { readPenalties } from './store/penalties.ts';

/** Tells how accounts stand, with the versions on which the caller decides. It changes nothing. */
export const standings = async ({ utilisateur_ids }: StandingsQuery) => ({
  comptes: (await readAccounts(utilisateur_ids)).map(
    (account) => account && only(AccountStanding, { ...account, total_impaye: toEuros(account.impaye) }),
  ),
});

/** Tells which of these penalties are unpaid. One that is not there is owed by nobody: its account was deleted. */
export const unpaidPenalties = async ({ penalites }: PenaltiesQuery) => ({
  impayees: (await readPenalties(penalites)).flatMap((penalty) => (penalty?.statut === 'impayee' ? penalty.id : [])),
});
