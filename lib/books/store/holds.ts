import { allItems } from '../../aws/dynamodb/read.ts';
import { setEntryAt } from '../../aws/dynamodb/versioned.ts';
import { today } from '../../runtime/clock.ts';
import { cut, type Page, type Slice } from '../../values/page.ts';
import { holdsIn, type ToldHold } from '../queue.ts';
import type { QueuedHold } from '../title.ts';
import { type BookItem, bookKey, FOLLOWED, readFollowed, TABLE, TO_FOLLOW } from './items.ts';
import { readBooks, shelfEnd } from './titles.ts';

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

/** Keys of the index and positions begin with a day: these stand before and behind all of them. */
const [FIRST, LAST] = ['0', '~'];

/**
 * Reads what the index tells of the titles to which something happens by itself, those first to which it happens first.
 * Without keys between which they are, it reads all, some sixty in a unit. The index may lag on AWS.
 */
async function* followed({ after = FIRST, before = LAST } = {}) {
  for await (const { suivi_tri } of allItems<{ suivi_tri: string }>({
    TableName: TABLE,
    IndexName: TO_FOLLOW,
    KeyConditionExpression: 'suivi = :followed AND suivi_tri BETWEEN :after AND :before',
    ExpressionAttributeValues: { ':followed': FOLLOWED, ':after': after, ':before': before },
  }))
    if (suivi_tri !== after) yield { ...readFollowed(suivi_tri), key: suivi_tri };
}

/** The number of titles that one command writes. It is given eight seconds. */
const DUE_AT_ONCE = 25;

/** Finds titles to which something has happened by itself before that day. @returns their ids, and where to go on */
export async function findDue(day: string, after: string | null) {
  const ids: string[] = [];
  for await (const { id, key } of followed({ before: day, ...(after !== null && { after }) })) {
    ids.push(id);
    if (ids.length === DUE_AT_ONCE) return { ids, next: key };
  }
  return { ids, next: null };
}

/** A hold for which a copy is set aside, with its title. */
export interface Shelved {
  book: BookItem;
  hold: ToldHold;
}

/** A last day, and a title of which something is to be fetched by then. The shelf is in the order of its stops. */
const stopAt = (day: string, bookId: string): string => `${day}#${bookId}#`;

const positionOf = ({ book, hold }: Shelved): string => stopAt(hold.date_limite as string, book.id) + hold.id;

/** Finds the stops at which there can be something behind a position, in their order. */
async function stopsFrom(after: string): Promise<string[]> {
  const day = today();
  const stops = new Set<string>();
  for await (const { event, id, lastDays } of followed()) {
    for (const last of lastDays) stops.add(stopAt(last, id));
    // What happens by itself and is still to be written may set copies aside as of today.
    if (event < day) stops.add(stopAt(shelfEnd(day), id));
  }
  // A last day that is past is that of a hold which has expired.
  return [...stops].filter((stop) => stop > day && stop + LAST > after).sort();
}

/** Reads what is set aside at up to a hundred stops, in its order. */
async function readStops(stops: readonly string[]): Promise<Shelved[]> {
  const books = await readBooks(stops.map((stop) => stop.split('#')[1] as string));
  const shelved = books.flatMap((book, n): Shelved[] => {
    if (!book) return [];
    const holds = holdsIn(book).filter(({ statut }) => statut === 'mise_de_cote');
    return holds.map((hold) => ({ book, hold })).filter((one) => positionOf(one).startsWith(stops[n] as string));
  });
  return shelved.sort((one, other) => (positionOf(one) < positionOf(other) ? -1 : 1));
}

const READ_AT_ONCE = 100;

/**
 * Reads the holds for which a copy is set aside, those first that are to be fetched first. The index tells on which days
 * a title has such holds: of the titles, hardly more are read than those of the page.
 */
export async function readShelf(slice: Slice): Promise<Page<Shelved>> {
  const { limit, after = '' } = slice;
  const stops = await stopsFrom(after);
  const found: Shelved[] = [];
  for (let times = 1; found.length <= limit && stops.length > 0; times *= 2) {
    // One hold more tells whether more follow, and the stop of the position itself has often no more. At others there
    // may be nothing any more: as much as is missing is read again, and twice as much each time.
    const wanted = Math.min((limit + 2 - found.length) * times, READ_AT_ONCE);
    const shelved = await readStops(stops.splice(0, wanted));
    found.push(...shelved.filter((one) => positionOf(one) > after));
  }
  return cut(found, slice, positionOf);
}
