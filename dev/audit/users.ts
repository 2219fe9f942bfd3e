import { directoryItems } from '../../lib/users/store/directory.ts';
import { wrongAnswers } from './answers.ts';
import { isAccount, isMark, isPenalty, type UserItem } from './items.ts';
import { kindOf, said } from './said.ts';

const isGuard = ({ sk }: UserItem) => sk === 'EMAIL' || sk === 'CARTE';
const isListed = ({ pk }: UserItem) => pk.startsWith('ANNUAIRE#');
const isAnswer = ({ pk }: UserItem) => /^(IDEMPOTENCE|REPONSES)#/.test(pk);
const isSeeded = ({ sk }: UserItem) => sk === 'SEMIS';
const KINDS = [isAccount, isPenalty, isMark, isGuard, isListed, isAnswer, isSeeded];
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
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const accountKeys = new Set(accounts.map(({ pk }) => pk));
  const penaltiesOf = Map.groupBy(penalties, ({ pk }) => pk);
  const claimsOf = Map.groupBy(guards, ({ utilisateur_id }) => utilisateur_id);
  const childrenOf = Map.groupBy(accounts, ({ adhesion }) => adhesion?.responsable_id ?? null);
  return [
    ...items
      .filter((item) => !KINDS.some((is) => is(item)))
      .map((item) => `${kindOf(item)} n’est d’aucune sorte connue`),
    ...accounts.flatMap((account) => [
      ...wrongAccount(account, penaltiesOf.get(account.pk) ?? [], claimsOf.get(account.id) ?? []),
      ...wrongFamily(account, childrenOf.get(account.id as string)?.length ?? 0, byId),
    ]),
    ...penalties.flatMap((penalty) => wrongPenalty(penalty, accountKeys.has(penalty.pk) || deleting.has(penalty.pk))),
    ...guards.flatMap((guard) => wrongGuard(guard, byId.get(guard.utilisateur_id))),
    ...wrongDirectory(items.filter(isListed), accounts),
    ...marks.flatMap((mark) =>
      said(mark.pk, {
        'est une suppression qui garde plus que l’identifiant': String(Object.keys(mark).sort()) !== String(MARK),
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
function wrongFamily({ pk, a_charge, adhesion }: UserItem, children: number, byId: Map<unknown, UserItem>): string[] {
  const isAnsweredFor = Boolean(adhesion?.responsable_id);
  return said(pk, {
    [`dit répondre de ${a_charge} et répond de ${children}`]: a_charge !== children,
    'répond d’autres et a un responsable': children > 0 && isAnsweredFor,
    'a un responsable qui n’existe pas': isAnsweredFor && !byId.has(adhesion?.responsable_id),
  });
}

/** Everybody is in the directory under each beginning of their words, and nobody else. */
function wrongDirectory(listed: UserItem[], accounts: UserItem[]): string[] {
  const lines = Map.groupBy(listed, ({ sk }) => sk.slice(sk.lastIndexOf('\t') + 1));
  const keyOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;
  const known = new Set(accounts.map(({ id }) => id));
  return [
    ...accounts.flatMap(({ pk, id, nom = '', prenom = '' }) => {
      const present = new Set((lines.get(id as string) ?? []).map(keyOf));
      const wanted = new Set(directoryItems({ id: id as string, nom, prenom }).map(keyOf));
      return said(pk, {
        'manque dans l’annuaire': [...wanted].some((key) => !present.has(key)),
        'est de trop dans l’annuaire': [...present].some((key) => !wanted.has(key)),
      });
    }),
    ...[...lines.keys()]
      .filter((id) => !known.has(id))
      .map((id) => `UTILISATEUR#${id} n’existe pas et reste dans l’annuaire`),
  ];
}

function wrongAccount(account: UserItem, own: UserItem[], claims: UserItem[]): string[] {
  const { pk, impaye = Number.NaN } = account;
  const left = own.reduce((sum, { reste = Number.NaN }) => sum + reste, 0);
  return said(pk, {
    [`doit ${impaye} centimes et ses pénalités ${left}`]: impaye !== left,
    [`doit ${impaye}, qui n’est pas un montant`]: !isWholeAmount(impaye),
    'n’est pas seul à garder son adresse et sa carte, ou ne les garde pas':
      String(claims.map((claim) => claim.pk).sort()) !== String(guardsOf(account).sort()),
  });
}

function wrongPenalty(penalty: UserItem, hasOwner: boolean): string[] {
  const { pk, sk, id, reste = Number.NaN, montant = Number.NaN, statut, suivi, suivi_tri } = penalty;
  const listed = statut === 'impayee' ? ['IMPAYEES', id] : [undefined, undefined];
  return said(`${pk} ${sk}`, {
    'n’a pas de compte': !hasOwner,
    [`a ${reste} à payer sur ${montant}`]: !isWholeAmount(reste) || !isWholeAmount(montant) || reste > montant,
    [`est ${statut} avec ${reste} à payer`]: statut === 'impayee' ? reste === 0 : reste !== 0,
    [`est dans l’index à ${suivi} ${suivi_tri}`]: suivi !== listed[0] || suivi_tri !== listed[1],
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
    [`a ${reste} à payer, et ${left} d’après ses mouvements`]: reste !== left,
    [`est ${statut}, ce que ses mouvements démentent`]: (statut === 'annulee') !== isWaived,
    'rend ce qui n’a pas été payé': means.some((by) => ![0, sum('paiement', by)].includes(sum('remboursement', by))),
    'ne rend qu’une partie': ![0, sum('paiement')].includes(sum('remboursement')),
    'a un mouvement de rien': mouvements.some((each) => !isWholeAmount(each.montant) || each.montant === 0),
    'a deux mouvements du même identifiant': new Set(mouvements.map(({ id }) => id)).size !== mouvements.length,
    'a annulé ce qui n’est pas un paiement': mouvements.some(({ annule, type }) => annule && type !== 'paiement'),
    'a un mouvement sans sa raison': mouvements.some(
      ({ motif, annule, type }) => (motif === null) !== (type === 'paiement' && !annule),
    ),
  };
}

const wrongGuard = (guard: UserItem, owner: UserItem | undefined): string[] =>
  said(`${kindOf(guard)} de UTILISATEUR#${guard.utilisateur_id}`, {
    'n’est pas à ce compte': owner === undefined || !guardsOf(owner).includes(guard.pk),
  });
