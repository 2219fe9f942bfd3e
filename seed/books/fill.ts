import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Book } from '../../lib/books/schema.ts';
import { indexItems, isbnKey, newBookItem, TABLE } from '../../lib/books/store/items.ts';
import { db, getItem } from '../../lib/dynamodb.ts';

/** Says in the table how far filling has come, so that it goes on there when it was cut off. */
const MARK = { pk: 'SEMIS', sk: 'VOLUME' };

const CHUNK = 100;
/** DynamoDB's own bound on one batch. */
const BATCH = 25;
const SIDE_BY_SIDE = 8;
const DELAY_MS = 50;

const itemsOf = (book: Book): object[] => [
  newBookItem(book),
  ...(book.isbn === null ? [] : [{ ...isbnKey(book.isbn), livre_id: book.id }]),
  ...indexItems(book),
];

async function writeBatch(items: object[]): Promise<void> {
  let left = items.map((Item) => ({ PutRequest: { Item } }));
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt > 0) await sleep(Math.min(DELAY_MS * 2 ** attempt, 2_000));
    const { UnprocessedItems } = await db.send(new BatchWriteCommand({ RequestItems: { [TABLE]: left } }));
    left = (UnprocessedItems?.[TABLE] ?? []) as typeof left;
  }
}

/** Writes whole books in batches: the same ones again are the same items again. */
export async function writeBooks(books: readonly Book[]): Promise<void> {
  const items = books.flatMap(itemsOf);
  const worker = async () => {
    for (let batch = items.splice(0, BATCH); batch.length > 0; batch = items.splice(0, BATCH)) await writeBatch(batch);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}

/** How many books filling has written so far. */
export const filled = async (): Promise<number> => (await getItem<{ livres: number }>(TABLE, MARK))?.livres ?? 0;

/**
 * Fills the table up to `count` books, from where it stopped the last time.
 * @param bookOf the `n`th book, always the same
 * @param progress is told how many are there, after every chunk
 */
export async function fill(count: number, bookOf: (n: number) => Book, progress: (there: number) => void) {
  for (let there = await filled(); there < count; ) {
    const next = Math.min(there + CHUNK, count);
    await writeBooks(Array.from({ length: next - there }, (_, n) => bookOf(there + n)));
    await db.send(new PutCommand({ TableName: TABLE, Item: { ...MARK, livres: next } }));
    there = next;
    progress(there);
  }
}
