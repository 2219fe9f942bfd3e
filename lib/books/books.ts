import { randomUUID } from 'node:crypto';
import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import type { Attempt } from '../values/attempt.ts';
import { requireFresh } from '../values/etag.ts';
import { codes, type Refuses } from './codes.ts';
import { requireDeletable, requireSearchable, unnamed, withCount } from './rules.ts';
import type { Availability, Book } from './schema.ts';
import type { BookChanges, NewBook } from './schema-requests.ts';
import * as store from './store/books.ts';
import { toBook } from './store/items.ts';
import { readBook } from './store/titles.ts';
import { addCopies, availability, type Title } from './title.ts';

/** Adds a book with its copies. @throws Failure `requete_invalide` */
export function createBook(
  { exemplaires, ...input }: NewBook,
  attempt: Attempt | undefined,
  refuse: Refuses<'isbnTaken' | 'barcodeTaken'>,
): Promise<Book> {
  const copies = typeof exemplaires === 'number' ? unnamed(exemplaires) : exemplaires;
  const date_creation = new Date().toISOString();
  const nothing = { exemplaires: {}, emprunts: {}, reservations: {}, serie: null };
  const bare: Title = { id: randomUUID(), ...input, date_creation, ...nothing };
  return retryOnConflict(() => store.insertBook(addCopies(bare, copies, today()), attempt, refuse));
}

/** Reads a book. */
export const getBook = async (id: string, refuse: Refuses<'bookNotFound'>): Promise<Book> =>
  toBook((await readBook(id)) ?? refuse(codes.bookNotFound));

/** Changes a book. @throws Failure `version_perimee`, `requete_invalide` */
export const updateBook = (
  id: string,
  changes: BookChanges,
  ifMatch: string | undefined,
  refuse: Refuses<'bookNotFound' | 'isbnTaken' | 'tooFewCopies' | 'tooManyCopies'>,
): Promise<Book> =>
  retryOnConflict(async () => {
    const seen = (await readBook(id)) ?? refuse(codes.bookNotFound);
    requireFresh(ifMatch, toBook(seen));
    const { exemplaires, ...fields } = changes;
    const book: Title = { ...seen, ...(fields as Partial<Title>) };
    requireSearchable(book);
    const next = exemplaires === undefined ? book : withCount(book, exemplaires, today(), refuse);
    await store.replaceBook(seen, next, refuse);
    return toBook(next);
  });

/** Deletes a book. @throws Failure `version_perimee` */
export const deleteBook = (
  id: string,
  ifMatch: string | undefined,
  refuse: Refuses<'bookNotFound' | 'deletionRefused'>,
): Promise<void> =>
  retryOnConflict(async () => {
    const seen = (await readBook(id)) ?? refuse(codes.bookNotFound);
    requireFresh(ifMatch, toBook(seen));
    requireDeletable(seen, refuse);
    await store.deleteBook(seen);
  });

/** Tells in one read how many copies are available. */
export const availabilityOf = async (id: string, refuse: Refuses<'bookNotFound'>): Promise<Availability> =>
  availability((await readBook(id)) ?? refuse(codes.bookNotFound));
