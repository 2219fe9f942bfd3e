import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { once } from '../../aws/dynamodb/idempotency.ts';
import { getItem, getItems } from '../../aws/dynamodb/read.ts';
import { retryOnConflict } from '../../aws/dynamodb/retry.ts';
import { putAt } from '../../aws/dynamodb/versioned.ts';
import { type Step, transact } from '../../aws/dynamodb/write.ts';
import type { Attempt } from '../../values/attempt.ts';
import { toCents } from '../../values/money.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import type { Refuse } from '../../values/refusal.ts';
import { type PenaltyNotFound, penaltyNotFound, type UserNotFound, userNotFound } from '../codes.ts';
import type { Penalty } from '../schema.ts';
import { accountKey, PENALTY, type PenaltyItem, penaltyItem, penaltyKey, TABLE, toPenalty } from './items.ts';

/**
 * Reads the penalty and its account by BatchGetItem. A penalty without an account does not exist for
 * anybody: a deletion in progress has left it.
 */
async function readPenaltyItem(userId: string, id: string, refuse: Refuse<PenaltyNotFound>): Promise<PenaltyItem> {
  const [account, penalty] = await getItems<PenaltyItem>(TABLE, [accountKey(userId), penaltyKey(userId, id)]);
  return account && penalty ? penalty : refuse(penaltyNotFound);
}

export const readPenalty = async (userId: string, id: string, refuse: Refuse<PenaltyNotFound>): Promise<Penalty> =>
  toPenalty(await readPenaltyItem(userId, id, refuse));

export const putNewPenalty = (penalty: Penalty): Step => putAt<PenaltyItem>(TABLE, undefined, penaltyItem(penalty));

/**
 * Adds to what the account owes, whatever else has changed in it. The step raises the version, so that
 * nobody decides on the former total any more.
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
  refuse: Refuse<UserNotFound>,
): Promise<Penalty> =>
  once(TABLE, attempt, async ({ end }) => {
    const cents = toCents(penalty.reste_a_payer);
    const account = oweMore(penalty.utilisateur_id, cents, () => refuse(userNotFound));
    await transact([...end(penalty), account, putNewPenalty(penalty)]);
    return penalty;
  });

/** A penalty after a payment or a waiver, with the reason of a waiver. */
export interface Settlement {
  penalty: Penalty;
  waiver?: string;
}

/**
 * Settles a penalty in part or whole: it reads, then writes the penalty and the account's total in one
 * transaction. When another settlement came first, `settle` decides again on the penalty that it left.
 */
export const settlePenalty = (
  userId: string,
  id: string,
  settle: (penalty: Penalty) => Settlement,
  attempt: Attempt | undefined,
  refuse: Refuse<PenaltyNotFound>,
): Promise<Penalty> =>
  once(TABLE, attempt, ({ end }) =>
    retryOnConflict(async () => {
      const seen = await readPenaltyItem(userId, id, refuse);
      const { penalty, waiver = seen.motif_annulation } = settle(toPenalty(seen));
      const next = { ...penaltyItem(penalty), motif_annulation: waiver };
      await transact([
        ...end(penalty),
        putAt<PenaltyItem>(TABLE, seen, next),
        oweMore(userId, next.reste - seen.reste, () => refuse(penaltyNotFound)),
      ]);
      return penalty;
    }),
  );

/**
 * Queries a person's penalties, newest first. The account's own item comes first in the partition, so the
 * first page also tells whether the account exists. A later page that is empty asks for it by GetItem.
 */
export async function queryPenalties(
  userId: string,
  status: Penalty['statut'] | undefined,
  slice: Slice,
  refuse: Refuse<UserNotFound>,
): Promise<Page<Penalty>> {
  const wanted = slice.limit + 1;
  const read: Penalty[] = [];
  let first = slice.after === undefined;
  let start: QueryCommandInput['ExclusiveStartKey'] = first ? undefined : penaltyKey(userId, slice.after as string);
  do {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName: TABLE,
        KeyConditionExpression: 'pk = :pk',
        ...(status && { FilterExpression: 'statut = :status OR attribute_exists(nom_tri)' }),
        // The limit counts items before the filter, so a filtered page is cut here instead.
        ...(!status && { Limit: wanted + (first ? 1 : 0) }),
        ExpressionAttributeValues: { ':pk': accountKey(userId).pk, ':status': status },
        ScanIndexForward: false,
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    if (first && Items[0]?.sk !== accountKey(userId).sk) refuse(userNotFound);
    first = false;
    read.push(...(Items as PenaltyItem[]).filter(({ sk }) => sk.startsWith(PENALTY)).map(toPenalty));
    start = LastEvaluatedKey;
  } while (start && read.length < wanted);
  const isLeafing = slice.after !== undefined;
  if (isLeafing && read.length === 0 && !(await getItem(TABLE, accountKey(userId)))) refuse(userNotFound);
  return cut(read, slice, ({ id }) => id);
}
