import { compareBytes } from '../../values/bytes.ts';
import type { Slice } from '../../values/page.ts';
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
 * A page takes five Queries and so many read units at most, whatever is asked for:
 *
 * 1. The words that begin as the two longest that are asked for, a few each, and the titles that begin with what was
 *    typed. If that is all there are of one of the words, all that can match is known.
 * 2. Else every one of these words is common. The lists of those that begin alike, and the list of all for a short
 *    word, are in the order of what is found: one or two are begun.
 * 3. The one that came furthest is read on, as far as the units go; or, when its word is rare there, the rest of the
 *    words that begin as this one, in any order.
 *
 * What could not be read is left to the next page.
 */
const QUERIES = 5;
export const UNITS = 150;
/** The books of a page of twenty take one unit each. The last Query of a search may be a little dearer than the first. */
const INDEX_UNITS = 120;
const WORDS_LOOKED_AT = 64;
const LEADS = 2;
const BEGUN = 200;
/** DynamoDB reads at most so much in a Query: about this many items. */
const MOST = 4000;

/** A word of which the look has so small a part is read to its end, which comes soon. */
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

/** @param slice how many positions are wanted at least, if there are as many and no more has to be read for them */
export async function searchIndex(whole: Search, { limit, after }: Slice): Promise<Found> {
  const search = inKeys(whole);
  const leads = [...new Set(everyAsked(search).map(({ lead }) => lead))].sort(
    (one, other) => other.length - one.length,
  );
  if (leads.length === 0) return lookAlong(LIST_OF_ALL, search, after, limit);

  const [words, first] = await Promise.all([
    Promise.all(leads.slice(0, LEADS).map((lead) => lookAtWords(lead, search, after, WORDS_LOOKED_AT))),
    isAmongFirst(search, after) ? lookAlong(LIST_OF_ALL, search, after, limit) : undefined,
  ]);
  const begun = first ? [first] : [];
  const spent = unitsOf([...words, ...begun]);
  const all = words.find(({ last }) => last === undefined);
  if (all) return { found: inOrder(all.found), until: undefined, units: spent };
  if (first && first.found.length >= limit) return { ...first, units: spent };

  const streams = [...new Map(leads.map((lead) => [streamOf(lead).prefix, streamOf(lead)])).values()];
  const left = QUERIES - words.length - begun.length - 1;
  const from = first ? first.until : after;
  const looks = await Promise.all(
    streams.slice(0, left).map(async (stream) => ({
      stream,
      ...(await lookAlong(stream, search, from, Math.max(BEGUN, limit))),
    })),
  );
  const best = looks.reduce((one, other) => (isFurther(one, other) ? one : other));
  const soFar = {
    found: [...(first?.found ?? []), ...best.found],
    until: best.until,
    units: spent + unitsOf(looks),
  };
  if (best.until === undefined || soFar.found.length >= limit) return soFar;
  return readOn(soFar, best, words, search, { limit, after });
}

/** Tells whether one look has come at least as far as the other; the end is furthest. */
const isFurther = (one: OrderedLook, other: OrderedLook): boolean => {
  if (one.until === undefined) return true;
  return other.until !== undefined && compareBytes(one.until, other.until) >= 0;
};

async function readOn(
  soFar: Found,
  { stream, items, found, units }: OrderedLook & { stream: Stream },
  words: readonly WordLook[],
  search: Search,
  { limit, after }: Slice,
): Promise<Found> {
  const most = Math.min(MOST, Math.floor((INDEX_UNITS - soFar.units) / (units / Math.max(items.length, 1))));
  const isEnough = found.length * most >= (limit - soFar.found.length) * items.length;
  const word = words.find(({ lead }) => streamOf(lead).prefix === stream.prefix);
  if (!isEnough && word && isRare(word.lead, stream, items)) {
    const rest = await lookAtWords(word.lead, search, after, most, word.last);
    const spent = soFar.units + rest.units;
    if (rest.last === undefined)
      return { found: inOrder([...word.found, ...rest.found]), until: undefined, units: spent };
    return { ...soFar, units: spent };
  }
  const rest = await lookAlong(stream, search, soFar.until, most);
  return { found: [...soFar.found, ...rest.found], until: rest.until, units: soFar.units + rest.units };
}

const isRare = (lead: string, { prefix }: Stream, items: OrderedLook['items']): boolean => {
  const asked = { lead, ways: [[lead]] };
  const having = items.map(wordsIn).filter(({ titre, auteur }) => has([...titre, ...auteur], asked));
  return having.length <= items.length * (prefix === '' ? RARE_AMONG_ALL : RARE);
};
