import { randomUUID } from 'node:crypto';
import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import type { Attempt } from '../values/attempt.ts';
import { requireFresh } from '../values/etag.ts';
import { codes, type Refuses } from './codes.ts';
import { availability, requireDeletable, requireEnoughCopies, requireSearchable } from './rules.ts';
import type { Availability, Book, BookChanges, NewBook } from './schema.ts';
import * as store from './store/books.ts';
import { toBook } from './store/items.ts';

/** Adds a book. @throws Failure `requete_invalide` */
export async function createBook(
  input: NewBook,
  attempt: Attempt | undefined,
  refuse: Refuses<'isbnTaken'>,
): Promise<Book> {
  requireSearchable(input);
  return store.insertBook({ id: randomUUID(), ...input, date_creation: new Date().toISOString() }, attempt, refuse);
}

/** Reads a book. */
export const getBook = async (id: string, refuse: Refuses<'bookNotFound'>): Promise<Book> =>
  toBook((await store.readBook(id)) ?? refuse(codes.bookNotFound));

/** Changes a book. @throws Failure `version_perimee`, `requete_invalide` */
export const updateBook = (
  id: string,
  changes: BookChanges,
  ifMatch: string | undefined,
  refuse: Refuses<'bookNotFound' | 'isbnTaken' | 'tooFewCopies'>,
): Promise<Book> =>
  retryOnConflict(async () => {
    const seen = (await store.readBook(id)) ?? refuse(codes.bookNotFound);
    requireFresh(ifMatch, toBook(seen));
    const book: Book = { ...toBook(seen), ...(changes as Partial<Book>) };
    requireSearchable(book);
    requireEnoughCopies(seen, book.exemplaires, refuse);
    await store.replaceBook(seen, book, refuse);
    return book;
  });

/** Deletes a book. @throws Failure `version_perimee` */
export const deleteBook = (
  id: string,
  ifMatch: string | undefined,
  refuse: Refuses<'bookNotFound' | 'deletionRefused'>,
): Promise<void> =>
  retryOnConflict(async () => {
    const seen = (await store.readBook(id)) ?? refuse(codes.bookNotFound);
    requireFresh(ifMatch, toBook(seen));
    requireDeletable(seen, refuse);
    await store.deleteBook(seen);
  });

/** Tells in one read how many copies are available. */
export const availabilityOf = async (id: string, refuse: Refuses<'bookNotFound'>): Promise<Availability> =>
  availability((await store.readBook(id)) ?? refuse(codes.bookNotFound));
