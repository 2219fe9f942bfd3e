import { getItem } from '../../lib/aws/dynamodb/read.ts';
import { putAnyway, transact } from '../../lib/aws/dynamodb/write.ts';
import { TABLE } from '../../lib/books/store/items.ts';
import { writeMissing } from '../once.ts';
import { itemsOf, type Stock } from './seed.ts';

/** Says in the table how far filling has come, so that it goes on there when it was cut off. */
const MARK = { pk: 'SEMIS', sk: 'VOLUME' };
/** Books between two marks. */
const STEP = 100;

/** How many books filling has written so far. */
export const filled = async (): Promise<number> => (await getItem<{ livres: number }>(TABLE, MARK))?.livres ?? 0;

/**
 * Fills the table up to `count` books, from where it stopped the last time. A book whose ISBN somebody has given to
 * another is left out.
 * @param stockOf the `n`th book with its copies, always the same
 * @param progress is told how many are there, after every step
 */
export async function fill(count: number, stockOf: (n: number) => Stock, progress: (there: number) => void) {
  for (let there = await filled(); there < count; progress(there)) {
    const next = Array.from({ length: Math.min(STEP, count - there) }, (_, n) => stockOf(there + n));
    await writeMissing(TABLE, next.map(itemsOf));
    there += next.length;
    await transact([putAnyway(TABLE, { ...MARK, livres: there })]);
  }
}
