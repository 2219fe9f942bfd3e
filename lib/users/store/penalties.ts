import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { db, getItem, getItems, type Step, transact } from '../../aws/dynamodb/client.ts';
import { type Attempt, once } from '../../aws/dynamodb/idempotency.ts';
import { ChangedMeanwhile, onLatest } from '../../aws/dynamodb/retry.ts';
import { Failure } from '../../values/failure.ts';
import { toCents } from '../../values/money.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import type { Penalty } from '../schema.ts';
import { accountKey, PENALTY, type PenaltyItem, penaltyItem, penaltyKey, TABLE, toPenalty } from './items.ts';

/** GetItem. */
export async function readPenalty(userId: string, id: string): Promise<Penalty | undefined> {
  const item = await getItem<PenaltyItem>(TABLE, penaltyKey(userId, id));
  return item && toPenalty(item);
}

/** BatchGetItem of the penalty and its account: what an interrupted deletion has left is nobody's any more. */
export async function readPenaltyOfAccount(userId: string, id: string): Promise<Penalty | undefined> {
  const [account, penalty] = await getItems<PenaltyItem>(TABLE, [accountKey(userId), penaltyKey(userId, id)]);
  return account && penalty && toPenalty(penalty);
}

export const putPenalty = (penalty: Penalty): Step => ({
  write: { Put: { TableName: TABLE, Item: penaltyItem(penalty), ConditionExpression: 'attribute_not_exists(pk)' } },
  refused: () => new Error('the new penalty has an id in use'),
});

/** TransactWrite of the penalty and the account's total. @throws Failure `utilisateur_introuvable` */
export const insertPenalty = (penalty: Penalty, attempt: Attempt | undefined): Promise<Penalty> =>
  once(TABLE, attempt, async (remember) => {
    await transact([
      ...remember(penalty),
      {
        write: {
          Update: {
            TableName: TABLE,
            Key: accountKey(penalty.utilisateur_id),
            UpdateExpression: 'SET impaye = impaye + :cents, nb_penalites = nb_penalites + :one',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':cents': toCents(penalty.reste_a_payer), ':one': 1 },
          },
        },
        refused: () => new Failure('utilisateur_introuvable'),
      },
      putPenalty(penalty),
    ]);
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
  once(TABLE, attempt, (remember) =>
    onLatest(async () => {
      const seen = await readPenaltyOfAccount(userId, id);
      if (!seen) throw new Failure('penalite_introuvable');
      const settlement = settle(seen);
      await transact([...remember(settlement.penalty), ...settlementSteps(seen, settlement)]);
      return settlement.penalty;
    }),
  );

const settlementSteps = (seen: Penalty, { penalty, waiver }: Settlement): Step[] => [
  {
    write: {
      Update: {
        TableName: TABLE,
        Key: penaltyKey(seen.utilisateur_id, seen.id),
        UpdateExpression: `SET reste = :left, statut = :status${waiver ? ', motif_annulation = :waiver' : ''}`,
        ConditionExpression: 'statut = :open AND reste = :seen',
        ExpressionAttributeValues: {
          ':left': toCents(penalty.reste_a_payer),
          ':status': penalty.statut,
          ':open': seen.statut,
          ':seen': toCents(seen.reste_a_payer),
          ':waiver': waiver,
        },
      },
    },
    refused: () => new ChangedMeanwhile(),
  },
  {
    write: {
      Update: {
        TableName: TABLE,
        Key: accountKey(seen.utilisateur_id),
        UpdateExpression: 'SET impaye = impaye - :settled',
        ConditionExpression: 'impaye >= :settled',
        ExpressionAttributeValues: { ':settled': toCents(seen.reste_a_payer) - toCents(penalty.reste_a_payer) },
      },
    },
    refused: () => new Error('an account owes less than one of its penalties'),
  },
];

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
