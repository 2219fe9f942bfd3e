import type { Page, Slice } from '../values/page.ts';
import { idIn } from '../values/search.ts';
import { isbn13Of } from './isbn.ts';
import { placeOf, requirePosition, requireVolume } from './order.ts';
import type { FoundBook } from './schema.ts';
import type { BookFilter } from './schema-search.ts';
import { readVolumes } from './store/books.ts';
import { type BookItem, isbnKey, toBook } from './store/items.ts';
import { isOfType } from './store/looks.ts';
import { type Found, searchIndex, UNITS } from './store/search.ts';
import { readBooks } from './store/titles.ts';
import { availability, type Title } from './title.ts';
import { matches, type Search, searchOf, type Words, wordsOf } from './words.ts';

/** How readers find books. */

/** What is asked. A `q` that is an ISBN is no words. */
interface Asked {
  search: Search;
  isbns: string[];
  isAvailable: boolean | undefined;
}

function asked({ q, titre, auteur, isbn, type, disponible }: BookFilter): Asked {
  const typed = q === undefined ? undefined : isbn13Of(q);
  return {
    search: searchOf({ titre, auteur, q: typed === undefined ? q : undefined, type }),
    isbns: [isbn, typed].filter((each) => each !== undefined),
    isAvailable: disponible === undefined ? undefined : disponible === 'true',
  };
}

const copiesLeft = (book: Title): number => availability(book).disponibles;

const toFound = (book: BookItem): FoundBook => ({ ...toBook(book), disponibles: copiesLeft(book) });

const isAsked = (book: Title, words: Words, { search, isbns, isAvailable }: Asked): boolean =>
  isbns.every((isbn) => book.isbn === isbn) &&
  (isAvailable === undefined || copiesLeft(book) > 0 === isAvailable) &&
  isOfType(book, search) &&
  matches(words, search);

/** Finds the books of an ISBN or those that have the words asked for. Without any filter it lists all. */
export async function findBooks(filter: BookFilter, slice: Slice): Promise<Page<FoundBook>> {
  const wanted = asked(filter);
  const [isbn] = wanted.isbns;
  return isbn === undefined ? byWords(wanted, slice) : byIsbn(isbn, wanted, slice);
}

async function byWords(wanted: Asked, { limit, after }: Slice): Promise<Page<FoundBook>> {
  requirePosition(after);
  // One more tells that more follow. The index does not know what is lent: more are read when that is asked for.
  const isKnown = wanted.isAvailable === undefined;
  const found = await searchIndex(wanted.search, { limit: isKnown ? limit + 1 : MOST_BOOKS, after });
  return pageOf(found, limit, isKnown ? limit : limit + 1, (position) => ({
    id: idIn(position),
    // The book may have changed since the index was read.
    isStill: (book) => {
      const { sort, ...words } = wordsOf(book);
      return placeOf(book, sort) === position.slice(1) && isAsked(book, words, wanted);
    },
  }));
}

/** Lists the volumes of an ISBN, in their order. */
async function byIsbn(isbn: string, wanted: Asked, { limit, after }: Slice): Promise<Page<FoundBook>> {
  requireVolume(after);
  const { guards, until } = await readVolumes(isbn, { limit: MOST_BOOKS, after });
  const ids = new Map(guards.map(({ sk, livre_id }) => [sk, livre_id]));
  return pageOf({ found: [...ids.keys()], until, units: 1 }, limit, limit + 1, (position) => ({
    id: ids.get(position) as string,
    // The book may have given up its ISBN between the two reads.
    isStill: (book) => isbnKey(isbn, book.tome).sk === position && isAsked(book, wordsOf(book), wanted),
  }));
}

/** BatchGetItem reads at most this number of books. */
const MOST_BOOKS = 100;

/**
 * Reads the books that were found until there are enough, as far as the units of a page go. A book is counted as one,
 * which it is up to some thirty copies.
 * @param enough one more than the page when books may have been found that are not asked for: only another book that is
 * asked for tells then that more follow
 */
async function pageOf(
  { found, until, units }: Found,
  limit: number,
  enough: number,
  one: (position: string) => { id: string; isStill: (book: BookItem) => boolean },
): Promise<Page<FoundBook>> {
  const most = Math.min(found.length, MOST_BOOKS, Math.max(limit, Math.floor(UNITS - units)));
  const all: { book: FoundBook; position: string }[] = [];
  let read = 0;
  while (all.length < enough && read < most) {
    const next = found.slice(read, Math.min(read + enough, most));
    const books = await readBooks(next.map((position) => one(position).id));
    for (const [n, position] of next.entries()) {
      const book = books[n];
      if (all.length < enough && book && one(position).isStill(book)) all.push({ book: toFound(book), position });
    }
    read += next.length;
  }
  const page = all.slice(0, limit);
  const last = all.length < enough ? found[read - 1] : page.at(-1)?.position;
  const isAll = all.length <= limit && last === found.at(-1);
  return { elements: page.map(({ book }) => book), next: isAll ? until : last };
}
