import { randomUUID } from 'node:crypto';
import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import type { Attempt } from '../values/attempt.ts';
import { requireFresh } from '../values/etag.ts';
import { Failure } from '../values/failure.ts';
import type { Page, Slice } from '../values/page.ts';
import { availability, requireDeletable, requireEnoughCopies, requireSearchable } from './rules.ts';
import type { Availability, Book, BookChanges, BookFilter, NewBook } from './schema.ts';
import * as store from './store/books.ts';
import { toBook } from './store/items.ts';
import { searchBooks } from './store/search.ts';
import { matches, searchOf } from './words.ts';

/** Adds a book. @throws Failure `isbn_deja_utilise`, `requete_invalide` */
export async function createBook(input: NewBook, attempt?: Attempt): Promise<Book> {
  requireSearchable(input);
  return store.insertBook({ id: randomUUID(), ...input, date_creation: new Date().toISOString() }, attempt);
}

/** Reads a book. @throws Failure `livre_introuvable` */
export const getBook = async (id: string): Promise<Book> => toBook(await existing(id));

/** Finds the books in which every word asked for begins a word of its field. Without any filter it lists all, by title. */
export async function findBooks({ isbn, ...query }: BookFilter, slice: Slice): Promise<Page<Book>> {
  const search = searchOf(query);
  if (isbn === undefined) return searchBooks(search, slice);
  const item = await store.readBookByIsbn(isbn);
  // The book may have given up its ISBN between the two reads.
  const isFound = item?.isbn === isbn && matches(item, search);
  return { elements: isFound ? [toBook(item)] : [], next: undefined };
}

/**
 * Changes a book.
 * @throws Failure `livre_introuvable`, `version_perimee`, `isbn_deja_utilise`, `exemplaires_insuffisants`, `requete_invalide`
 */
export const updateBook = (id: string, changes: BookChanges, ifMatch?: string): Promise<Book> =>
  retryOnConflict(async () => {
    const seen = await existing(id);
    requireFresh(ifMatch, toBook(seen));
    const book: Book = { ...toBook(seen), ...(changes as Partial<Book>) };
    requireSearchable(book);
    requireEnoughCopies(seen, book.exemplaires);
    await store.replaceBook(seen, book);
    return book;
  });

/** Deletes a book. @throws Failure `livre_introuvable`, `version_perimee`, `suppression_refusee` */
export const deleteBook = (id: string, ifMatch?: string): Promise<void> =>
  retryOnConflict(async () => {
    const seen = await existing(id);
    requireFresh(ifMatch, toBook(seen));
    requireDeletable(seen);
    await store.deleteBook(seen);
  });

/** Tells in one read how many copies are available. @throws Failure `livre_introuvable` */
export const availabilityOf = async (id: string): Promise<Availability> => availability(await existing(id));

async function existing(id: string) {
  const item = await store.readBook(id);
  if (!item) throw new Failure('livre_introuvable');
  return item;
}
