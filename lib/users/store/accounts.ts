import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { allItems, db, getItem, type Key, type Step, TRANSACTION_ITEMS, transact } from '../../aws/dynamodb/client.ts';
import { type Attempt, once } from '../../aws/dynamodb/idempotency.ts';
import { ChangedMeanwhile } from '../../aws/dynamodb/retry.ts';
import { Failure } from '../../values/failure.ts';
import { fold } from '../../values/fold.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import type { User, UserFilter } from '../schema.ts';
import {
  type AccountItem,
  accountKey,
  deletionKey,
  emailKey,
  LIST,
  nameKey,
  nameOrder,
  newAccountItem,
  TABLE,
  toUser,
} from './items.ts';

const changed = () => new ChangedMeanwhile();

/** GetItem. */
export const readAccount = (id: string) => getItem<AccountItem>(TABLE, accountKey(id));

/** GetItem of the e-mail, then of its account. */
export async function readAccountByEmail(email: string): Promise<AccountItem | undefined> {
  const owner = await getItem<{ utilisateur_id: string }>(TABLE, emailKey(email));
  const account = owner && (await readAccount(owner.utilisateur_id));
  // The account is read after its e-mail, which it may have given up in between.
  return account?.email === email ? account : undefined;
}

const claimEmail = (email: string, userId: string): Step => ({
  write: {
    Put: {
      TableName: TABLE,
      Item: { ...emailKey(email), utilisateur_id: userId },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refused: () => new Failure('email_deja_utilise'),
});

/** Unconditional: the account's own step of the same transaction tells that nothing has moved. */
const remove = (key: Key): Step => ({ write: { Delete: { TableName: TABLE, Key: key } }, refused: changed });

/** TransactWrite of the account and its e-mail. @throws Failure `email_deja_utilise` */
export const insertUser = (user: User, attempt: Attempt | undefined): Promise<User> =>
  once(TABLE, attempt, async (remember) => {
    await transact([
      ...remember(user),
      claimEmail(user.email, user.id),
      { write: { Put: { TableName: TABLE, Item: newAccountItem(user) } }, refused: changed },
    ]);
    return user;
  });

/**
 * TransactWrite of the account and, when it moves, of both e-mails.
 * @throws ChangedMeanwhile, Failure `email_deja_utilise`
 */
export async function replaceUser(seen: AccountItem, user: User): Promise<void> {
  const moved = user.email !== seen.email;
  await transact([
    {
      write: {
        Update: {
          TableName: TABLE,
          Key: accountKey(seen.id),
          UpdateExpression:
            'SET nom = :nom, prenom = :prenom, email = :email, nom_tri = :nom_tri, version = version + :one',
          ConditionExpression: 'version = :seen',
          ExpressionAttributeValues: {
            ':nom': user.nom,
            ':prenom': user.prenom,
            ':email': user.email,
            ':nom_tri': nameOrder(user),
            ':one': 1,
            ':seen': seen.version,
          },
        },
      },
      refused: changed,
    },
    ...(moved ? [claimEmail(user.email, user.id), remove(emailKey(seen.email))] : []),
  ]);
}

/** Query of the index by name. On AWS an index follows its table by a moment. */
export async function queryUsers({ nom }: Pick<UserFilter, 'nom'>, slice: Slice): Promise<Page<User>> {
  // An accent alone begins every name.
  const start = nameKey(nom ?? '');
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: TABLE,
      IndexName: 'utilisateurs_par_nom',
      KeyConditionExpression: start ? 'liste = :list AND begins_with(nom_tri, :start)' : 'liste = :list',
      ExpressionAttributeValues: { ':list': LIST, ...(start && { ':start': start }) },
      Limit: slice.limit + 1,
      ...(slice.after && { ExclusiveStartKey: afterName(slice.after) }),
    }),
  );
  const { elements, next } = cut((Items as User[]).map(toUser), slice, nameOrder);
  // A name may go on where its key ends.
  return { elements: elements.filter((user) => fold(user.nom).startsWith(fold(nom ?? ''))), next };
}

const afterName = (position: string) => ({
  ...accountKey(position.slice(position.lastIndexOf('\t') + 1)),
  liste: LIST,
  nom_tri: position,
});

/** Query: the account with the keys of its history, or what an interrupted deletion left of them. */
export async function readPartition(id: string) {
  let account: AccountItem | undefined;
  let deleting = false;
  const history: Key[] = [];
  for await (const item of allItems<AccountItem>({
    TableName: TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': accountKey(id).pk },
    ConsistentRead: true,
  })) {
    if (item.sk === accountKey(id).sk) account = item;
    else if (item.sk === deletionKey(id).sk) deleting = true;
    else history.push({ pk: item.pk, sk: item.sk });
  }
  return { account, deleting, history };
}

/**
 * One transaction deletes the account, its e-mail and its history. A history longer than a
 * transaction is marked: the account is gone for everybody, and the rest can be finished any time.
 * @throws ChangedMeanwhile when the account or its history is no longer what was read
 */
export async function deleteUser(seen: AccountItem, history: Key[]): Promise<void> {
  const account: Step[] = [
    {
      write: {
        Delete: {
          TableName: TABLE,
          Key: accountKey(seen.id),
          ConditionExpression: 'version = :seen AND impaye = :zero AND size(emprunts) = :zero AND nb_penalites = :n',
          ExpressionAttributeValues: { ':seen': seen.version, ':zero': 0, ':n': history.length },
        },
      },
      refused: changed,
    },
    remove(emailKey(seen.email)),
  ];
  if (account.length + history.length <= TRANSACTION_ITEMS) return transact([...account, ...history.map(remove)]);
  await transact([...account, { write: { Put: { TableName: TABLE, Item: deletionKey(seen.id) } }, refused: changed }]);
  await finishDeletion(seen.id, history);
}

/** Deletes what is left of an account that is gone already; the mark goes last. */
export async function finishDeletion(id: string, history: Key[]): Promise<void> {
  const steps = [...history, deletionKey(id)].map(remove);
  for (let start = 0; start < steps.length; start += TRANSACTION_ITEMS)
    await transact(steps.slice(start, start + TRANSACTION_ITEMS));
}
