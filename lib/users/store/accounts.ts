import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { makeOnce } from '../../aws/dynamodb/idempotency.ts';
import { getItem, getItems, type ItemKey } from '../../aws/dynamodb/read.ts';
import { deleteAt, putAt } from '../../aws/dynamodb/versioned.ts';
import { putNew, removeAnyway, type Step, transact } from '../../aws/dynamodb/write.ts';
import type { Attempt } from '../../values/attempt.ts';
import { fold } from '../../values/fold.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import { codes, type Refuses } from '../codes.ts';
import type { User, UserFilter } from '../schema.ts';
import { putMark } from './deletion.ts';
import {
  type AccountItem,
  accountKey,
  emailKey,
  LIST,
  nameKey,
  nameOrder,
  newAccountItem,
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
  makeOnce(
    TABLE,
    attempt,
    user,
    [claimEmail(user, refuse), putAt<AccountItem>(TABLE, undefined, newAccountItem(user))],
    user.id,
  );

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

/**
 * Deletes the account and its e-mail, and puts the mark of the deletion, in one transaction.
 * @throws Moved
 */
export const deleteAccount = (seen: AccountItem): Promise<void> =>
  transact([deleteAt(TABLE, seen), remove(emailKey(seen.email)), putMark(seen.id)]);
