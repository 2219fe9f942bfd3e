import { getItem, getItems } from '../../aws/dynamodb/read.ts';
import { retryOnConflict } from '../../aws/dynamodb/retry.ts';
import { putAt } from '../../aws/dynamodb/versioned.ts';
import { type Step, write } from '../../aws/dynamodb/write.ts';
import { addOpenDays } from '../../policy/calendar.ts';
import { today } from '../../runtime/clock.ts';
import { policy } from '../../runtime/policy.ts';
import { settled } from '../queue.ts';
import type { Title } from '../title.ts';
import { type BookItem, bookItem, bookKey, TABLE } from './items.ts';

/**
 * The titles' own items. One is read and written only as it stands today: see queue.ts. Apart from that, a loan takes a
 * copy and a hold its place by a write of one entry, which frees nothing.
 */

/** The last day to fetch a copy that is set aside on that day. */
export const shelfEnd = (day: string): string => addOpenDays(policy.calendar, day, policy.shelfDays);

/** The title as it stands on that day. */
const asOn = <T extends Title>(day: string, title: T): T => settled(title, { day, shelfEnd });

/** Reads a title by GetItem. */
export async function readBook(id: string): Promise<BookItem | undefined> {
  const item = await getItem<BookItem>(TABLE, bookKey(id));
  return item && asOn(today(), item);
}

/** Reads up to a hundred titles by BatchGetItem, in the order of the ids. */
export async function readBooks(ids: readonly string[]): Promise<(BookItem | null)[]> {
  const items = await getItems<BookItem>(TABLE, ids.map(bookKey));
  const day = today();
  return items.map((item) => item && asOn(day, item));
}

/** A title's next state as it stands today, and the step that writes it over the version that was read, or as a new title. */
export function putBook(seen: BookItem | undefined, next: Title): { step: Step; written: Title } {
  const written = asOn(today(), next);
  return { step: putAt<BookItem>(TABLE, seen, bookItem(written)), written };
}

/**
 * Reads a title, lets a pure function decide on it and writes its next state at the version read, again and again
 * until no other write has come in between.
 * @param decide must recognise its own effect: the answer to its write may have been lost. No next state, no write
 * @returns what was decided, and the title as it stands then
 */
export const changeBook = <R>(
  id: string,
  decide: (seen: BookItem | undefined) => { answer: R; next?: Title | undefined },
): Promise<{ answer: R; book: Title | undefined }> =>
  retryOnConflict(async () => {
    const seen = await readBook(id);
    const { answer, next } = decide(seen);
    if (!next) return { answer, book: seen };
    const { step, written } = putBook(seen, next);
    await write([step]);
    return { answer, book: written };
  });
