import { isAccount, isPenalty, type UserItem } from '../read.ts';
import { said } from './said.ts';

const isGuard = ({ sk }: UserItem) => sk === 'EMAIL';
const isWholeAmount = (cents: number) => Number.isInteger(cents) && cents >= 0;

/** What is wrong among the items of the users table, in words. */
export function wrongUsers(items: UserItem[]): string[] {
  const accounts = items.filter(isAccount);
  const penalties = items.filter(isPenalty);
  const guards = items.filter(isGuard);
  const deleting = new Set(items.filter(({ sk }) => sk === 'SUPPRESSION').map(({ pk }) => pk));
  return [
    ...accounts.flatMap((account) => wrongAccount(account, penalties, guards)),
    ...penalties.flatMap((penalty) => wrongPenalty(penalty, accounts, deleting)),
    ...guards.flatMap((guard) => wrongGuard(guard, accounts)),
  ];
}

function wrongAccount(account: UserItem, penalties: UserItem[], guards: UserItem[]): string[] {
  const { pk, id, email, impaye = Number.NaN } = account;
  const own = penalties.filter((penalty) => penalty.pk === pk);
  const left = own.reduce((sum, { reste = Number.NaN }) => sum + reste, 0);
  const claims = guards.filter(({ utilisateur_id }) => utilisateur_id === id);
  return said(`account ${pk}`, {
    [`owes ${impaye} but ${left} is left over its penalties`]: impaye !== left,
    [`owes ${impaye}, no whole number of cents`]: !isWholeAmount(impaye),
    [`has ${claims.length} e-mail guards`]: claims.length !== 1,
    [`has no guard for ${email}`]: !claims.some((claim) => claim.pk === `EMAIL#${email}`),
  });
}

function wrongPenalty(penalty: UserItem, accounts: UserItem[], deleting: Set<string>): string[] {
  const { pk, sk, id, reste = Number.NaN, montant = Number.NaN, statut, liste, nom_tri } = penalty;
  const listed = statut === 'impayee' ? ['IMPAYEES', id] : [undefined, undefined];
  return said(`penalty ${pk} ${sk}`, {
    'has no account': !deleting.has(pk) && !accounts.some((account) => account.pk === pk),
    [`is left with ${reste} of ${montant}`]: !isWholeAmount(reste) || !isWholeAmount(montant) || reste > montant,
    [`is ${statut} with ${reste} left`]: statut === 'impayee' ? reste === 0 : reste !== 0,
    [`is listed at ${liste} ${nom_tri}`]: liste !== listed[0] || nom_tri !== listed[1],
    ...wrongMoney(penalty),
  });
}

/** Every cent of a penalty is paid, waived or left, and what is given back is all that was paid, by the same means. */
function wrongMoney({ mouvements = [], montant = Number.NaN, reste, statut }: UserItem): Record<string, boolean> {
  const good = mouvements.filter(({ annule }) => !annule);
  const sum = (type: string, moyen?: string | null) =>
    good.reduce(
      (cents, each) => cents + (each.type === type && (moyen ?? each.moyen) === each.moyen ? each.montant : 0),
      0,
    );
  const left = montant - sum('paiement') - sum('annulation');
  const means = [...new Set(good.map(({ moyen }) => moyen))];
  const isWaived = good.some(({ type }) => type !== 'paiement');
  return {
    [`is left with ${reste} and not ${left}`]: reste !== left,
    [`is ${statut} by its movements`]: (statut === 'annulee') !== isWaived,
    'gives back what was not paid': means.some((by) => ![0, sum('paiement', by)].includes(sum('remboursement', by))),
    'gives back a part only': ![0, sum('paiement')].includes(sum('remboursement')),
    'has a movement of nothing': mouvements.some((each) => !isWholeAmount(each.montant) || each.montant === 0),
    'has two movements of one id': new Set(mouvements.map(({ id }) => id)).size !== mouvements.length,
    'has struck what is no payment': mouvements.some(({ annule, type }) => annule && type !== 'paiement'),
    'has a movement without its reason': mouvements.some(
      ({ motif, annule, type }) => (motif === null) !== (type === 'paiement' && !annule),
    ),
  };
}

const wrongGuard = ({ pk, utilisateur_id }: UserItem, accounts: UserItem[]): string[] =>
  said(`guard ${pk}`, {
    'has no account with its e-mail': !accounts.some(
      ({ id, email }) => id === utilisateur_id && pk === `EMAIL#${email}`,
    ),
  });
