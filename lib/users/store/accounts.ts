import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { makeOnce } from '../../aws/dynamodb/idempotency.ts';
import { allItems, getItem, getItems, type ItemKey } from '../../aws/dynamodb/read.ts';
import { deleteAt, putAt } from '../../aws/dynamodb/versioned.ts';
import { putNew, removeAnyway, type Step, TRANSACTION_ITEMS, transact } from '../../aws/dynamodb/write.ts';
import type { Attempt } from '../../values/attempt.ts';
import { fold } from '../../values/fold.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import { codes, type Refuses } from '../codes.ts';
import type { User, UserFilter } from '../schema.ts';
import {
  type AccountItem,
  accountKey,
  DELETIONS,
  deletionKey,
  emailKey,
  LIST,
  nameKey,
  nameOrder,
  newAccountItem,
  PENALTY,
  TABLE,
  toUser,
} from './items.ts';

/** Reads an account by GetItem. */
export const readAccount = (id: string) => getItem<AccountItem>(TABLE, accountKey(id));

/** Reads up to a hundred accounts by BatchGetItem, in the order of the ids. */
export const readAccounts = (ids: readonly string[]) => getItems<AccountItem>(TABLE, ids.map(accountKey));

/** Reads the guard of the e-mail, then its account, by GetItem. */
export async function readAccountByEmail(email: string): Promise<AccountItem | undefined> {
  const owner = await getItem<{ utilisateur_id: string }>(TABLE, emailKey(email));
  const account = owner && (await readAccount(owner.utilisateur_id));
  // The account may have given up its e-mail between the two reads.
  return account?.email === email ? account : undefined;
}

const claimEmail = ({ email, id }: User, refuse: Refuses<'emailTaken'>): Step =>
  putNew(TABLE, { ...emailKey(email), utilisateur_id: id }, () => refuse(codes.emailTaken));

const remove = (key: ItemKey): Step => removeAnyway(TABLE, key);

/** Writes the account and the guard of its e-mail in one transaction. */
export const insertUser = (user: User, attempt: Attempt | undefined, refuse: Refuses<'emailTaken'>): Promise<User> =>
  makeOnce(TABLE, attempt, user, [
    claimEmail(user, refuse),
    putAt<AccountItem>(TABLE, undefined, newAccountItem(user)),
  ]);

/**
 * Writes the account and, when its e-mail changes, the guards of both e-mails in one transaction.
 * @throws Moved
 */
export async function replaceUser(seen: AccountItem, user: User, refuse: Refuses<'emailTaken'>): Promise<void> {
  const isNewEmail = user.email !== seen.email;
  await transact([
    putAt<AccountItem>(TABLE, seen, { ...seen, ...user, nom_tri: nameOrder(user) }),
    ...(isNewEmail ? [claimEmail(user, refuse), remove(emailKey(seen.email))] : []),
  ]);
}

/** Queries the index by name. On AWS an index follows its table after a moment. */
export async function queryUsers({ nom }: Pick<UserFilter, 'nom'>, slice: Slice): Promise<Page<User>> {
  // An accent alone folds to nothing, and so it begins every name.
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
  // The key holds the start of a long name only.
  return { elements: elements.filter((user) => fold(user.nom).startsWith(fold(nom ?? ''))), next };
}

const afterName = (position: string) => ({
  ...accountKey(position.slice(position.lastIndexOf('\t') + 1)),
  liste: LIST,
  nom_tri: position,
});

/** Queries the keys of a person's penalties. */
async function readHistory(id: string): Promise<ItemKey[]> {
  const history: ItemKey[] = [];
  for await (const { pk, sk } of allItems<AccountItem>({
    TableName: TABLE,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :penalty)',
    ExpressionAttributeValues: { ':pk': accountKey(id).pk, ':penalty': PENALTY },
    ConsistentRead: true,
  }))
    history.push({ pk, sk });
  return history;
}

/**
 * Deletes the account, its e-mail and its history in one transaction. A history that is too long for one
 * gets a mark: the account is gone for everybody, and the rest can be deleted at any time. The history is
 * read after the account, because a penalty that is added later raises the account's version.
 * @throws Moved
 */
export async function deleteAccount(seen: AccountItem): Promise<void> {
  const history = await readHistory(seen.id);
  const account = [deleteAt(TABLE, seen), remove(emailKey(seen.email))];
  if (account.length + history.length <= TRANSACTION_ITEMS) return transact([...account, ...history.map(remove)]);
  await transact([...account, putAt(TABLE, undefined, deletionItem(seen.id))]);
  await finishDeletion(seen.id, history);
}

const deletionItem = (id: string) => ({ ...deletionKey(id), id, liste: DELETIONS, nom_tri: id });

/** Looks for the mark of a deletion by GetItem. */
export const isBeingDeleted = async (id: string): Promise<boolean> =>
  (await getItem(TABLE, deletionKey(id))) !== undefined;

/** Queries the index for the accounts whose deletion goes on or was cut off. */
export async function* deletionsInProgress(): AsyncGenerator<string> {
  for await (const { id } of allItems<{ id: string }>({
    TableName: TABLE,
    IndexName: 'utilisateurs_par_nom',
    KeyConditionExpression: 'liste = :deletions',
    ExpressionAttributeValues: { ':deletions': DELETIONS },
  }))
    yield id;
}

/** Deletes the history that a deleted account has left. The mark goes last. */
export async function finishDeletion(id: string, history?: ItemKey[]): Promise<void> {
  const steps = [...(history ?? (await readHistory(id))), deletionKey(id)].map(remove);
  for (let start = 0; start < steps.length; start += TRANSACTION_ITEMS)
    await transact(steps.slice(start, start + TRANSACTION_ITEMS));
}
