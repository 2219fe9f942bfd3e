import { today } from '../clock.ts';
import { config } from '../config.ts';
import { Failure } from '../failure.ts';
import { borrowingMotifs, renewalMotifs } from './rules.ts';
import type { ClosedLoan, CloseLoan, OpenedLoan, OpenLoan, Penalty } from './schema.ts';
import { readAccount } from './store/accounts.ts';
import { readPenalty } from './store/penalties.ts';
import { extendSlot, freeSlot, freeSlotAndCharge, restoreSlot, takeSlot } from './store/slots.ts';

/**
 * Takes the person's slot for a loan or moves its due date, if the rules allow it. Idempotent on the
 * loan: one that holds its slot is open.
 * @throws Failure `service_indisponible` when it is not certain what became of it
 */
export async function openLoan({ utilisateur_id, emprunt_id, nature, date_echeance }: OpenLoan): Promise<OpenedLoan> {
  if (nature === 'consultation') return consult(utilisateur_id);
  if (nature === 'pret') return lendSlot(utilisateur_id, emprunt_id, date_echeance);
  const move = nature === 'prolongation' ? extendSlot : restoreSlot;
  const { done, account } = await move(utilisateur_id, emprunt_id, date_echeance);
  if (!account) return { resultat: 'utilisateur_introuvable' };
  if (done) return { resultat: 'ouvert' };
  if (!(emprunt_id in account.emprunts)) return { resultat: 'emprunt_clos' };
  return { resultat: 'refuse', motifs: renewalMotifs(account) };
}

/**
 * Debt and limit are conditions of the write. Whether another loan is late is read from the account as
 * that very write has left it, which costs no other request to anybody who is not; whoever is gives the
 * slot back at once.
 */
async function lendSlot(userId: string, loanId: string, due: string): Promise<OpenedLoan> {
  const { done, unsure, account } = await takeSlot(userId, loanId, due, config.policy.maxLoans);
  if (!account) return { resultat: 'utilisateur_introuvable' };
  const { [loanId]: held, ...emprunts } = account.emprunts;
  if (held !== undefined && !done) return { resultat: 'ouvert' };
  const motifs = borrowingMotifs({ ...account, emprunts }, config.policy, today());
  if (motifs.length === 0) return { resultat: 'ouvert', ...(unsure && { renvoye: true }) };
  if (done) {
    // Given back now, it could be taken once more by the attempt that was not answered.
    if (unsure) throw new Failure('service_indisponible');
    await freeSlot(userId, loanId);
  }
  return { resultat: 'refuse', motifs };
}

async function consult(userId: string): Promise<OpenedLoan> {
  const account = await readAccount(userId);
  if (!account) return { resultat: 'utilisateur_introuvable' };
  const { nom, prenom, email } = account;
  return {
    resultat: 'consulte',
    motifs: borrowingMotifs(account, config.policy, today()),
    utilisateur: { nom, prenom, email },
  };
}

/**
 * Frees the slot of a loan and, when it came back late, charges for it, in one write. Idempotent on
 * the loan: closed again, it answers with the penalty of the first time.
 */
export async function closeLoan({ utilisateur_id, emprunt_id, penalite }: CloseLoan): Promise<ClosedLoan> {
  if (!penalite) {
    await freeSlot(utilisateur_id, emprunt_id);
    return { penalite: null };
  }
  const penalty: Penalty = { ...penalite, utilisateur_id, statut: 'impayee', reste_a_payer: penalite.montant };
  if (await freeSlotAndCharge(emprunt_id, penalty)) return { penalite: penalty };
  return { penalite: (await readPenalty(utilisateur_id, penalty.id)) ?? null };
}
