import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { allItems, type ItemKey } from '../../aws/dynamodb/read.ts';
import { Failure } from '../../values/failure.ts';
import { cut, DAMAGED_CURSOR, type Page, type Slice } from '../../values/page.ts';
import type { HoldEnd } from '../holds/record.ts';
import type { LoanFilter } from '../schema-requests.ts';
import type { HoldTransitItem } from './holds.ts';
import {
  type BorrowedItem,
  type Followed,
  type HoldItem,
  holdKey,
  type IndexKeys,
  loanKey,
  SHARDS,
  TABLE,
} from './items.ts';
import type { TransitItem } from './loans.ts';

const BY_PERSON = 'emprunts_par_utilisateur';

/** @param isForward whether the list begins with its earliest day. A position in it is `<day or instant>#<id>` */
async function queryList<Item extends Partial<IndexKeys>>(
  liste: string,
  keyOf: (id: string) => ItemKey,
  isForward: boolean,
  { limit, after }: Slice,
): Promise<Page<Item>> {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: TABLE,
      IndexName: BY_PERSON,
      KeyConditionExpression: 'liste = :list',
      ExpressionAttributeValues: { ':list': liste },
      ScanIndexForward: isForward,
      Limit: limit + 1,
      ...(after && {
        ExclusiveStartKey: { ...keyOf(after.slice(after.indexOf('#') + 1)), liste, liste_tri: after },
      }),
    }),
  );
  return cut(Items as Item[], { limit, after }, ({ liste_tri }) => liste_tri as string);
}

/** Queries a person's loans: those out by due date, those returned by the latest return. */
export const queryLoansOf = (userId: string, { statut }: LoanFilter, slice: Slice) =>
  queryList<BorrowedItem>(`${userId}#${statut}`, loanKey, statut === 'en_cours', slice);

/** How a hold stands, as far as its record says. */
export type Listed = 'ouverte' | HoldEnd;

/** Queries a person's holds: those that are open in the order of the requests, those closed by the latest end. */
export const queryHoldsOf = (userId: string, statut: Listed, slice: Slice) =>
  queryList<HoldItem>(`${userId}#${statut}`, holdKey, statut === 'ouverte', slice);

/** On AWS an index follows its table after a moment. */
const allOfList = <Item>(liste: string): AsyncGenerator<Item> =>
  allItems<Item>({
    TableName: TABLE,
    IndexName: BY_PERSON,
    KeyConditionExpression: 'liste = :list',
    ExpressionAttributeValues: { ':list': liste },
  });

/** Finds a person's loans that are returned. */
export const loansReturnedBy = (userId: string) => allOfList<BorrowedItem>(`${userId}#rendu`);

/** Finds a person's holds that stand so. */
export const holdsOfPerson = (userId: string, statut: Listed) => allOfList<HoldItem>(`${userId}#${statut}`);

/** A due date and the id of a loan. */
const POSITION = /^\d{4}-\d{2}-\d{2}#[\da-f-]{36}$/;

/**
 * Queries the loans that are out and were due before that day, the oldest due date first. One Query a shard is merged.
 */
export async function queryOverdue(day: string, slice: Slice): Promise<Page<BorrowedItem>> {
  // This position is a value and no start key: DynamoDB's refusal would not tell that a cursor is forged.
  if (slice.after !== undefined && !POSITION.test(slice.after))
    throw new Failure('requete_invalide', { erreurs: [DAMAGED_CURSOR] });
  // DynamoDB refuses a range that ends before it begins.
  if (slice.after !== undefined && slice.after >= day) return { elements: [], next: undefined };
  const shards = await Promise.all(
    SHARDS.map(async (shard) => {
      const suivi = `DEHORS#${shard}`;
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: TABLE,
          IndexName: 'emprunts_a_suivre',
          KeyConditionExpression: slice.after
            ? 'suivi = :shard AND suivi_tri BETWEEN :after AND :day'
            : 'suivi = :shard AND suivi_tri < :day',
          ExpressionAttributeValues: {
            ':shard': suivi,
            ':day': day,
            ...(slice.after && { ':after': `${slice.after}#` }),
          },
          Limit: slice.limit + 1,
        }),
      );
      return Items as BorrowedItem[];
    }),
  );
  const merged = shards.flat().sort((a, b) => ((a.suivi_tri as string) < (b.suivi_tri as string) ? -1 : 1));
  return cut(merged, slice, ({ suivi_tri }) => suivi_tri as string);
}

/** Finds all loans that are out and due on that day or before. */
export const loansDueBy = (day: string) => following<BorrowedItem>('DEHORS', `${day}$`);

/** A loan or a hold in the middle of something, as the index has it. */
export type InTransitItem = TransitItem | HoldTransitItem;

/** Finds all loans and holds that have been in the middle of something since before that instant. */
export const inTransitSince = (instant: string) => following<InTransitItem>('TRANSIT', instant);

/** Finds all loans and holds that are in the middle of something. */
export const inTransit = () => following<InTransitItem>('TRANSIT', '~');

/** Finds all loans that were returned before that day and have their borrower still. */
export const loansReturnedBefore = (day: string) => following<BorrowedItem>('RENDU', day);

/** Finds all holds that were closed before that day. */
export async function* holdsClosedBefore(day: string): AsyncGenerator<HoldItem> {
  yield* following<HoldItem>('CLOSE', day);
  yield* following<HoldItem>('AVIS', day);
}

/** Finds all holds that were closed as expired on that day or later, without a word to their person. */
export const holdsToTell = (since: string) => following<HoldItem>('AVIS', '~', since);

/** @param before and `since` begin with a day or an instant */
async function* following<Item>(kind: Followed, before: string, since = '0'): AsyncGenerator<Item> {
  for (const shard of SHARDS) {
    yield* allItems<Item>({
      TableName: TABLE,
      IndexName: 'emprunts_a_suivre',
      KeyConditionExpression: 'suivi = :shard AND suivi_tri BETWEEN :since AND :before',
      ExpressionAttributeValues: { ':shard': `${kind}#${shard}`, ':since': since, ':before': before },
    });
  }
}
