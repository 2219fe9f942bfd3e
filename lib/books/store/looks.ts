import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { compareBytes } from '../../values/bytes.ts';
import type { Reach } from '../../values/search.ts';
import { beginning, FIRST, isAfter, OTHERS, positionOf } from '../order.ts';
import { matches, type Search } from '../words.ts';
import {
  BY_TITLE,
  beginningOf,
  CATALOGUE,
  type IndexItem,
  keyWord,
  partitionOf,
  placeIn,
  TABLE,
  wordsIn,
} from './items.ts';

/** One Query of the index. */

/** Sorts after all that begins as what stands before it. */
const LAST = '\u{10ffff}';
/** The least that is longer. */
const longer = (key: string): string => `${key}\0`;

interface Range {
  pk: string;
  by: 'sk' | 'debut';
  from: string;
  to: string;
}

/** What a Query saw of the index. */
export interface Look {
  items: IndexItem[];
  /** The positions of what matches. */
  found: string[];
  /** What the Query cost. */
  units: number;
}

async function query({ pk, by, from, to }: Range, Limit: number) {
  // DynamoDB refuses a range that ends before it begins. Only a position that was made up asks for one.
  if (compareBytes(from, to) > 0) return { items: [], last: undefined, units: 0 };
  const { Items, LastEvaluatedKey, ConsumedCapacity } = await db.send(
    new QueryCommand({
      TableName: TABLE,
      ...(by === 'debut' && { IndexName: BY_TITLE }),
      KeyConditionExpression: `pk = :pk AND ${by} BETWEEN :from AND :to`,
      ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
      ConsistentRead: true,
      Limit,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
  const items = (Items ?? []) as IndexItem[];
  // A strong Query costs a unit at least, which DynamoDB Local does not count when it finds nothing.
  const units = Math.max(1, ConsumedCapacity?.CapacityUnits ?? 1);
  return { items, last: LastEvaluatedKey as IndexItem | undefined, units };
}

/** Tells whether a book is of the type asked for, if one is. */
export const isOfType = (book: { type: string }, { type }: Search): boolean => type === undefined || book.type === type;

/** What DynamoDB is not asked to compare is compared here, as what it reads costs as much when it drops it. */
const foundIn = (items: readonly IndexItem[], search: Search): string[] =>
  items
    .filter((item) => isOfType(item, search) && matches(wordsIn(item), search))
    .map((item) => positionOf(placeIn(item), search));

/** The index has only the beginning of a very long word. The book itself is compared with the whole. */
export function inKeys(search: Search): Search {
  const cut = (asked: Search['q']) =>
    asked.map(({ lead, ways }) => ({ lead: keyWord(lead), ways: ways.map((way) => way.map(keyWord)) }));
  return { ...search, titre: cut(search.titre), auteur: cut(search.auteur), q: cut(search.q) };
}

/** A part of the index that is in the order of what is found: the list of all, or the words that begin alike. */
export type Stream = Pick<Range, 'pk' | 'by'> & { prefix: string };

export const LIST_OF_ALL: Stream = { pk: CATALOGUE, by: 'sk', prefix: '' };

/** The shortest part in that order in which all books are that have such a word. */
export function streamOf(lead: string): Stream {
  const prefix = beginningOf(lead);
  return prefix === undefined ? LIST_OF_ALL : { pk: partitionOf(lead), by: 'debut', prefix };
}

export type OrderedLook = Look & Reach;

/** Whether what comes first is still to be looked for. */
export const isAmongFirst = (search: Search, after: string | undefined): boolean =>
  beginning(search) !== '' && (after === undefined || after.startsWith(FIRST));

/** Looks through the items of a stream: those that come first, or the others. @param most how many are read */
export async function lookAlong(
  { pk, by, prefix }: Stream,
  search: Search,
  after: string | undefined,
  most: number,
): Promise<OrderedLook> {
  const isFirst = isAmongFirst(search, after);
  const begins = isFirst ? beginning(search) : '';
  const next = [begins, longer(after?.slice(1) ?? '')].sort(compareBytes).at(-1);
  const { items, last, units } = await query({ pk, by, from: prefix + next, to: prefix + begins + LAST }, most);
  const group = isFirst ? FIRST : OTHERS;
  const end = isFirst ? OTHERS : undefined;
  return {
    items,
    found: foundIn(items, search).filter((position) => position.startsWith(group)),
    units,
    until: last ? group + (last[by] as string).slice(prefix.length) : end,
  };
}

export interface WordLook extends Look {
  lead: string;
  /** The sort key of the last word seen; absent when all were. */
  last: string | undefined;
}

/**
 * Looks at words that begin with the lead, in their own order.
 * @param most how many are read
 * @param before the sort key at which another look ended
 */
export async function lookAtWords(
  lead: string,
  search: Search,
  after: string | undefined,
  most: number,
  before?: string,
): Promise<WordLook> {
  const key = keyWord(lead);
  const from = before === undefined ? key : longer(before);
  const { items, last, units } = await query({ pk: partitionOf(lead), by: 'sk', from, to: key + LAST }, most);
  return {
    items,
    found: foundIn(items, search).filter((position) => isAfter(position, after)),
    units,
    lead,
    last: last?.sk,
  };
}
