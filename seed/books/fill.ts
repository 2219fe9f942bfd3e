import { getItem } from '../../lib/aws/dynamodb/read.ts';
import { putNew, type Step, TRANSACTION_ITEMS, transact } from '../../lib/aws/dynamodb/write.ts';
import type { Book } from '../../lib/books/schema.ts';
import { indexItems, isbnKey, newBookItem, TABLE } from '../../lib/books/store/items.ts';

/** Says in the table how far filling has come, so that it goes on there when it was cut off. */
const MARK = { pk: 'SEMIS', sk: 'VOLUME' };

/** What is there already is left alone. */
class Present extends Error {}

const stepsOf = (book: Book): Step[] =>
  [
    newBookItem(book),
    ...(book.isbn === null ? [] : [{ ...isbnKey(book.isbn), livre_id: book.id }]),
    ...indexItems(book),
  ].map((item) => putNew(TABLE, item, () => new Present()));

const moveMark = (from: number, to: number): Step => ({
  write: {
    Put: {
      TableName: TABLE,
      Item: { ...MARK, livres: to },
      ConditionExpression: from === 0 ? 'attribute_not_exists(livres)' : 'livres = :from',
      ...(from > 0 && { ExpressionAttributeValues: { ':from': from } }),
    },
  },
  refused: () => new Error('another filling is at work in this table'),
});

/**
 * One transaction writes whole books and moves the mark over them, so that none is ever written twice,
 * whatever became of it meanwhile. A book whose ISBN somebody has given to another is left out.
 */
async function write(books: readonly Book[], there: number): Promise<void> {
  try {
    await transact([moveMark(there, there + books.length), ...books.flatMap(stepsOf)]);
  } catch (error) {
    if (!(error instanceof Present)) throw error;
    if (books.length === 1) return transact([moveMark(there, there + 1)]);
    for (const [n, book] of books.entries()) await write([book], there + n);
  }
}

/** As many of the next books as one transaction holds beside the mark. */
function nextBooks(there: number, count: number, bookOf: (n: number) => Book): Book[] {
  const books: Book[] = [];
  let room = TRANSACTION_ITEMS - 1;
  for (let n = there; n < count; n += 1) {
    const book = bookOf(n);
    room -= stepsOf(book).length;
    if (room < 0) break;
    books.push(book);
  }
  if (books.length === 0) throw new Error(`book ${there} has more words than one transaction writes`);
  return books;
}

/** How many books filling has written so far. */
export const filled = async (): Promise<number> => (await getItem<{ livres: number }>(TABLE, MARK))?.livres ?? 0;

/**
 * Fills the table up to `count` books, from where it stopped the last time.
 * @param bookOf the `n`th book, always the same
 * @param progress is told how many are there, after every transaction
 */
export async function fill(count: number, bookOf: (n: number) => Book, progress: (there: number) => void) {
  for (let there = await filled(); there < count; progress(there)) {
    const books = nextBooks(there, count, bookOf);
    await write(books, there);
    there += books.length;
  }
}
