import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import type { ItemKey } from '../../aws/dynamodb/read.ts';
import { putAnyway, removeAnyway, type Step } from '../../aws/dynamodb/write.ts';
import { compareBytes, start } from '../../values/bytes.ts';
import { spaced } from '../../values/fold.ts';
import type { Slice } from '../../values/page.ts';
import { type Asked, furthest, type Reach } from '../../values/search.ts';
import { type NameSearch, nameKey, nameOrder, wordsOfNames } from '../names.ts';
import type { User } from '../schema.ts';
import { directoryKey, TABLE } from './items.ts';

/**
 * The directory by which people are found. Each partition is in the order of nom, then prenom: that of
 * all people, and one for each beginning of a word, of one letter and of three. A search may therefore read
 * whichever partition is short, and finds people in the same order. The items are written in the transaction
 * of their account and read strongly, so that the next request finds a person.
 */
interface DirectoryItem extends ItemKey {
  /** The person's words as `spaced` writes them, for a search to filter by. */
  mots: string;
}

type Named = Pick<User, 'id' | 'nom' | 'prenom'>;

export function directoryItems(user: Named): DirectoryItem[] {
  const words = wordsOfNames(user);
  const beginnings = new Set(['', ...words.flatMap((word) => [start(word, 1), start(word, 3)])]);
  return [...beginnings].map((beginning) => ({
    ...directoryKey(beginning, nameOrder(user)),
    mots: spaced(words),
  }));
}

/** The steps that bring a person's items from one state to another; `undefined` stands for no account. */
export function listAnew(before: Named | undefined, after: Named | undefined): Step[] {
  if (before?.nom === after?.nom && before?.prenom === after?.prenom) return [];
  const [old, next] = [before ? directoryItems(before) : [], after ? directoryItems(after) : []];
  const isKept = ({ pk, sk }: ItemKey) => next.some((item) => item.pk === pk && item.sk === sk);
  return [
    ...old.filter((item) => !isKept(item)).map((item) => removeAnyway(TABLE, item)),
    ...next.map((item) => putAnyway(TABLE, item)),
  ];
}

/** The most Queries that a page takes. */
const QUERIES = 3;
/** A first look is so long, when filters drop some of what it meets; the next ones take what one Query gives, 1 MB. */
const FIRST_LOOK = 100;
/** The most words by which DynamoDB filters. What is asked for besides is compared with the account itself. */
const FILTER_WORDS = 50;

/** What was read of a partition. */
interface Read extends Reach {
  /** The positions that match. */
  found: string[];
}

/**
 * Finds the positions of the people who match, in the order of nom, then prenom. Of two words asked for, the
 * partitions of both are begun, and the one that has come further, because it is shorter, is read on.
 * @returns one position more than the slice asks for, when there are as many; `until` is how far a search
 * came that had to end before it knew
 */
export async function searchDirectory(search: NameSearch, { limit, after }: Slice): Promise<Read> {
  const words = search.words.toSorted((one, other) => other.lead.length - one.lead.length);
  const partitions = words.length > 0 ? [...new Set(words.slice(0, 2).map(({ lead }) => beginningOf(lead)))] : [''];
  const wanted = limit + 1;
  const look = (partition: string, from: string | undefined, most?: number) =>
    queryPartition(partition, { ...search, words }, from, most);
  const first = words.length > 0 ? Math.max(FIRST_LOOK, wanted) : wanted;
  const looks = await Promise.all(partitions.map((partition) => look(partition, after, first)));
  const best = furthest(looks);
  const partition = partitions[looks.indexOf(best)] as string;
  const found = [...new Set(looks.flatMap((read) => read.found))].sort(compareBytes);
  let { until } = best;
  for (let queries = looks.length; until !== undefined && found.length < wanted && queries < QUERIES; queries += 1) {
    const read = await look(partition, until);
    found.push(...read.found);
    until = read.until;
  }
  return { found: found.slice(0, wanted), until };
}

const beginningOf = (word: string): string => start(word, [...word].length < 3 ? 1 : 3);

/** The ways to write what is asked for, as far as a filter may name their words. */
function filtersOf(asked: readonly Asked[]): string[][][] {
  let room = FILTER_WORDS;
  return asked.flatMap(({ ways }) => {
    room -= ways.flat().length;
    return room < 0 ? [] : [ways];
  });
}

async function queryPartition(
  beginning: string,
  { nom, words }: NameSearch,
  after: string | undefined,
  most: number | undefined,
): Promise<Read> {
  const filters = filtersOf(words);
  const named = new Map(filters.flat(2).map((word, n) => [word, `:w${n}`]));
  const has = (word: string) => `contains(mots, ${named.get(word)})`;
  // DynamoDB refuses parentheses that are not needed.
  const either = (all: string[]) => (all.length > 1 ? `(${all.map((one) => `(${one})`).join(' OR ')})` : all.join());
  const hasOne = (ways: string[][]) => either(ways.map((way) => way.map(has).join(' AND ')));
  const from = nameKey(nom);
  const { pk } = directoryKey(beginning, '');
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName: TABLE,
      KeyConditionExpression: from ? 'pk = :pk AND begins_with(sk, :from)' : 'pk = :pk',
      ...(filters.length > 0 && { FilterExpression: filters.map(hasOne).join(' AND ') }),
      ExpressionAttributeValues: {
        ':pk': pk,
        ...(from && { ':from': from }),
        ...Object.fromEntries([...named].map(([word, name]) => [name, spaced([word])])),
      },
      ConsistentRead: true,
      ...(most !== undefined && { Limit: most }),
      ...(after !== undefined && { ExclusiveStartKey: { pk, sk: after } }),
    }),
  );
  return { found: (Items as DirectoryItem[]).map(({ sk }) => sk), until: LastEvaluatedKey?.sk as string | undefined };
}
