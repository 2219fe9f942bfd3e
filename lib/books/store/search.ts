import { compareBytes } from '../../values/bytes.ts';
import type { Slice } from '../../values/page.ts';
import { alone, furthest } from '../../values/search.ts';
import { everyAsked, has, type Search } from '../words.ts';
import { wordsIn } from './items.ts';
import {
  inKeys,
  isAmongFirst,
  LIST_OF_ALL,
  lookAlong,
  lookAtWords,
  type OrderedLook,
  type Stream,
  streamOf,
  type WordLook,
} from './looks.ts';

/**
 * Where a search finds its books in the index. Reads are strong, so that the request after a write finds the book.
 *
 * A page takes at most five Queries, and these take at most 128 read units, whatever is asked for:
 *
 * 1. The words that begin as the longest three that are asked for, a few each, and the titles that begin with what
 *    was typed. If that is all there are of one of the words, all that can match is known.
 * 2. Else every one of these words is common. The lists of those that begin alike, and the list of all for a short
 *    word, are in the order of what is found: one or two are begun.
 * 3. The one that came furthest is read on, as far as Queries and units go. When its word is rare there, the rest of
 *    the words that begin as this one are read first, in any order: their end is near.
 *
 * What could not be read is left to the next page.
 */
const QUERIES = 5;
/** What a page takes with its books, each counted as one unit. A title with many copies takes more. */
export const UNITS = 150;
/** What the index takes of it. */
const INDEX_UNITS = 128;
const LEADS = 3;
const WORDS_LOOKED_AT = 100;
const BEGUN = 200;

/** The bytes that a unit reads, and those of an item whose title is as long as a title may be. */
const UNIT_BYTES = 4096;
const LONG_ITEM_BYTES = 450;

/** A word that at most this part of a look has is read to its end. */
const RARE = 0.05;
const RARE_AMONG_ALL = 0.012;

/** What a search found. */
export interface Found {
  /** Positions, in their order. */
  found: string[];
  /** How far the search came; absent, to the end. */
  until: string | undefined;
  /** What it cost. */
  units: number;
}

const inOrder = (positions: readonly string[]): string[] => [...new Set(positions)].sort(compareBytes);

const unitsOf = (looks: readonly { units: number }[]): number => looks.reduce((sum, { units }) => sum + units, 0);

/** How many items may be read for what is left of the units. */
const affordable = (spent: number): number => Math.floor(((INDEX_UNITS - spent) * UNIT_BYTES) / LONG_ITEM_BYTES);

/** @param slice how many positions are wanted at least, if there are as many and no more has to be read for them */
export async function searchIndex(whole: Search, { limit, after }: Slice): Promise<Found> {
  const search = inKeys(whole);
  const leads = [...new Set(everyAsked(search).map(({ lead }) => lead))].sort(
    (one, other) => other.length - one.length,
  );
  if (leads.length === 0) return searchAll(search, { limit, after });

  const [words, first] = await Promise.all([
    Promise.all(leads.slice(0, LEADS).map((lead) => lookAtWords(lead, search, after, WORDS_LOOKED_AT))),
    isAmongFirst(search, after) ? lookAlong(LIST_OF_ALL, search, after, limit) : undefined,
  ]);
  const begun = first ? [first] : [];
  const spent = unitsOf([...words, ...begun]);
  const all = words.find(({ last }) => last === undefined);
  if (all) return { found: inOrder(all.found), until: undefined, units: spent };
  const soFar = { found: first?.found ?? [], until: first ? first.until : after, units: spent };
  if (soFar.found.length >= limit) return soFar;
  return searchInOrder(soFar, leads, words, search, { limit, after }, QUERIES - words.length - begun.length);
}

/** Without words the list of all is read; by type, as far as for common words. */
const searchAll = (search: Search, slice: Slice): Promise<Found> =>
  search.type === undefined
    ? lookAlong(LIST_OF_ALL, search, slice.after, slice.limit)
    : searchInOrder({ found: [], until: slice.after, units: 0 }, [''], [], search, slice, QUERIES);

/** Goes on from what was found. @param queries how many are left */
async function searchInOrder(
  { found, until, units }: Found,
  leads: readonly string[],
  words: readonly WordLook[],
  search: Search,
  { limit, after }: Slice,
  queries: number,
): Promise<Found> {
  const streams = [...new Map(leads.map((lead) => [streamOf(lead).prefix, streamOf(lead)])).values()];
  const most = queries > 1 ? Math.max(BEGUN, limit) : affordable(units);
  const looks = await Promise.all(
    streams
      .slice(0, Math.max(1, queries - 1))
      .slice(0, 2)
      .map(async (stream) => ({ stream, ...(await lookAlong(stream, search, until, most)) })),
  );
  const best = furthest(looks);
  const soFar = { found: [...found, ...best.found], until: best.until, units: units + unitsOf(looks) };
  return readOn(soFar, best, words, search, { limit, after }, queries - looks.length);
}

async function readOn(
  begun: Found,
  look: OrderedLook & { stream: Stream },
  words: readonly WordLook[],
  search: Search,
  { limit, after }: Slice,
  queries: number,
): Promise<Found> {
  const { stream, items, found } = look;
  let soFar = begun;
  let left = queries;
  const isDone = () => soFar.until === undefined || soFar.found.length >= limit || left <= 0;
  const isEnough = found.length * affordable(soFar.units) >= (limit - soFar.found.length) * items.length;
  const word = words.find(({ lead }) => streamOf(lead).prefix === stream.prefix);
  if (!isDone() && !isEnough && word && isRare(word.lead, look)) {
    const rest = await lookAtWords(word.lead, search, after, affordable(soFar.units), word.last);
    left -= 1;
    soFar = { ...soFar, units: soFar.units + rest.units };
    if (rest.last === undefined) return { ...soFar, found: inOrder([...word.found, ...rest.found]), until: undefined };
  }
  for (; !isDone() && affordable(soFar.units) > 0; left -= 1) {
    const rest = await lookAlong(stream, search, soFar.until, affordable(soFar.units));
    soFar = { found: [...soFar.found, ...rest.found], until: rest.until, units: soFar.units + rest.units };
  }
  return soFar;
}

const isRare = (lead: string, { stream, items }: OrderedLook & { stream: Stream }): boolean => {
  const having = items.map(wordsIn).filter(({ titre, auteur }) => has([...titre, ...auteur], alone(lead)));
  return having.length <= items.length * (stream.prefix === '' ? RARE_AMONG_ALL : RARE);
};
