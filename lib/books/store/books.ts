import { makeOnce } from '../../aws/dynamodb/idempotency.ts';
import { getItem, getItems, type ItemKey } from '../../aws/dynamodb/read.ts';
import { deleteAt, putAt } from '../../aws/dynamodb/versioned.ts';
import { putAnyway, putNew, removeAnyway, type Step } from '../../aws/dynamodb/write.ts';
import type { Attempt } from '../../values/attempt.ts';
import { codes, type Refuses } from '../codes.ts';
import type { Added, Holding } from '../holding.ts';
import type { Book } from '../schema.ts';
import { claimBarcodes, claiming, claimSeries, releasing } from './barcodes.ts';
import { type BookItem, bookKey, type IndexItem, indexItems, isbnKey, newBookItem, TABLE, toBook } from './items.ts';

/** Reads a book by GetItem. */
export const readBook = (id: string) => getItem<BookItem>(TABLE, bookKey(id));

/** Reads up to a hundred books by BatchGetItem, in the order of the ids. */
export const readBooks = (ids: readonly string[]) => getItems<BookItem>(TABLE, ids.map(bookKey));

/** Reads the guard of the ISBN, then its book, by GetItem. */
export async function readBookByIsbn(isbn: string): Promise<BookItem | undefined> {
  const owner = await getItem<{ livre_id: string }>(TABLE, isbnKey(isbn));
  return owner && readBook(owner.livre_id);
}

const claimIsbn = ({ isbn, id }: Pick<Book, 'id' | 'isbn'>, refuse: Refuses<'isbnTaken'>): Step[] =>
  isbn === null ? [] : [putNew(TABLE, { ...isbnKey(isbn), livre_id: id }, () => refuse(codes.isbnTaken))];

const releaseIsbn = (isbn: string | null): Step[] => (isbn === null ? [] : [remove(isbnKey(isbn))]);

const put = (item: IndexItem): Step => putAnyway(TABLE, item);
const remove = (key: ItemKey): Step => removeAnyway(TABLE, key);

/** Writes the book, the guards of its ISBN and its barcodes, and its index items in one transaction. */
export const insertBook = (
  added: Added,
  attempt: Attempt | undefined,
  refuse: Refuses<'isbnTaken' | 'barcodeTaken'>,
): Promise<Book> =>
  claiming(refuse, (leftOver) =>
    makeOnce(TABLE, attempt, toBook(added.next), [
      ...claimIsbn(added.next, refuse),
      putAt<BookItem>(TABLE, undefined, newBookItem(added.next)),
      ...indexItems(added.next).map(put),
      ...claimSeries(undefined, added.next),
      ...claimBarcodes(undefined, added, refuse, leftOver),
    ]),
  );

const nameOf = ({ pk, sk }: IndexItem): string => `${pk}\t${sk}`;

const same = (one: IndexItem, other: IndexItem | undefined): boolean =>
  one.mots_titre === other?.mots_titre && one.mots_auteur === other.mots_auteur;

/**
 * Writes the book, the guards of its ISBN and its barcodes, and its new index items, and deletes what is no longer
 * its own, in one transaction.
 * @throws Moved
 */
export function replaceBook(seen: BookItem, next: Holding, refuse: Refuses<'isbnTaken'>): Promise<void> {
  const before = new Map(indexItems(seen).map((item) => [nameOf(item), item]));
  const after = new Map(indexItems(next).map((item) => [nameOf(item), item]));
  return releasing(seen, next, [
    putAt<BookItem>(TABLE, seen, { ...seen, ...next }),
    ...(next.isbn === seen.isbn ? [] : [...claimIsbn(next, refuse), ...releaseIsbn(seen.isbn)]),
    ...[...after].flatMap(([name, item]) => (same(item, before.get(name)) ? [] : [put(item)])),
    ...[...before].flatMap(([name, item]) => (after.has(name) ? [] : [remove(item)])),
    ...claimSeries(seen, next),
  ]);
}

/** Deletes the book with the guards of its ISBN and its barcodes, and its index items, in one transaction. @throws Moved */
export const deleteBook = (seen: BookItem): Promise<void> =>
  releasing(seen, undefined, [deleteAt(TABLE, seen), ...releaseIsbn(seen.isbn), ...indexItems(seen).map(remove)]);
