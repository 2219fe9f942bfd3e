import { done, doneOrMoved } from '../values/done.ts';
import { unpaid } from './money.ts';
import type { CloseHold, CloseLoan, OpenHold, OpenLoan } from './schema-commands.ts';
import { freePlace, freeSlot, takePlace, takeSlot } from './store/slots.ts';

/** Gives a loan its slot, or moves the slot's due date, at the version of the account that was decided on. */
export const openLoan = async ({ utilisateur_id, emprunt_id, version, ...slot }: OpenLoan) =>
  doneOrMoved(await takeSlot(utilisateur_id, emprunt_id, slot, version));

/**
 * Frees the slot of a loan and charges what its delay or its loss costs, in one write. A loan without a slot was
 * closed before and is not charged again.
 */
export async function closeLoan({ utilisateur_id, emprunt_id, penalites }: CloseLoan) {
  const owed = penalites.map((penalty) => unpaid({ ...penalty, utilisateur_id }));
  await freeSlot(utilisateur_id, emprunt_id, owed);
  return done;
}

/** Gives a hold its slot at the version of the account that was decided on. */
export const openHold = async ({ utilisateur_id, reservation_id, version, ...place }: OpenHold) =>
  doneOrMoved(await takePlace(utilisateur_id, reservation_id, place, version));

/** Frees the slot of a hold. */
export async function closeHold({ utilisateur_id, reservation_id }: CloseHold) {
  await freePlace(utilisateur_id, reservation_id);
  return done;
}
