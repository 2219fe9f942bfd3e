import { cut, type Page, type Slice } from '../../values/page.ts';
import { codes, type Refuses } from '../codes.ts';
import { askBorrowers } from '../peers.ts';
import { readHold } from '../store/holds.ts';
import type { HoldItem } from '../store/items.ts';
import { queryHoldsOf } from '../store/lists.ts';
import { holdOn, queuedHold, shelvedHold } from '../views.ts';
import { askHolds, askQueue, askQueued, askShelf } from './peers.ts';
import { isOpen } from './record.ts';
import type { Hold, HoldFilter, ShelvedHold } from './schema.ts';

/** How holds are shown. */

/** Reads a hold that was placed. */
export async function readPlaced(id: string): Promise<HoldItem | undefined> {
  const seen = await readHold(id);
  return seen?.statut === 'pose' ? undefined : seen;
}

/** Tells whose hold it is. */
export const personOf = async (id: string): Promise<string | undefined> => (await readPlaced(id))?.utilisateur_id;

export async function getHold(id: string): Promise<Hold | undefined> {
  const hold = await readPlaced(id);
  return hold && holdOn(hold, isOpen(hold) ? await askQueued(hold) : undefined);
}

/**
 * Lists a person's holds: those that are open in the order of the requests, or those that ended in one way, the latest
 * first.
 */
export async function listHoldsOf(userId: string, { statut }: HoldFilter, slice: Slice): Promise<Page<Hold>> {
  if (statut === undefined) return listOpen(userId, (hold) => hold.statut !== 'expiree', slice);
  if (statut === 'en_attente' || statut === 'mise_de_cote')
    return listOpen(userId, (hold) => hold.statut === statut, slice);
  const { elements, next } = await queryHoldsOf(userId, statut, slice);
  return { elements: elements.map((hold) => holdOn(hold, undefined)), next };
}

/** The number of holds that are asked about at once. */
const AT_ONCE = 100;

/** Only its title knows how an open hold stands: records are read on until the page is full. */
async function listOpen(userId: string, isAsked: (hold: Hold) => boolean, slice: Slice): Promise<Page<Hold>> {
  const found: { hold: Hold; position: string }[] = [];
  for (let after = slice.after, isLast = false; !isLast && found.length <= slice.limit; ) {
    const { elements, next } = await queryHoldsOf(userId, 'ouverte', { limit: AT_ONCE, after });
    const queued = await askHolds(elements);
    for (const item of elements) {
      const hold = holdOn(item, queued.get(item.id));
      if (isAsked(hold)) found.push({ hold, position: item.liste_tri as string });
    }
    after = next;
    isLast = next === undefined;
  }
  const { elements, next } = cut(found, slice, ({ position }) => position);
  return { elements: elements.map(({ hold }) => hold), next };
}

/** Lists the open holds of a title in their order. */
export async function listQueue(bookId: string, slice: Slice, refuse: Refuses<'bookNotFound'>): Promise<Page<Hold>> {
  const { holds } = (await askQueue(bookId)) ?? refuse(codes.bookNotFound);
  const { limit, after } = slice;
  const left = holds.filter(
    ({ place, statut }) => statut !== 'expiree' && (after === undefined || place > Number(after)),
  );
  const next = left.length > limit ? `${left[limit - 1]?.place}` : undefined;
  return { elements: left.slice(0, limit).map(queuedHold), next };
}

/**
 * Lists the holds for which a copy is set aside, those first that are to be fetched first, each with its person as they
 * are now.
 */
export async function listShelf({ limit, after }: Slice): Promise<Page<ShelvedHold>> {
  const { holds, next } = await askShelf(limit, after ?? null);
  const people = await askBorrowers(holds.map(({ utilisateur_id }) => utilisateur_id));
  return {
    elements: holds.map((hold) => shelvedHold(hold, people.get(hold.utilisateur_id))),
    next: next ?? undefined,
  };
}
