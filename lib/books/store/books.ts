import { makeOnce } from '../../aws/dynamodb/idempotency.ts';
import { getItem, getItems, type ItemKey } from '../../aws/dynamodb/read.ts';
import { deleteAt, putAt } from '../../aws/dynamodb/versioned.ts';
import { putAnyway, putNew, removeAnyway, type Step, transact } from '../../aws/dynamodb/write.ts';
import type { Attempt } from '../../values/attempt.ts';
import { codes, type Refuses } from '../codes.ts';
import type { Book } from '../schema.ts';
import { type BookItem, bookKey, type IndexItem, indexItems, isbnKey, newBookItem, TABLE } from './items.ts';

/** Reads a book by GetItem. */
export const readBook = (id: string) => getItem<BookItem>(TABLE, bookKey(id));

/** Reads up to a hundred books by BatchGetItem, in the order of the ids. */
export const readBooks = (ids: readonly string[]) => getItems<BookItem>(TABLE, ids.map(bookKey));

/** Reads the guard of the ISBN, then its book, by GetItem. */
export async function readBookByIsbn(isbn: string): Promise<BookItem | undefined> {
  const owner = await getItem<{ livre_id: string }>(TABLE, isbnKey(isbn));
  return owner && readBook(owner.livre_id);
}

const claimIsbn = ({ isbn, id }: Book, refuse: Refuses<'isbnTaken'>): Step[] =>
  isbn === null ? [] : [putNew(TABLE, { ...isbnKey(isbn), livre_id: id }, () => refuse(codes.isbnTaken))];

const releaseIsbn = (isbn: string | null): Step[] => (isbn === null ? [] : [remove(isbnKey(isbn))]);

const put = (item: IndexItem): Step => putAnyway(TABLE, item);
const remove = (key: ItemKey): Step => removeAnyway(TABLE, key);

/** Writes the book, the guard of its ISBN and its index items in one transaction. */
export const insertBook = (book: Book, attempt: Attempt | undefined, refuse: Refuses<'isbnTaken'>): Promise<Book> =>
  makeOnce(TABLE, attempt, book, [
    ...claimIsbn(book, refuse),
    putAt<BookItem>(TABLE, undefined, newBookItem(book)),
    ...indexItems(book).map(put),
  ]);

const nameOf = ({ pk, sk }: IndexItem): string => `${pk}\t${sk}`;

const same = (one: IndexItem, other: IndexItem | undefined): boolean =>
  one.mots_titre === other?.mots_titre && one.mots_auteur === other.mots_auteur;

/**
 * Writes the book, the guards of its ISBN and its new index items, and deletes its old index items, in one
 * transaction.
 * @throws Moved
 */
export async function replaceBook(seen: BookItem, book: Book, refuse: Refuses<'isbnTaken'>): Promise<void> {
  const before = new Map(indexItems(seen).map((item) => [nameOf(item), item]));
  const after = new Map(indexItems(book).map((item) => [nameOf(item), item]));
  await transact([
    putAt<BookItem>(TABLE, seen, { ...seen, ...book }),
    ...(book.isbn === seen.isbn ? [] : [...claimIsbn(book, refuse), ...releaseIsbn(seen.isbn)]),
    ...[...after].flatMap(([name, item]) => (same(item, before.get(name)) ? [] : [put(item)])),
    ...[...before].flatMap(([name, item]) => (after.has(name) ? [] : [remove(item)])),
  ]);
}

/** Deletes the book, the guard of its ISBN and its index items in one transaction. @throws Moved */
export const deleteBook = (seen: BookItem): Promise<void> =>
  transact([deleteAt(TABLE, seen), ...releaseIsbn(seen.isbn), ...indexItems(seen).map(remove)]);
