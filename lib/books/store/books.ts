import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { db } from '../../aws/dynamodb/client.ts';
import { makeOnce } from '../../aws/dynamodb/idempotency.ts';
import type { ItemKey } from '../../aws/dynamodb/read.ts';
import { deleteAt } from '../../aws/dynamodb/versioned.ts';
import { putAnyway, putNew, removeAnyway, type Step } from '../../aws/dynamodb/write.ts';
import type { Attempt } from '../../values/attempt.ts';
import type { Slice } from '../../values/page.ts';
import { codes, type Refuses } from '../codes.ts';
import type { Book } from '../schema.ts';
import type { Changed, Title } from '../title.ts';
import { claiming, claimSeries, releasing } from './barcodes.ts';
import { type BookItem, type Guard, guardsOf, type IndexItem, indexItems, TABLE, toBook, volumesKey } from './items.ts';
import { putBook } from './titles.ts';

/** Reads the guards of the volumes of an ISBN by Query, in the order of their numbers. */
export async function readVolumes(isbn: string, { limit, after }: Slice) {
  const { Items, LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName: TABLE,
      KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: { ':pk': volumesKey(isbn), ...(after !== undefined && { ':after': after }) },
      ConsistentRead: true,
      Limit: limit + 1,
    }),
  );
  return { guards: (Items ?? []) as Guard[], until: LastEvaluatedKey?.sk as string | undefined };
}

type Volume = Pick<Book, 'id' | 'isbn' | 'tome'>;

const claimIsbn = (book: Volume, refuse: Refuses<'isbnTaken'>): Step[] =>
  guardsOf(book).map((guard) => putNew(TABLE, guard, () => refuse(codes.isbnTaken)));

const releaseIsbn = (book: Volume): Step[] => guardsOf(book).map(remove);

const put = (item: IndexItem): Step => putAnyway(TABLE, item);
const remove = (key: ItemKey): Step => removeAnyway(TABLE, key);

/** Writes the book, the guards of its ISBN and its barcodes, and its index items in one transaction. */
export const insertBook = (
  added: Changed,
  attempt: Attempt | undefined,
  refuse: Refuses<'isbnTaken' | 'barcodeTaken'>,
): Promise<Book> =>
  claiming(undefined, added, refuse, (claims) =>
    makeOnce(TABLE, attempt, toBook(added.next), [
      ...claimIsbn(added.next, refuse),
      putBook(undefined, added.next).step,
      ...indexItems(added.next).map(put),
      ...claimSeries(undefined, added.next),
      ...claims,
    ]),
  );

const nameOf = ({ pk, sk }: IndexItem): string => `${pk}\t${sk}`;

const same = (one: IndexItem, other: IndexItem | undefined): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other);

const isSameIsbn = (one: Volume, other: Volume): boolean =>
  JSON.stringify(guardsOf(one)) === JSON.stringify(guardsOf(other));

/**
 * Writes the book, the guards of its ISBN and its barcodes, and its new index items, and deletes what is no longer
 * its own, in one transaction.
 * @throws Moved
 */
export function replaceBook(seen: BookItem, next: Title, refuse: Refuses<'isbnTaken'>): Promise<void> {
  const before = new Map(indexItems(seen).map((item) => [nameOf(item), item]));
  const after = new Map(indexItems(next).map((item) => [nameOf(item), item]));
  return releasing(seen, next, [
    putBook(seen, next).step,
    ...(isSameIsbn(seen, next) ? [] : [...claimIsbn(next, refuse), ...releaseIsbn(seen)]),
    ...[...after].flatMap(([name, item]) => (same(item, before.get(name)) ? [] : [put(item)])),
    ...[...before].flatMap(([name, item]) => (after.has(name) ? [] : [remove(item)])),
    ...claimSeries(seen, next),
  ]);
}

/** Deletes the book with the guards of its ISBN and its barcodes, and its index items, in one transaction. @throws Moved */
export const deleteBook = (seen: BookItem): Promise<void> =>
  releasing(seen, undefined, [deleteAt(TABLE, seen), ...releaseIsbn(seen), ...indexItems(seen).map(remove)]);
