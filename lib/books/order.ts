import { compareBytes, startIn } from '../values/bytes.ts';
import { Failure } from '../values/failure.ts';
import { fold, wordsIn } from '../values/fold.ts';
import { DAMAGED_CURSOR } from '../values/page.ts';
import type { Book } from './schema.ts';
import type { Search } from './words.ts';

/** The one order of all lists of books: by title, then volume, then id. */

/** A sort key has at most 1,024 bytes: a place, and in some of them a word of 240 bytes before it. */
const TITLE_BYTES = 660;
const VOLUME_BYTES = 80;

/** Writes a number so that 2 comes before 10 among texts: the count of its digits comes first. */
const numbered = (digits: string): string => {
  const plain = digits.replace(/^0+(?=.)/, '');
  return String.fromCharCode('0'.charCodeAt(0) + plain.length) + plain;
};

/** Makes the sort form of a volume. Numbers come before words, and no volume before all. */
const volumeOrder = (tome: string | null): string =>
  startIn(
    VOLUME_BYTES,
    wordsIn(tome ?? '')
      .join(' ')
      .replace(/\d+/g, numbered),
  );

/**
 * Tells the volumes of one ISBN apart, in their order; no volume comes first. Two are the same when they differ in case,
 * accents or invisible characters alone.
 */
export const volumeKey = (tome: string | null): string => `${volumeOrder(tome)}\t${fold(tome ?? '')}`;

/**
 * Where a book stands among all. The tab sorts before any letter, so `Le` comes before `Le Lac`.
 * @param sort the sort form of its title
 */
export const placeOf = ({ id, tome }: Pick<Book, 'id' | 'tome'>, sort: string): string =>
  `${startIn(TITLE_BYTES, sort)}\t${volumeOrder(tome)}\t${id}`;

/** Those whose title begins with what was typed, before all others. */
export const FIRST = '0';
export const OTHERS = '1';

/** How the places of those begin, or nothing when none does. */
export const beginning = ({ begins }: Pick<Search, 'begins'>): string => startIn(TITLE_BYTES, begins);

/** Where a book stands among those that a search finds. */
export function positionOf(place: string, search: Pick<Search, 'begins'>): string {
  const begins = beginning(search);
  return (begins !== '' && place.startsWith(begins) ? FIRST : OTHERS) + place;
}

export const isAfter = (position: string, after: string | undefined): boolean =>
  after === undefined || compareBytes(position, after) > 0;

/** A sort key has no more bytes. */
const LONGEST = 1024;
/** Before a place there may stand the beginning of a word with its tab, and behind it the least character. */
const AROUND = '1234'.length * 4;
const POSITION = /^1$|^[01][^\t]*\t[^\t]*\t[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const VOLUME = /^[^\t]*\t/;

function requireShape(after: string | undefined, shape: RegExp, most: number): void {
  if (after === undefined || (shape.test(after) && Buffer.byteLength(after) <= most)) return;
  throw new Failure('requete_invalide', { erreurs: [DAMAGED_CURSOR] });
}

/** Refuses a position that no book can have in a search. @throws Failure `requete_invalide` */
export const requirePosition = (after: string | undefined): void => requireShape(after, POSITION, LONGEST - AROUND);

/** Refuses a position that no volume can have among those of its ISBN. @throws Failure `requete_invalide` */
export const requireVolume = (after: string | undefined): void => requireShape(after, VOLUME, LONGEST);
