import type { ClosedLoan, CloseLoan, OpenedLoan, OpenLoan, Penalty } from './schema.ts';
import { freeSlot, holdSlot } from './store/slots.ts';

/** Gives a loan its slot, or moves the slot's due date, at the version of the account that was decided on. */
export async function openLoan({ utilisateur_id, emprunt_id, date_echeance, version }: OpenLoan): Promise<OpenedLoan> {
  const isHeld = await holdSlot(utilisateur_id, emprunt_id, date_echeance, version);
  return { resultat: isHeld ? 'fait' : 'deplace' };
}

/**
 * Frees the slot of a loan and charges for a late return, in one write. A loan without a slot was closed
 * before and is not charged again.
 */
export async function closeLoan({ utilisateur_id, emprunt_id, penalite }: CloseLoan): Promise<ClosedLoan> {
  const penalty: Penalty | null = penalite && {
    ...penalite,
    utilisateur_id,
    statut: 'impayee',
    reste_a_payer: penalite.montant,
  };
  await freeSlot(utilisateur_id, emprunt_id, penalty);
  return { resultat: 'fait' };
}
