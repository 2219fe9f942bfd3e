import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { once } from '../../aws/dynamodb/idempotency.ts';
import { getItem, getItems } from '../../aws/dynamodb/read.ts';
import { retryOnConflict } from '../../aws/dynamodb/retry.ts';
import { putAt } from '../../aws/dynamodb/versioned.ts';
import { type Step, transact } from '../../aws/dynamodb/write.ts';
import type { Attempt } from '../../values/attempt.ts';
import { Failure } from '../../values/failure.ts';
import { toCents } from '../../values/money.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import type { Penalty } from '../schema.ts';
import { accountKey, PENALTY, type PenaltyItem, penaltyItem, penaltyKey, TABLE, toPenalty } from './items.ts';

/**
 * Reads the penalty and its account by BatchGetItem. A penalty without an account does not exist for
 * anybody: a deletion in progress has left it.
 * @throws Failure `penalite_introuvable`
 */
async function readPenaltyItem(userId: string, id: string): Promise<PenaltyItem> {
  const [account, penalty] = await getItems<PenaltyItem>(TABLE, [accountKey(userId), penaltyKey(userId, id)]);
  if (!account || !penalty) throw new Failure('penalite_introuvable');
  return penalty;
}

export const readPenalty = async (userId: string, id: string): Promise<Penalty> =>
  toPenalty(await readPenaltyItem(userId, id));

export const putNewPenalty = (penalty: Penalty): Step => putAt<PenaltyItem>(TABLE, undefined, penaltyItem(penalty));

/**
 * Adds to what the account owes, whatever else has changed in it. The step raises the version, so that
 * nobody decides on the former total any more.
 */
const oweMore = (userId: string, cents: number, missing: () => Error): Step => ({
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

/** Writes the penalty and the account's total in one transaction. @throws Failure `utilisateur_introuvable` */
export const insertPenalty = (penalty: Penalty, attempt: Attempt | undefined): Promise<Penalty> =>
  once(TABLE, attempt, async ({ end }) => {
    const account = oweMore(
      penalty.utilisateur_id,
      toCents(penalty.reste_a_payer),
      () => new Failure('utilisateur_introuvable'),
    );
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
 * @throws Failure `penalite_introuvable`, and what `settle` throws
 */
export const settlePenalty = (
  userId: string,
  id: string,
  settle: (penalty: Penalty) => Settlement,
  attempt: Attempt | undefined,
): Promise<Penalty> =>
  once(TABLE, attempt, ({ end }) =>
    retryOnConflict(async () => {
      const seen = await readPenaltyItem(userId, id);
      const { penalty, waiver = seen.motif_annulation } = settle(toPenalty(seen));
      const next = { ...penaltyItem(penalty), motif_annulation: waiver };
      await transact([
        ...end(penalty),
        putAt<PenaltyItem>(TABLE, seen, next),
        oweMore(userId, next.reste - seen.reste, () => new Failure('penalite_introuvable')),
      ]);
      return penalty;
    }),
  );

/**
 * Queries a person's penalties, newest first. The account's own item comes first in the partition, so the
 * first page also tells whether the account exists. A later page that is empty asks for it by GetItem.
 * @throws Failure `utilisateur_introuvable`
 */
export async function queryPenalties(
  userId: string,
  status: Penalty['statut'] | undefined,
  slice: Slice,
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
    if (first && Items[0]?.sk !== accountKey(userId).sk) throw new Failure('utilisateur_introuvable');
    first = false;
    read.push(...(Items as PenaltyItem[]).filter(({ sk }) => sk.startsWith(PENALTY)).map(toPenalty));
    start = LastEvaluatedKey;
  } while (start && read.length < wanted);
  const isLeafing = slice.after !== undefined;
  if (isLeafing && read.length === 0 && !(await getItem(TABLE, accountKey(userId))))
    throw new Failure('utilisateur_introuvable');
  return cut(read, slice, ({ id }) => id);
}
