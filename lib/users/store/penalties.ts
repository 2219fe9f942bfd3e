import { makeOnce, once } from '../../aws/dynamodb/idempotency.ts';
import { allItems, getItem, getItems } from '../../aws/dynamodb/read.ts';
import { retryOnConflict } from '../../aws/dynamodb/retry.ts';
import { putAt } from '../../aws/dynamodb/versioned.ts';
import { type Step, transact } from '../../aws/dynamodb/write.ts';
import type { Attempt } from '../../values/attempt.ts';
import { only } from '../../values/fields.ts';
import { toCents } from '../../values/money.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import { codes, type Refuses } from '../codes.ts';
import { type Penalty, UnpaidPenalty } from '../schema.ts';
import type { PenaltyFilter } from '../schema-penalty-requests.ts';
import {
  type AccountItem,
  accountKey,
  INDEX,
  PENALTY,
  type PenaltyItem,
  penaltyItem,
  penaltyKey,
  TABLE,
  toPenalty,
  UNPAID,
  unpaidKey,
} from './items.ts';

const isPenalty = (item: AccountItem | PenaltyItem): item is PenaltyItem => item.sk.startsWith(PENALTY);

/**
 * Reads the penalty and its account by BatchGetItem. A penalty without an account does not exist for
 * any caller: a deletion in progress has left it.
 */
async function readPenaltyItem(userId: string, id: string, refuse: Refuses<'penaltyNotFound'>): Promise<PenaltyItem> {
  const keys = [accountKey(userId), penaltyKey(userId, id)];
  const [account, penalty] = await getItems<AccountItem | PenaltyItem>(TABLE, keys);
  return account && penalty && isPenalty(penalty) ? penalty : refuse(codes.penaltyNotFound);
}

export const readPenalty = async (userId: string, id: string, refuse: Refuses<'penaltyNotFound'>): Promise<Penalty> =>
  toPenalty(await readPenaltyItem(userId, id, refuse));

/** Reads up to a hundred penalties by BatchGetItem, in the order asked; `null` for one that is not there. */
export const readPenalties = (asked: readonly { utilisateur_id: string; id: string }[]) =>
  getItems<PenaltyItem>(
    TABLE,
    asked.map(({ utilisateur_id, id }) => penaltyKey(utilisateur_id, id)),
  );

export const putNewPenalty = (penalty: Penalty): Step => putAt<PenaltyItem>(TABLE, undefined, penaltyItem(penalty));

/**
 * Adds to what the account owes, whatever else has changed in it. The step raises the version, so that
 * no write is decided on the former total any more.
 */
const oweMore = (userId: string, cents: number, missing: () => never): Step => ({
  write: {
    Update: {
      TableName: TABLE,
      Key: accountKey(userId),
      UpdateExpression: 'SET impaye = impaye + :cents, version = version + :one',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':cents': cents, ':one': 1 },
    },
  },
  refused: missing,
});

/** Writes the penalty and the account's total in one transaction. */
export const insertPenalty = (
  penalty: Penalty,
  attempt: Attempt | undefined,
  refuse: Refuses<'userNotFound'>,
): Promise<Penalty> =>
  makeOnce(
    TABLE,
    attempt,
    penalty,
    [
      oweMore(penalty.utilisateur_id, toCents(penalty.reste_a_payer), () => refuse(codes.userNotFound)),
      putNewPenalty(penalty),
    ],
    [penalty.utilisateur_id],
  );

/**
 * Settles a penalty in part or whole: it reads, then writes the penalty and the account's total in one
 * transaction. When another settlement came first, `settle` decides again on the penalty that it left.
 */
export const settlePenalty = (
  userId: string,
  id: string,
  settle: (penalty: Penalty) => Penalty,
  attempt: Attempt | undefined,
  refuse: Refuses<'penaltyNotFound'>,
): Promise<Penalty> =>
  once(TABLE, attempt, ({ end }) =>
    retryOnConflict(async () => {
      const seen = await readPenaltyItem(userId, id, refuse);
      const penalty = settle(toPenalty(seen));
      const next = penaltyItem(penalty);
      await transact([
        ...end(penalty, [userId]),
        putAt<PenaltyItem>(TABLE, seen, next),
        oweMore(userId, next.reste - seen.reste, () => refuse(codes.penaltyNotFound)),
      ]);
      return penalty;
    }),
  );

/**
 * Queries a person's penalties, newest first. The account's own item comes first in the partition, so the
 * first page also tells whether the account exists. A later page asks for it by GetItem.
 */
export async function queryPenalties(
  userId: string,
  { statut: status }: PenaltyFilter,
  slice: Slice,
  refuse: Refuses<'userNotFound'>,
): Promise<Page<Penalty>> {
  const wanted = slice.limit + 1;
  const { pk, sk: ownSk } = accountKey(userId);
  const read: Penalty[] = [];
  let isThere = false;
  for await (const item of allItems<AccountItem | PenaltyItem>({
    TableName: TABLE,
    KeyConditionExpression: 'pk = :pk',
    // The limit counts items before the filter, so a filtered page is cut here instead.
    ...(status ? { FilterExpression: 'statut = :status OR attribute_exists(impaye)' } : { Limit: wanted + 1 }),
    ExpressionAttributeValues: { ':pk': pk, ':status': status },
    ScanIndexForward: false,
    ConsistentRead: true,
    ...(slice.after !== undefined && { ExclusiveStartKey: penaltyKey(userId, slice.after) }),
  })) {
    if (item.sk === ownSk) isThere = true;
    if (isPenalty(item)) read.push(toPenalty(item));
    if (read.length === wanted) break;
  }
  // The account's item comes before all penalties: only a page that begins after some does not meet it, and a deletion
  // in progress may have left the penalties.
  if (slice.after !== undefined) isThere = (await getItem(TABLE, accountKey(userId))) !== undefined;
  return isThere ? cut(read, slice, ({ id }) => id) : refuse(codes.userNotFound);
}

/** What tells an unpaid penalty's place in the list of all: the index's sort key, then whose it is. */
const placeOf = ({ id, utilisateur_id }: Penalty): string => `${id}\t${utilisateur_id}`;

const afterPlace = (place: string) => {
  const [id = '', userId = ''] = place.split('\t');
  return { ...penaltyKey(userId, id), ...unpaidKey(id) };
};

/**
 * Queries the index for what is unpaid over all members, oldest first, and reads their names by
 * BatchGetItem. On AWS an index follows its table after a moment: a penalty whose account is gone is left out.
 */
export async function queryUnpaid(slice: Slice): Promise<Page<UnpaidPenalty>> {
  const read: Penalty[] = [];
  for await (const item of allItems<PenaltyItem>({
    TableName: TABLE,
    IndexName: INDEX,
    KeyConditionExpression: 'suivi = :unpaid',
    ExpressionAttributeValues: { ':unpaid': UNPAID },
    Limit: slice.limit + 1,
    ...(slice.after !== undefined && { ExclusiveStartKey: afterPlace(slice.after) }),
  })) {
    read.push(toPenalty(item));
    if (read.length > slice.limit) break;
  }
  const { elements, next } = cut(read, slice, placeOf);
  const keys = elements.map(({ utilisateur_id }) => accountKey(utilisateur_id));
  const accounts = await getItems<AccountItem>(TABLE, keys);
  return {
    elements: elements.flatMap((penalty, n) => {
      const account = accounts[n];
      return account ? { ...penalty, utilisateur: only(UnpaidPenalty.shape.utilisateur, account) } : [];
    }),
    next,
  };
}
