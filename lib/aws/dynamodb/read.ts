import { BatchGetCommand, GetCommand, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { Failure } from '../../values/failure.ts';
import { db } from './client.ts';
import { pause } from './retry.ts';

/** The primary key of an item. Every table has the same two attributes. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/**
 * Reads one item as the last acknowledged write left it.
 * @returns `undefined` when there is none
 * @example const account = await getItem<AccountItem>(TABLE, accountKey(id));
 */
export async function getItem<T>(table: string, key: ItemKey): Promise<T | undefined> {
  const { Item } = await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return Item as T | undefined;
}

const BATCH_ATTEMPTS = 8;

const nameOf = ({ pk, sk }: ItemKey): string => JSON.stringify([pk, sk]);

/**
 * Reads up to a hundred items in one request, each as `getItem` reads it. DynamoDB refuses a request that names a key
 * twice, and ids from several queries may repeat one: a key that comes again is asked for once.
 * @returns the items in the order of the keys, `null` for one that is not there
 * @throws Failure `service_indisponible` when DynamoDB keeps leaving some out
 */
export async function getItems<T extends ItemKey>(table: string, keys: readonly ItemKey[]): Promise<(T | null)[]> {
  const found = new Map<string, T>();
  let left: readonly ItemKey[] = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  for (let attempt = 1; left.length > 0; attempt += 1) {
    if (attempt > BATCH_ATTEMPTS) throw new Failure('service_indisponible');
    if (attempt > 1) await pause(2 ** attempt);
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({
        RequestItems: { [table]: { Keys: left.map(({ pk, sk }) => ({ pk, sk })), ConsistentRead: true } },
      }),
    );
    for (const item of (Responses?.[table] ?? []) as T[]) found.set(nameOf(item), item);
    left = (UnprocessedKeys?.[table]?.Keys ?? []) as ItemKey[];
  }
  return keys.map((key) => found.get(nameOf(key)) ?? null);
}

/** Reads every item of a query, page after page. */
export async function* allItems<T>(query: QueryCommandInput): AsyncGenerator<T> {
  for await (const { Items = [] } of paginateQuery({ client: db }, query)) yield* Items as T[];
}
