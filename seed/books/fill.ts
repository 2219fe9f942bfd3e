import { getItem } from '../../lib/aws/dynamodb/read.ts';
import { putAnyway, transact } from '../../lib/aws/dynamodb/write.ts';
import type { Book } from '../../lib/books/schema.ts';
import { TABLE } from '../../lib/books/store/items.ts';
import { writeMissing } from '../once.ts';
import { itemsOf } from './seed.ts';

/** Says in the table how far filling has come, so that it goes on there when it was cut off. */
const MARK = { pk: 'SEMIS', sk: 'VOLUME' };
/** Books between two marks. */
const STEP = 100;

/** How many books filling has written so far. */
export const filled = async (): Promise<number> => (await getItem<{ livres: number }>(TABLE, MARK))?.livres ?? 0;

/**
 * Fills the table up to `count` books, from where it stopped the last time. A book whose ISBN somebody has given to
 * another is left out.
 * @param bookOf the `n`th book, always the same
 * @param progress is told how many are there, after every step
 */
export async function fill(count: number, bookOf: (n: number) => Book, progress: (there: number) => void) {
  for (let there = await filled(); there < count; progress(there)) {
    const next = Array.from({ length: Math.min(STEP, count - there) }, (_, n) => bookOf(there + n));
    await writeMissing(
      TABLE,
      next.map((book) => itemsOf(book)),
    );
    there += next.length;
    await transact([putAnyway(TABLE, { ...MARK, livres: there })]);
  }
}
