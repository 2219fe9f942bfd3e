import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/**
 * What DynamoDB bills, by its published rules (Developer Guide, « Item sizes and formats », « Read and
 * write operations », « Global secondary indexes: write capacity »). DynamoDB Local counts a transaction
 * twice too much and an empty page for nothing.
 */

export type Item = Record<string, AttributeValue>;

/** An index as it bills: what places an entry, and what an entry holds. */
export interface Index {
  keys: readonly string[];
  projected: readonly string[] | 'all';
}

const bytes = (text: string): number => Buffer.byteLength(text);

/** One byte for two significant digits, one more for the number itself, one more for a sign. */
function sizeOfNumber(number: string): number {
  const digits = number.replace(/^-/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(digits.length / 2) + 1 + (number.startsWith('-') ? 1 : 0);
}

function sizeOfValue(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return sizeOfNumber(value.N);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.L !== undefined) return value.L.reduce((sum, element) => sum + 1 + sizeOfValue(element), 3);
  if (value.M !== undefined)
    return Object.entries(value.M).reduce((sum, [name, member]) => sum + 1 + bytes(name) + sizeOfValue(member), 3);
  throw new Error(`no table has such a value: ${JSON.stringify(value)}`);
}

/** Bytes: the names of the attributes and their values. */
export const sizeOf = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + sizeOfValue(value), 0);

const KIB = 1024;

/** Something is billed even where nothing is found. */
const writtenOf = (item: Item | undefined): number => Math.max(1, Math.ceil((item ? sizeOf(item) : 0) / KIB));

/** What an index holds of an item; one that lacks a key of the index is not in it. */
function entryOf(item: Item | undefined, { keys, projected }: Index): Item | undefined {
  if (!item || keys.some((key) => item[key] === undefined)) return undefined;
  return projected === 'all'
    ? item
    : Object.fromEntries(Object.entries(item).filter(([name]) => projected.includes(name)));
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** The order of attributes says nothing. */
const sorted = (value: unknown): unknown =>
  value instanceof Object && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, member]) => [name, sorted(member)]),
      )
    : value;

/** An index is written when what it holds changes, and twice when the entry moves: away from there, and here. */
function indexUnits(before: Item | undefined, after: Item | undefined, index: Index): number {
  const [old, now] = [entryOf(before, index), entryOf(after, index)];
  if (!old && !now) return 0;
  if (!old || !now) return writtenOf(old ?? now);
  const stays = index.keys.every((key) => same(old[key], now[key]));
  if (!stays) return writtenOf(old) + writtenOf(now);
  return same(old, now) ? 0 : Math.max(writtenOf(old), writtenOf(now));
}

/**
 * One write: of the item, by its larger size before and after, and of every index that it changes. In a
 * transaction the item counts double (it is prepared, then committed), its indexes do not: measured on
 * AWS by others (github.com/nubo-db/dynoxide, pull request 188), for the guide does not say.
 */
export function writeUnits(
  before: Item | undefined,
  after: Item | undefined,
  indexes: readonly Index[],
  transactional: boolean,
): number {
  const own = Math.max(writtenOf(before), writtenOf(after)) * (transactional ? 2 : 1);
  return indexes.reduce((sum, index) => sum + indexUnits(before, after, index), own);
}

/**
 * One read, from what DynamoDB Local counts for it.
 * @param missing how many items of a batch were not there, for which it counts nothing
 */
export function readUnits(counted: number, strong: boolean, missing: number): number {
  const least = strong ? 1 : 0.5;
  return Math.max(least, counted + missing * least);
}
