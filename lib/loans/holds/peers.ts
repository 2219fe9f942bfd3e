import { invoke } from '../../aws/command.ts';
import { sendAtVersion } from '../peers.ts';
import { Done, Holds, SettledTitles, type TitledHold } from '../schema-commands.ts';
import type { HoldRecord } from './record.ts';

/** The private commands of the other services about holds, as this service sends them and reads their answers. */

/** Gives the hold its slot. @returns false when the account has moved since it was asked */
export const openHold = ({ utilisateur_id, id: reservation_id, livre_id }: HoldRecord, version: number) =>
  sendAtVersion('users-open-hold', { utilisateur_id, reservation_id, livre_id, version });

/** Frees the slot of the hold. */
export const closeHold = ({ utilisateur_id, id: reservation_id }: HoldRecord) =>
  invoke('users-close-hold', { utilisateur_id, reservation_id }, Done);

/** Puts the hold at the end of its title's queue. @returns false when the title has moved since it was asked */
export const placeHold = (hold: HoldRecord, version: number) => {
  const { livre_id, id: reservation_id, utilisateur_id, date_reservation } = hold;
  return sendAtVersion('books-place-hold', { livre_id, reservation_id, utilisateur_id, date_reservation, version });
};

/** Takes the hold out of its title. */
export const leaveQueue = ({ livre_id, id: reservation_id }: Pick<HoldRecord, 'livre_id' | 'id'>) =>
  invoke('books-leave-queue', { livre_id, reservation_id }, Done);

/** Suspends the hold until that day, or resumes it. @returns false when the title has moved since it was asked */
export const suspendHold = ({ livre_id, id: reservation_id }: HoldRecord, jusqu_au: string | null, version: number) =>
  sendAtVersion('books-suspend-hold', { livre_id, reservation_id, jusqu_au, version });

/**
 * Asks for the holds of a title.
 * @returns them in their order, and the title's version; `undefined` when there is no such title
 */
export async function askQueue(livre_id: string): Promise<{ holds: TitledHold[]; version: number } | undefined> {
  const { reservations: holds, versions } = await invoke(
    'books-holds',
    { livre_ids: [livre_id], reservation_ids: null },
    Holds,
  );
  const version = versions[livre_id];
  return version === undefined ? undefined : { holds, version };
}

type Named = Pick<HoldRecord, 'id' | 'livre_id'>;

/** Asks for a hundred holds at most as their titles have them. @returns those that these still have, by their ids */
export async function askHolds(holds: readonly Named[]): Promise<ReadonlyMap<string, TitledHold>> {
  if (holds.length === 0) return new Map();
  const livre_ids = [...new Set(holds.map(({ livre_id }) => livre_id))];
  const reservation_ids = holds.map(({ id }) => id);
  const { reservations } = await invoke('books-holds', { livre_ids, reservation_ids }, Holds);
  return new Map(reservations.map((hold) => [hold.id, hold]));
}

/** Asks for the hold as its title has it; `undefined` when its title has it no more. */
export const askQueued = async (hold: Named): Promise<TitledHold | undefined> => (await askHolds([hold])).get(hold.id);

/** Asks for a page of the holds for which a copy is set aside, those first that are to be fetched first. */
export async function askShelf(limite: number, apres: string | null) {
  const { reservations, suivant } = await invoke('books-holds', { apres, limite }, Holds);
  return { holds: reservations, next: suivant };
}

/**
 * Has the titles written as they stand today to which something has happened by itself, some at once: the holds that
 * have expired.
 */
export async function* settleTitles() {
  for (let after: string | null = null, isLast = false; !isLast; ) {
    const { expirees, suivant }: SettledTitles = await invoke('books-settle-titles', { apres: after }, SettledTitles);
    yield expirees;
    after = suivant;
    isLast = suivant === null;
  }
}
