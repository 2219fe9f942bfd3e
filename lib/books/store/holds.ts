import { allItems } from '../../aws/dynamodb/read.ts';
import { setEntryAt } from '../../aws/dynamodb/versioned.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import { holdsIn, type ToldHold } from '../queue.ts';
import type { QueuedHold } from '../title.ts';
import { type BookItem, bookKey, FOLLOWED, TABLE, TO_FOLLOW } from './items.ts';
import { readBooks } from './titles.ts';

/** The holds in the items of their titles. */

/**
 * Puts the hold into the queue by UpdateItem, at the version that was decided on: the next version is its place.
 * @returns false when the book has moved since, or is gone
 */
export const placeAt = (
  bookId: string,
  holdId: string,
  hold: Pick<QueuedHold, 'utilisateur_id' | 'date_reservation'>,
  version: number,
): Promise<boolean> =>
  setEntryAt(
    TABLE,
    bookKey(bookId),
    version,
    { map: 'reservations', name: holdId, value: { ...hold, place: version + 1 } satisfies QueuedHold },
    // A copy may have been set aside for it since: it keeps that, and its place.
    (present) => present !== undefined,
  );

/** A title of the index of those to follow. */
interface Followed {
  pk: string;
  suivi_tri: string;
}

/** Positions begin with a day: these stand before and behind all of them. */
const [FIRST, LAST] = ['0', '~'];

/**
 * Finds the titles to which something happens by itself, those first to which it happens first. Without positions in the
 * index, between which they are, it finds all. The index may lag on AWS.
 * @param size how many are found at once
 */
async function* titlesToFollow(size: number, { after = FIRST, before = LAST } = {}) {
  let batch: Followed[] = [];
  const found = () => ({
    ids: batch.map(({ pk }) => pk.slice(pk.indexOf('#') + 1)),
    until: (batch.at(-1) as Followed).suivi_tri,
  });
  for await (const followed of allItems<Followed>({
    TableName: TABLE,
    IndexName: TO_FOLLOW,
    KeyConditionExpression: 'suivi = :followed AND suivi_tri BETWEEN :after AND :before',
    ExpressionAttributeValues: { ':followed': FOLLOWED, ':after': after, ':before': before },
  })) {
    if (followed.suivi_tri === after) continue;
    batch.push(followed);
    if (batch.length < size) continue;
    yield found();
    batch = [];
  }
  if (batch.length > 0) yield found();
}

/** The number of titles that one command writes. It is given eight seconds. */
const DUE_AT_ONCE = 25;

/** Finds titles to which something has happened by itself before that day. @returns their ids, and where to go on */
export async function findDue(day: string, after: string | null) {
  for await (const { ids, until } of titlesToFollow(DUE_AT_ONCE, { before: day, ...(after !== null && { after }) }))
    return { ids, next: ids.length < DUE_AT_ONCE ? null : until };
  return { ids: [], next: null };
}

/** A hold for which a copy is set aside, with its title. */
export interface Shelved {
  book: BookItem;
  hold: ToldHold;
}

const positionOf = ({ hold }: Shelved): string => `${hold.date_limite}#${hold.id}`;

const READ_AT_ONCE = 100;

/** Reads the holds for which a copy is set aside, those first that are to be fetched first. */
export async function readShelf(slice: Slice): Promise<Page<Shelved>> {
  const { limit, after = '' } = slice;
  let found: Shelved[] = [];
  for await (const { ids, until } of titlesToFollow(READ_AT_ONCE)) {
    const books = await readBooks(ids);
    const shelved = books.flatMap((book) => (book ? holdsIn(book).map((hold) => ({ book, hold })) : []));
    found.push(...shelved.filter((one) => one.hold.statut === 'mise_de_cote' && positionOf(one) > after));
    found = found.sort((one, other) => (positionOf(one) < positionOf(other) ? -1 : 1)).slice(0, limit + 1);
    // What the titles to come have set aside is to be fetched on that day or later, their holds being in any order.
    const isWhole = (found[limit]?.hold.date_limite ?? LAST) < until.slice(0, until.indexOf('#'));
    if (isWhole) break;
  }
  return cut(found, slice, positionOf);
}
