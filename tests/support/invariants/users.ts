import { isAccount, isMark, isPenalty, type UserItem } from '../read.ts';
import { wrongAnswers } from './answers.ts';
import { said } from './said.ts';

const isGuard = ({ sk }: UserItem) => sk === 'EMAIL';
const isWholeAmount = (cents: number) => Number.isInteger(cents) && cents >= 0;

/** All that a mark says: nothing of the person but the id. */
const MARK = ['depuis', 'id', 'liste', 'nom_tri', 'pk', 'sk'];

/** The ids of those who have an account, or had one whose deletion goes on. */
export const peopleIn = (items: UserItem[]): ReadonlySet<string> =>
  new Set(items.filter((item) => isAccount(item) || isMark(item)).map(({ id }) => id as string));

/** What is wrong among the items of the users table, in words. */
export function wrongUsers(items: UserItem[]): string[] {
  const accounts = items.filter(isAccount);
  const penalties = items.filter(isPenalty);
  const guards = items.filter(isGuard);
  const marks = items.filter(isMark);
  const deleting = new Set(marks.map(({ pk }) => pk));
  return [
    ...accounts.flatMap((account) => wrongAccount(account, penalties, guards)),
    ...penalties.flatMap((penalty) => wrongPenalty(penalty, accounts, deleting)),
    ...guards.flatMap((guard) => wrongGuard(guard, accounts)),
    ...marks.flatMap((mark) =>
      said(`mark ${mark.pk}`, {
        [`says ${Object.keys(mark)}`]: String(Object.keys(mark).sort()) !== String(MARK),
      }),
    ),
    ...wrongAnswers(items, peopleIn(items)),
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
  const { pk, sk, reste = Number.NaN, montant = Number.NaN, statut } = penalty;
  return said(`penalty ${pk} ${sk}`, {
    'has no account': !deleting.has(pk) && !accounts.some((account) => account.pk === pk),
    [`is left with ${reste} of ${montant}`]: !isWholeAmount(reste) || !isWholeAmount(montant) || reste > montant,
    [`is ${statut} with ${reste} left`]: statut === 'impayee' ? reste === 0 : reste !== 0,
  });
}

const wrongGuard = ({ pk, utilisateur_id }: UserItem, accounts: UserItem[]): string[] =>
  said(`guard ${pk}`, {
    'has no account with its e-mail': !accounts.some(
      ({ id, email }) => id === utilisateur_id && pk === `EMAIL#${email}`,
    ),
  });
