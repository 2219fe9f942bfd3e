import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  type HoldItem,
  type Items,
  isBook,
  isHold,
  isLoan,
  type Key,
  type LoanItem,
  type Service,
  type Tables,
  type UserItem,
} from '../../dev/audit/items.ts';
import { allItemsOf } from '../../dev/audit/read.ts';
import { lazy } from '../../lib/values/lazy.ts';

export * from '../../dev/audit/items.ts';

/** The tables of this test file as they are, read and written past the code under test. */

const TABLES: Record<Service, string> = {
  users: 'UTILISATEURS_TABLE',
  books: 'LIVRES_TABLE',
  loans: 'EMPRUNTS_TABLE',
};
const nameOf = (service: Service): string => process.env[TABLES[service]] as string;

/** A client of its own: what the tests do to the code's client does not reach it. Where it reads is known when it does. */
const db = lazy(() =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string })),
);

/** Every item of a service's table. */
export const readTable = <S extends Service>(service: S): Promise<Items[S][]> =>
  allItemsOf<Items[S]>(db(), nameOf(service));

type Requests = ({ PutRequest: { Item: Key } } | { DeleteRequest: { Key: Key } })[];
const BATCH = 25;

async function write(service: Service, requests: Requests): Promise<void> {
  for (let start = 0; start < requests.length; start += BATCH)
    await db().send(
      new BatchWriteCommand({ RequestItems: { [nameOf(service)]: requests.slice(start, start + BATCH) } }),
    );
}

/** Puts items into a service's table as they are. */
export const writeItems = <S extends Service>(service: S, items: Items[S][]): Promise<void> =>
  write(
    service,
    items.map((Item) => ({ PutRequest: { Item } })),
  );

/** So many copies of what the tables have, in each of which other ids stand in the place of these. */
export const copiesOf = <T>(items: T, ids: string[], count: number): T[] =>
  Array.from({ length: count }, () =>
    JSON.parse(ids.reduce((text, id) => text.replaceAll(id, randomUUID()), JSON.stringify(items))),
  );

export const NO_ITEMS: Tables = { users: [], books: [], loans: [] };

export async function readTables(): Promise<Tables> {
  const [users, books, loans] = await Promise.all([readTable('users'), readTable('books'), readTable('loans')]);
  return { users, books, loans };
}

/** Brings the tables from the items that are in them to those that are wanted. Only what differs is written. */
export async function restoreTables(wanted: Tables, present: Tables): Promise<void> {
  const nameItem = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);
  const restore = async (service: Service) => {
    const left = new Map(present[service].map((item) => [nameItem(item), item]));
    const requests: Requests = [];
    for (const Item of wanted[service]) {
      if (!isDeepStrictEqual(left.get(nameItem(Item)), Item, { skipPrototype: true }))
        requests.push({ PutRequest: { Item } });
      left.delete(nameItem(Item));
    }
    for (const { pk, sk } of left.values()) requests.push({ DeleteRequest: { Key: { pk, sk } } });
    await write(service, requests);
  };
  await Promise.all([restore('users'), restore('books'), restore('loans')]);
}

/** Takes everything out of the tables: what a test looks at is then all its own, and little. */
export const emptyTables = async (): Promise<void> => restoreTables(NO_ITEMS, await readTables());

/** Everything that the users table says of a user, replays of first answers apart. */
export const itemsOf = async (userId: string): Promise<UserItem[]> =>
  (await readTable('users')).filter(
    ({ pk, utilisateur_id }) => !pk.startsWith('IDEMPOTENCE#') && (pk.includes(userId) || utilisateur_id === userId),
  );

/** The ids of all books. */
export const allBooks = async (): Promise<string[]> =>
  (await readTable('books')).filter(isBook).map(({ id }) => id as string);

/** The record of every hold. */
export const readHolds = async (): Promise<HoldItem[]> =>
  (await readTable('loans')).filter(isHold) as unknown as HoldItem[];

/** The record of every loan. */
export const readLoans = async (): Promise<LoanItem[]> => (await readTable('loans')).filter(isLoan);

export const readLoan = async (id: string): Promise<LoanItem | undefined> =>
  (await readLoans()).find((loan) => loan.id === id);
