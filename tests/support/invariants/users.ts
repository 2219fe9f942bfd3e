import { directoryItems } from '../../../lib/users/store/directory.ts';
import { isAccount, isMark, isPenalty, type UserItem } from '../read.ts';
import { wrongAnswers } from './answers.ts';
import { said } from './said.ts';

const isGuard = ({ sk }: UserItem) => sk === 'EMAIL' || sk === 'CARTE';
const isListed = ({ pk }: UserItem) => pk.startsWith('ANNUAIRE#');
const isWholeAmount = (cents: number) => Number.isInteger(cents) && cents >= 0;

/** All that a mark says: nothing of the person but the id. */
const MARK = ['depuis', 'id', 'pk', 'sk', 'suivi', 'suivi_tri'];

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
    ...accounts.flatMap((account) => wrongFamily(account, accounts)),
    ...wrongDirectory(items.filter(isListed), accounts),
    ...marks.flatMap((mark) =>
      said(`mark ${mark.pk}`, {
        [`says ${Object.keys(mark)}`]: String(Object.keys(mark).sort()) !== String(MARK),
      }),
    ),
    ...wrongAnswers(items, peopleIn(items)),
  ];
}

/** Where the account's e-mail and its card are guarded. */
const guardsOf = ({ email, adhesion }: UserItem): string[] => [
  ...(email ? [`EMAIL#${email}`] : []),
  `CARTE#${adhesion?.numero_carte}`,
];

/** Nobody answers for somebody who answers for others, and each account knows for how many it answers. */
function wrongFamily({ pk, id, a_charge, adhesion }: UserItem, accounts: UserItem[]): string[] {
  const answersFor = accounts.filter(({ adhesion: { responsable_id } = {} as never }) => responsable_id === id).length;
  const isAnsweredFor = Boolean(adhesion?.responsable_id);
  return said(`account ${pk}`, {
    [`says that it answers for ${a_charge}, and answers for ${answersFor}`]: a_charge !== answersFor,
    'answers for others and is answered for': answersFor > 0 && isAnsweredFor,
    'is answered for by nobody who is there':
      isAnsweredFor && !accounts.some((one) => one.id === adhesion?.responsable_id),
  });
}

/** Everybody is in the directory under each beginning of their words, and nobody else. */
function wrongDirectory(listed: UserItem[], accounts: UserItem[]): string[] {
  const keyOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;
  const present = new Set(listed.map(keyOf));
  const wanted = new Set(accounts.flatMap((account) => directoryItems(account as never)).map(keyOf));
  return [
    ...[...present].filter((key) => !wanted.has(key)).map((key) => `the directory has ${key}, which is nobody's`),
    ...[...wanted].filter((key) => !present.has(key)).map((key) => `the directory lacks ${key}`),
  ];
}

function wrongAccount(account: UserItem, penalties: UserItem[], guards: UserItem[]): string[] {
  const { pk, id, impaye = Number.NaN } = account;
  const own = penalties.filter((penalty) => penalty.pk === pk);
  const left = own.reduce((sum, { reste = Number.NaN }) => sum + reste, 0);
  const claims = guards.filter(({ utilisateur_id }) => utilisateur_id === id);
  return said(`account ${pk}`, {
    [`owes ${impaye} but ${left} is left over its penalties`]: impaye !== left,
    [`owes ${impaye}, no whole number of cents`]: !isWholeAmount(impaye),
    [`is guarded by ${claims.map((claim) => claim.pk)}`]:
      String(claims.map((claim) => claim.pk).sort()) !== String(guardsOf(account).sort()),
  });
}

function wrongPenalty(penalty: UserItem, accounts: UserItem[], deleting: Set<string>): string[] {
  const { pk, sk, id, reste = Number.NaN, montant = Number.NaN, statut, suivi, suivi_tri } = penalty;
  const listed = statut === 'impayee' ? ['IMPAYEES', id] : [undefined, undefined];
  return said(`penalty ${pk} ${sk}`, {
    'has no account': !deleting.has(pk) && !accounts.some((account) => account.pk === pk),
    [`is left with ${reste} of ${montant}`]: !isWholeAmount(reste) || !isWholeAmount(montant) || reste > montant,
    [`is ${statut} with ${reste} left`]: statut === 'impayee' ? reste === 0 : reste !== 0,
    [`is listed at ${suivi} ${suivi_tri}`]: suivi !== listed[0] || suivi_tri !== listed[1],
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
    'has no account with its e-mail or card': !accounts.some(
      (account) => account.id === utilisateur_id && guardsOf(account).includes(pk),
    ),
  });
