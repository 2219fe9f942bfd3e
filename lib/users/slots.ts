import { unpaid } from './money.ts';
import type { CloseLoan, OpenedLoan, OpenLoan } from './schema.ts';
import { freeSlot, holdSlot } from './store/slots.ts';

/** Gives a loan its slot, or moves the slot's due date, at the version of the account that was decided on. */
export const openLoan = async ({ utilisateur_id, emprunt_id, version, ...slot }: OpenLoan): Promise<OpenedLoan> => ({
  resultat: (await holdSlot(utilisateur_id, emprunt_id, slot, version)) ? 'fait' : 'deplace',
});

/**
 * Frees the slot of a loan and charges for a late return, in one write. A loan without a slot was closed
 * before and is not charged again.
 */
export async function closeLoan({ utilisateur_id, emprunt_id, penalite }: CloseLoan) {
  await freeSlot(utilisateur_id, emprunt_id, penalite && unpaid({ ...penalite, utilisateur_id }));
  return { resultat: 'fait' as const };
}
