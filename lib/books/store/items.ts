import type { ItemKey } from '../../aws/dynamodb/read.ts';
import type { Versioned } from '../../aws/dynamodb/versioned.ts';
import { given } from '../../runtime/config.ts';
import { start } from '../../values/bytes.ts';
import { addDays, daysBetween } from '../../values/days.ts';
import { only } from '../../values/fields.ts';
import { spaced } from '../../values/fold.ts';
import { placeOf, volumeKey } from '../order.ts';
import { lastDays, nextEvent } from '../queue.ts';
import { Book } from '../schema.ts';
import { countCopies, type Sheet, type Title } from '../title.ts';
import { type Named, seamless, type Words, wordsOf } from '../words.ts';

/**
 * The items of the books table:
 *
 *   LIVRE#<id>         LIVRE                  the book, its copies, the loans of those that are out, and its open holds
 *   ISBN#<13 digits>   <volume>⇥<tome, folded> keeps an ISBN and a volume to one book
 *   EXEMPLAIRE#<code>  EXEMPLAIRE             keeps a barcode to one copy, with its shelf mark and its note
 *   SERIE#<9 digits>   SERIE                  keeps a series of barcodes to one book, or from all
 *   CATALOGUE          <place>                the list of all
 *   MOT#<letter>       <word>⇥<id>            one for each word of a title or an author
 *   IDEMPOTENCE#<…>    IDEMPOTENCE            a first answer, see lib/aws/dynamodb/answers.ts
 *
 * A place is `<title>⇥<volume>⇥<id>`. The index `mots_par_titre` has the words once more, by `debut`: the first three
 * letters of a word, then the place. The index `livres_a_suivre` has the books with a copy that is set aside or a hold
 * that is suspended, by the day that ends the first of these: see `followedKey`. A search reads many of these items and
 * pays for their bytes: nothing is in them twice that can be long.
 */
export type BookItem = Title & Versioned & { suivi?: typeof FOLLOWED; suivi_tri?: string };

/** The item of a copy's barcode. A copy of which the library made the barcode has none until something is said of it. */
export interface SheetItem extends ItemKey, Sheet {
  livre_id: string;
  exemplaire_id: string;
}

/** The item of a series of barcodes: that of a title, or reserved. */
export interface SeriesItem extends ItemKey {
  livre_id?: string;
  reservee?: boolean;
}

/** An index item leads from a word, or from the list of all books, to a book. Its texts let a search filter by the other words. */
export interface IndexItem {
  pk: string;
  sk: string;
  /** On the first word of a book that begins with these letters, so that each book is there once. */
  debut?: string;
  /** The place, on the other words. */
  place?: string;
  /** Words as `spaced` writes them; of a title, those that its place does not tell. */
  mots?: string;
  mots_auteur?: string;
  type: string;
}

export const TABLE = given('LIVRES_TABLE');
export const CATALOGUE = 'CATALOGUE';
export const BY_TITLE = 'mots_par_titre';
/** The index of the books to which something happens by itself, and its one partition. */
export const TO_FOLLOW = 'livres_a_suivre';
export const FOLLOWED = 'RESERVATIONS';

export const bookKey = (id: string) => ({ pk: `LIVRE#${id}`, sk: 'LIVRE' });
export const sheetKey = (code_barres: string) => ({ pk: `EXEMPLAIRE#${code_barres}`, sk: 'EXEMPLAIRE' });
export const seriesKey = (numero: string) => ({ pk: `SERIE#${numero}`, sk: 'SERIE' });

export const volumesKey = (isbn: string) => `ISBN#${isbn}`;

export const isbnKey = (isbn: string, tome: string | null) => ({ pk: volumesKey(isbn), sk: volumeKey(tome) });

export interface Guard {
  pk: string;
  sk: string;
  livre_id: string;
}

/** The guard of a book's ISBN and volume, if it has an ISBN. */
export const guardsOf = ({ id, isbn, tome }: Pick<Book, 'id' | 'isbn' | 'tome'>): Guard[] =>
  isbn === null ? [] : [{ ...isbnKey(isbn, tome), livre_id: id }];

/** The characters of a word that are in a key, each of four bytes at most. */
const WORD_LENGTH = 60;
export const keyWord = (word: string): string => start(word, WORD_LENGTH);
/** Cuts a word in which a seam may stand. */
const cut = (word: string): string => start(word, WORD_LENGTH + 1);

/** The partition of the words that begin alike. */
export const partitionOf = (word: string): string => `MOT#${start(word, 1)}`;

/** The number of first letters that are the same in the words which the index `mots_par_titre` keeps together. */
const ALIKE = 3;

/** The beginning under which the index `mots_par_titre` has a word; none has a shorter word. */
export function beginningOf(word: string): string | undefined {
  const letters = start(word, ALIKE);
  return [...letters].length < ALIKE ? undefined : `${letters}\t`;
}

export const placeIn = ({ sk, debut, place }: IndexItem): string =>
  place ?? (debut === undefined ? sk : debut.slice(debut.indexOf('\t') + 1));

const titleWordsIn = (place: string): string[] => place.slice(0, place.indexOf('\t')).split(' ');

const unspaced = (words = ''): string[] => words.split(' ').slice(1);

/** Lists the words of a book, as far as they are in keys. */
export const wordsIn = (item: IndexItem): Words => ({
  titre: [...titleWordsIn(placeIn(item)), ...unspaced(item.mots)],
  auteur: unspaced(item.mots_auteur),
});

/** A word that begins another of the same book is found where that one is. */
const longest = (words: readonly string[]): string[] => {
  const sorted = [...new Set(words)].sort();
  return sorted.filter((word, n) => !sorted[n + 1]?.startsWith(word));
};

/** Makes all index items of a book. */
export function indexItems(book: Named & Pick<Book, 'id' | 'tome' | 'type'>): IndexItem[] {
  const { titre, auteur, sort } = wordsOf(book);
  const place = placeOf(book, sort);
  const told = titleWordsIn(place);
  const others = titre.map(cut).filter((word) => !told.includes(word));
  const texts = {
    ...(others.length > 0 && { mots: spaced(others) }),
    ...(auteur.length > 0 && { mots_auteur: spaced(auteur.map(cut)) }),
    type: book.type,
  };
  const beginnings = new Set<string>();
  const words = longest([...titre, ...auteur].map((word) => keyWord(seamless(word))));
  const items = words.map((word): IndexItem => {
    const beginning = beginningOf(word);
    const isFirst = beginning !== undefined && !beginnings.has(beginning);
    if (isFirst) beginnings.add(beginning);
    const where = isFirst ? { debut: beginning + place } : { place };
    return { pk: partitionOf(word), sk: `${word}\t${book.id}`, ...where, ...texts };
  });
  return [{ pk: CATALOGUE, sk: place, ...texts }, ...items];
}

/**
 * The key of a title in the index `livres_a_suivre`: the day after which something happens to it by itself, its id, and
 * how many days after that one come the last days to fetch its copies, in base 36. A key holds 1,024 bytes: so written,
 * the last days of all 200 holds that a title can have fit into it.
 */
function followedKey(title: Title) {
  const event = nextEvent(title);
  if (event === undefined) return undefined;
  const distances = lastDays(title).map((day) => daysBetween(event, day).toString(36));
  return { suivi: FOLLOWED, suivi_tri: `${event}#${title.id}#${distances.join(',')}` } as const;
}

/** Reads such a key. */
export function readFollowed(suivi_tri: string) {
  const [event = '', id = '', distances = ''] = suivi_tri.split('#');
  const days = distances.split(',').filter((distance) => distance !== '');
  return { event, id, lastDays: days.map((distance) => addDays(event, Number.parseInt(distance, 36))) };
}

/** The item of a title. @param title without what an item that was read has besides */
export function bookItem({
  suivi,
  suivi_tri,
  ...title
}: Title & Partial<Pick<BookItem, 'suivi' | 'suivi_tri'>>): Omit<BookItem, 'version'> {
  return { ...title, ...bookKey(title.id), ...followedKey(title) };
}

export const toBook = (title: Title): Book => only(Book, { ...title, exemplaires: countCopies(title) });
