import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { tables } from '../../../tests/support/services.ts';
import { type Index, type Item, readUnits, writeUnits } from './capacity.ts';

/** Requests to DynamoDB and its answers, as they go over the wire: what they write, and what is billed for them. */

export type Key = Record<string, AttributeValue>;

export interface Input {
  TableName: string;
  Key?: Key;
  Item?: Item;
  ConsistentRead?: boolean;
  RequestItems?: Record<string, { Keys: Key[]; ConsistentRead?: boolean }>;
  TransactItems?: Record<string, Input>[];
}

export interface Output {
  ConsumedCapacity?: { CapacityUnits: number } | { CapacityUnits: number }[];
  Responses?: Record<string, Item[]>;
}

/** One item that a request is to write. */
export interface Write {
  table: string;
  key: Key;
}

/** Keys and indexes as each service.yml defines them, under the names of this process's tables. */
const definitionOf = (table: string) => {
  const found = tables().find(({ TableName }) => TableName === table);
  const named = (schema: { AttributeName: string | undefined }[] = []) =>
    schema.map(({ AttributeName }) => AttributeName as string);
  const keys = named(found?.KeySchema);
  const indexes = (found?.GlobalSecondaryIndexes ?? []).map(({ KeySchema, Projection }): Index => {
    const own = named(KeySchema);
    const included = [...keys, ...own, ...(Projection?.NonKeyAttributes ?? [])];
    return { keys: own, projected: Projection?.ProjectionType === 'ALL' ? 'all' : included };
  });
  return { keys, indexes };
};

function writeOf({ TableName, Key: key, Item: item = {} }: Input): Write {
  const ofItem = () => definitionOf(TableName).keys.map((name) => [name, item[name] as AttributeValue]);
  return { table: TableName, key: key ?? Object.fromEntries(ofItem()) };
}

const READS = ['GetItem', 'Query', 'BatchGetItem'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'];
const TRANSACTION = 'TransactWriteItems';

/** None when it only reads. */
export function writesOf(request: string, input: Input): Write[] {
  if (READS.includes(request)) return [];
  if (WRITES.includes(request)) return [writeOf(input)];
  if (request === TRANSACTION) return (input.TransactItems ?? []).flatMap((step) => Object.values(step)).map(writeOf);
  throw new Error(`a request that nobody knows the price of: ${request}`);
}

/** Capacity by DynamoDB Local's count; a refusal tells none. */
const countedIn = ({ ConsumedCapacity: consumed = [] }: Output) =>
  [consumed].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);

export function readBy(input: Input, output: Output): number {
  const [batch] = Object.values(input.RequestItems ?? {});
  if (!batch) return readUnits(countedIn(output), input.ConsistentRead === true, 0);
  const found = Object.values(output.Responses ?? {}).flat().length;
  return readUnits(countedIn(output), batch.ConsistentRead === true, batch.Keys.length - found);
}

type Images = readonly (Item | undefined)[];

/**
 * @param before the items to write, as they were, in the order of `writesOf`; `after`, as they then are
 * @throws Error when DynamoDB Local counts otherwise where it is known to count well
 */
export function writtenBy(request: string, input: Input, output: Output, before: Images, after: Images): number {
  const units = writesOf(request, input).reduce(
    (sum, { table }, n) => sum + writeUnits(before[n], after[n], definitionOf(table).indexes, request === TRANSACTION),
    0,
  );
  const counted = countedIn(output);
  if (request !== TRANSACTION && output.ConsumedCapacity && counted !== units)
    throw new Error(`${request}: ${units} units by the rules, ${counted} by DynamoDB Local`);
  return units;
}

/** The size of a body without what only measuring puts into it. */
export const sizeWithout = (name: string, body: object): number =>
  Buffer.byteLength(JSON.stringify({ ...body, [name]: undefined }));
