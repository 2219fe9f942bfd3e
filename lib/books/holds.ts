import { today } from '../runtime/clock.ts';
import { done, doneOrMoved } from '../values/done.ts';
import { holdsIn, withoutHold, withSuspension } from './queue.ts';
import type { HoldsQuery, LeaveQueue, PlaceHold, SettleTitles, SuspendHold, TitledHold } from './schema-commands.ts';
import { readSheets } from './store/copies.ts';
import { findDue, placeAt, readShelf, type Shelved } from './store/holds.ts';
import { changeBook, readBooks } from './store/titles.ts';
import type { KeptCopy } from './title.ts';

/** The private commands of the loans service about holds. */

/** Puts a hold at the end of the queue, at the version of the book that was decided on. */
export const placeHold = async ({ livre_id, reservation_id, version, ...hold }: PlaceHold) =>
  doneOrMoved(await placeAt(livre_id, reservation_id, hold, version));

/**
 * Takes a hold out of its title. The book is written also when it has no such hold: the new version refuses a
 * `placeHold` that is still on its way.
 */
export async function leaveQueue({ livre_id, reservation_id }: LeaveQueue) {
  await changeBook(livre_id, (book) => ({ answer: undefined, next: book && withoutHold(book, reservation_id) }));
  return done;
}

/** Suspends a hold or resumes it, at the version of the book that was decided on. */
export async function suspendHold({ livre_id, reservation_id, jusqu_au, version }: SuspendHold) {
  const { answer: isDone } = await changeBook(livre_id, (book) => {
    const hold = book?.reservations[reservation_id];
    if (!book || !hold) return { answer: false };
    // One that was resumed may have its copy in the same write.
    if (hold.date_limite !== undefined) return { answer: jusqu_au === null && hold.exemplaire_id !== undefined };
    if ((hold.suspendue_jusqu_au ?? null) === jusqu_au) return { answer: true };
    if (book.version !== version) return { answer: false };
    return { answer: true, next: withSuspension(book, reservation_id, jusqu_au) };
  });
  return doneOrMoved(isDone);
}

/**
 * Tells the holds of titles, in the order asked, or those of them that are named; or a page of those for which a copy is
 * set aside. It changes nothing.
 */
export async function holdsOf(query: HoldsQuery) {
  if ('livre_ids' in query) {
    const books = (await readBooks(query.livre_ids)).filter((book) => book !== null);
    const isAsked = ({ id }: { id: string }) => query.reservation_ids?.includes(id) ?? true;
    const holds = books.flatMap((book) =>
      holdsIn(book)
        .filter(isAsked)
        .map((hold) => ({ book, hold })),
    );
    const versions = Object.fromEntries(books.map(({ id, version }) => [id, version]));
    return { reservations: await titled(holds), versions, suivant: null };
  }
  const { elements, next } = await readShelf({ limit: query.limite, after: query.apres ?? undefined });
  return { reservations: await titled(elements), versions: {}, suivant: next ?? null };
}

/** The number of copies that are read at once. */
const AT_ONCE = 100;

/** Puts to holds their titles and the copies that are set aside. */
async function titled(holds: readonly Shelved[]): Promise<TitledHold[]> {
  const copies = holds.flatMap((one) => {
    const id = one.hold.exemplaire_id;
    return id === null ? [] : [[one.book, id] as const];
  });
  const sheets = new Map<string, { cote: string | null }>();
  for (let start = 0; start < copies.length; start += AT_ONCE)
    for (const [id, sheet] of await readSheets(copies.slice(start, start + AT_ONCE))) sheets.set(id, sheet);
  return holds.map(({ book, hold }) => {
    const { exemplaire_id: id } = hold;
    const copy = id === null ? undefined : book.exemplaires[id];
    const exemplaire = id !== null && copy ? named(id, copy, sheets.get(id)) : null;
    return { ...hold, livre_id: book.id, titre: book.titre, exemplaire };
  });
}

const named = (id: string, { code_barres }: KeptCopy, sheet: { cote: string | null } | undefined) => ({
  id,
  code_barres,
  cote: sheet?.cote ?? null,
});

/**
 * Writes as they stand today some of the titles to which something has happened by itself: a suspension has ended, a
 * copy was not fetched. It may run often, and several times at once.
 * @returns the holds that have expired and are still to be closed, and where to go on
 */
export async function settleTitles({ apres }: SettleTitles) {
  const { ids, next } = await findDue(today(), apres);
  const expirees: { id: string; livre_id: string }[] = [];
  for (const livre_id of ids) {
    const { book } = await changeBook(livre_id, (seen) => ({ answer: undefined, next: seen }));
    for (const { id, statut } of book ? holdsIn(book) : []) if (statut === 'expiree') expirees.push({ id, livre_id });
  }
  return { expirees, suivant: next };
}
