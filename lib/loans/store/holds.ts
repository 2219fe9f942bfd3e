import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { allItems, getItem, getItems } from '../../aws/dynamodb/read.ts';
import { Moved } from '../../aws/dynamodb/retry.ts';
import { change, putAt } from '../../aws/dynamodb/versioned.ts';
import type { Step } from '../../aws/dynamodb/write.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import type { HoldEnd, HoldInTransit, HoldRecord } from '../hold.ts';
import { type HoldItem, holdItemOf, holdKey, TABLE } from './items.ts';
import { type More, writeRecord } from './records.ts';

/** The records of holds. */

/** Reads a record by GetItem. */
export const readHold = (id: string) => getItem<HoldItem>(TABLE, holdKey(id));

/** Reads up to a hundred records by BatchGetItem, in the order of the ids. */
export const readHolds = async (ids: readonly string[]) =>
  ids.length > 0 ? getItems<HoldItem>(TABLE, ids.map(holdKey)) : [];

/** The record of a hold in the middle of something, at its version. */
export type HoldTransitItem = HoldItem & HoldInTransit;

/** Writes the hold's next state, or its first. @throws Moved when the record is no longer the one read */
export const writeHold = <T extends HoldRecord>(
  seen: HoldItem | undefined,
  hold: T,
  more?: More<HoldItem>,
): Promise<HoldItem & T> => writeRecord(seen, holdItemOf(hold), more) as Promise<HoldItem & T>;

/** The step that writes the hold's next state. */
export const putHold = (seen: HoldItem, hold: HoldRecord): Step => putAt<HoldItem>(TABLE, seen, holdItemOf(hold));

/** The step that is refused once the hold is closed: until then its person has a slot, and so an account. */
export const whileOpen = (id: string): Step => ({
  write: {
    ConditionCheck: {
      TableName: TABLE,
      Key: holdKey(id),
      ConditionExpression: 'statut = :open',
      ExpressionAttributeValues: { ':open': 'ouverte' satisfies HoldRecord['statut'] },
    },
  },
  refused: () => new Moved(),
});

/** Reads a record, decides on it and writes its next state, as `changeLoan` does. */
export const changeHold = <R>(
  id: string,
  decide: (seen: HoldItem | undefined) => { answer: R; next?: HoldRecord },
): Promise<R> =>
  change<HoldItem, R>(TABLE, holdKey(id), (seen) => {
    const { answer, next } = decide(seen);
    return { answer, ...(next && { next: holdItemOf(next) }) };
  });

const BY_PERSON = 'emprunts_par_utilisateur';

/** How a hold stands, as far as its record says. */
export type Listed = 'ouverte' | HoldEnd;

/** Queries a person's holds: those that are open in the order of the requests, those closed by the latest day. */
export async function queryHoldsOf(userId: string, statut: Listed, slice: Slice): Promise<Page<HoldItem>> {
  const liste = `${userId}#${statut}`;
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: TABLE,
      IndexName: BY_PERSON,
      KeyConditionExpression: 'liste = :list',
      ExpressionAttributeValues: { ':list': liste },
      ScanIndexForward: statut === 'ouverte',
      Limit: slice.limit + 1,
      ...(slice.after && { ExclusiveStartKey: { ...keyAfter(slice.after), liste, liste_tri: slice.after } }),
    }),
  );
  return cut(Items as HoldItem[], slice, ({ liste_tri }) => liste_tri as string);
}

const keyAfter = (position: string) => holdKey(position.slice(position.indexOf('#') + 1));

/** Finds a person's holds that stand so. On AWS an index follows its table after a moment. */
export const holdsOfPerson = (userId: string, statut: Listed): AsyncGenerator<HoldItem> =>
  allItems<HoldItem>({
    TableName: TABLE,
    IndexName: BY_PERSON,
    KeyConditionExpression: 'liste = :list',
    ExpressionAttributeValues: { ':list': `${userId}#${statut}` },
  });
