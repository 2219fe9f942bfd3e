import { makeOnce } from '../../aws/dynamodb/idempotency.ts';
import { getItem, getItems, type ItemKey } from '../../aws/dynamodb/read.ts';
import { Moved } from '../../aws/dynamodb/retry.ts';
import { deleteAt, putAt } from '../../aws/dynamodb/versioned.ts';
import { putNew, removeAnyway, type Step, transact } from '../../aws/dynamodb/write.ts';
import type { Attempt } from '../../values/attempt.ts';
import { codes, type Refuses } from '../codes.ts';
import type { User } from '../schema.ts';
import { putMark } from './deletion.ts';
import { listAnew } from './directory.ts';
import { type AccountItem, accountKey, cardKey, emailKey, newAccountItem, TABLE } from './items.ts';

/** Reads an account by GetItem. */
export const readAccount = (id: string) => getItem<AccountItem>(TABLE, accountKey(id));

/** Reads up to a hundred accounts by BatchGetItem, in the order of the ids. */
export const readAccounts = (ids: readonly string[]) => getItems<AccountItem>(TABLE, ids.map(accountKey));

/**
 * Reads the guard of an e-mail or a card number, then its account, by GetItem. An account that has given it up between
 * the two reads is not its owner any more: at that instant it was no account's.
 */
export async function readOwner(guard: ItemKey): Promise<AccountItem | undefined> {
  const owner = await getItem<{ utilisateur_id: string }>(TABLE, guard);
  const account = owner && (await readAccount(owner.utilisateur_id));
  return account && guardsOf(account).some(({ pk }) => pk === guard.pk) ? account : undefined;
}

const guardsOf = ({ email, adhesion }: User): ItemKey[] => [
  ...(email ? [emailKey(email)] : []),
  cardKey(adhesion.numero_carte),
];

type GuardRefuses = Refuses<'emailTaken' | 'cardTaken' | 'responsibleRefused'>;

const remove = (key: ItemKey): Step => removeAnyway(TABLE, key);

/** The steps that keep an account's e-mail to it: they claim another one, and free the former. */
const claimEmail = (before: User | undefined, { id, email }: User, refuse: GuardRefuses): Step[] => {
  if (before?.email === email) return [];
  const claim = email && putNew(TABLE, { ...emailKey(email), utilisateur_id: id }, () => refuse(codes.emailTaken));
  return [...(claim ? [claim] : []), ...(before?.email ? [remove(emailKey(before.email))] : [])];
};

/** The same for the card. @param taken what it means that the number is another account's */
const claimCard = (before: User | undefined, { id, adhesion }: User, taken: Step['refused']): Step[] => {
  const [old, next] = [before?.adhesion.numero_carte, adhesion.numero_carte];
  if (old === next) return [];
  return [putNew(TABLE, { ...cardKey(next), utilisateur_id: id }, taken), ...(old ? [remove(cardKey(old))] : [])];
};

/**
 * The steps that count an account with the person who answers for it, for whom no other person may answer. They raise
 * that person's version, so that no write is decided on the former count.
 */
const count = (before: string | null | undefined, after: string | null | undefined, refuse: GuardRefuses): Step[] => {
  if (before === after) return [];
  const missing = { ...codes.responsibleRefused, motifs: ['responsable_introuvable'] as const };
  const dependent = { ...codes.responsibleRefused, motifs: ['responsable_a_un_responsable'] as const };
  return [
    ...(after ? [countOne(after, 1, (present) => refuse(present ? dependent : missing))] : []),
    ...(before ? [countOne(before, -1, () => new Moved())] : []),
  ];
};

const countOne = (id: string, more: number, refused: Step['refused']): Step => ({
  write: {
    Update: {
      TableName: TABLE,
      Key: accountKey(id),
      UpdateExpression: 'SET a_charge = a_charge + :more, version = version + :one',
      ConditionExpression: 'adhesion.responsable_id = :none',
      ExpressionAttributeValues: { ':more': more, ':one': 1, ':none': null },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  refused,
});

/**
 * Writes an account with all by which it is found, in one transaction.
 * @param taken what it means that the card is another's
 */
export const insertUser = (
  user: User,
  attempt: Attempt | undefined,
  refuse: GuardRefuses,
  taken: Step['refused'],
): Promise<User> =>
  makeOnce(
    TABLE,
    attempt,
    user,
    [
      ...claimEmail(undefined, user, refuse),
      ...claimCard(undefined, user, taken),
      ...count(undefined, user.adhesion.responsable_id, refuse),
      putAt<AccountItem>(TABLE, undefined, newAccountItem(user)),
      ...listAnew(undefined, user),
    ],
    [user.id],
    user.adhesion.responsable_id ? [user.adhesion.responsable_id] : [],
  );

/**
 * Writes the account and what has changed of all by which it is found, in one transaction.
 * @throws Moved
 */
export const replaceUser = (seen: AccountItem, user: User, refuse: GuardRefuses): Promise<void> =>
  transact([
    // The first step that is refused is told. When the account has moved, an address or a card that is taken may be its
    // own by now.
    putMembership(seen, user),
    ...claimEmail(seen, user, refuse),
    ...claimCard(seen, user, () => refuse(codes.cardTaken)),
    ...count(seen.adhesion.responsable_id, user.adhesion.responsable_id, refuse),
    ...listAnew(seen, user),
  ]);

const putMembership = (seen: AccountItem, user: User) => putAt<AccountItem>(TABLE, seen, { ...seen, ...user });

/** Writes what changes in the account alone. @throws Moved */
export const writeAccount = (seen: AccountItem, user: User): Promise<void> => transact([putMembership(seen, user)]);

/**
 * Deletes the account with all by which it is found, and puts the mark of the deletion, in one transaction.
 * @throws Moved
 */
export const deleteAccount = (seen: AccountItem): Promise<void> =>
  transact([
    deleteAt(TABLE, seen),
    ...guardsOf(seen).map(remove),
    ...(seen.adhesion.responsable_id ? [countOne(seen.adhesion.responsable_id, -1, () => new Moved())] : []),
    ...listAnew(seen, undefined),
    putMark(seen.id),
  ]);
