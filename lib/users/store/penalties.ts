import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { type Attempt, once } from '../../aws/dynamodb/idempotency.ts';
import { getItem, getItems } from '../../aws/dynamodb/read.ts';
import { retryOnConflict } from '../../aws/dynamodb/retry.ts';
import { putAt } from '../../aws/dynamodb/versioned.ts';
import { type Step, transact } from '../../aws/dynamodb/write.ts';
import { Failure } from '../../values/failure.ts';
import { toCents } from '../../values/money.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import type { Penalty } from '../schema.ts';
import { accountKey, PENALTY, type PenaltyItem, penaltyItem, penaltyKey, TABLE, toPenalty } from './items.ts';

/**
 * BatchGetItem of the penalty and its account. Without an account there is no penalty: a deletion that
 * goes on has left it.
 */
async function readPenaltyItem(userId: string, id: string): Promise<PenaltyItem | undefined> {
  const [account, penalty] = await getItems<PenaltyItem>(TABLE, [accountKey(userId), penaltyKey(userId, id)]);
  return account && penalty;
}

export async function readPenalty(userId: string, id: string): Promise<Penalty | undefined> {
  const item = await readPenaltyItem(userId, id);
  return item && toPenalty(item);
}

export const putNewPenalty = (penalty: Penalty): Step => putAt<PenaltyItem>(TABLE, undefined, penaltyItem(penalty));

/**
 * Changes what the account owes, whatever else it says, and raises its version: nobody decides on the
 * former total any more.
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

/** TransactWrite of the penalty and the account's total. @throws Failure `utilisateur_introuvable` */
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

/** A penalty as a payment or a waiver leaves it, with the reason of a waiver. */
export interface Settlement {
  penalty: Penalty;
  waiver?: string;
}

/**
 * Settles a penalty in part or whole: BatchGetItem, then TransactWrite of the penalty and the account's
 * total. When another settlement came first, `settle` decides again on what that one left.
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
      if (!seen) throw new Failure('penalite_introuvable');
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
 * Newest first. One Query: the account's own item leads its partition, so that the first page also
 * tells whether there is such an account. A later page asks for it, by one GetItem, when it is empty.
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
        // DynamoDB counts what it reads, not what a filter keeps: with one, the page is cut here.
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
