import * as z from 'zod/mini';
import { only } from '../values/fields.ts';
import { toEuros } from '../values/money.ts';
import { email } from './email.ts';
import { AccountStanding, type OwnerQuery, type PenaltiesQuery, type StandingsQuery } from './schema-commands.ts';
import { readAccounts, readOwner } from './store/accounts.ts';
import { type AccountItem, cardKey, emailKey } from './store/items.ts';
import { readPenalties } from './store/penalties.ts';

/** Tells how accounts stand, with the versions on which the caller decides. It changes nothing. */
export const standings = async (query: StandingsQuery) => ({
  comptes: (await accountsIn(query)).map(
    (account) =>
      account &&
      // No other service needs to know why an account is blocked, or when its person was born.
      only(AccountStanding, { ...account, utilisateur_id: account.id, total_impaye: toEuros(account.impaye) }),
  ),
});

const accountsIn = async (query: StandingsQuery): Promise<(AccountItem | null)[]> =>
  'numero_carte' in query
    ? [(await readOwner(cardKey(query.numero_carte))) ?? null]
    : readAccounts(query.utilisateur_ids);

/** Tells whose account has this e-mail, compared as accounts keep theirs; `null` when no account has it. */
export const ownerOfEmail = async ({ email: asked }: OwnerQuery) => {
  const { data: known } = z.safeParse(email, asked);
  const owner = known && (await readOwner(emailKey(known)));
  return { utilisateur_id: owner ? owner.id : null };
};

/** Tells which of these penalties are unpaid. One that is not there was deleted with its account. */
export const unpaidPenalties = async ({ penalites }: PenaltiesQuery) => ({
  impayees: (await readPenalties(penalites)).flatMap((penalty) => (penalty?.statut === 'impayee' ? penalty.id : [])),
});
