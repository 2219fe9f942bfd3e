import { today } from '../runtime/clock.ts';
import { config } from '../runtime/config.ts';
import { Failure } from '../values/failure.ts';
import { borrowingMotifs, renewalMotifs } from './rules.ts';
import type { ClosedLoan, CloseLoan, OpenedLoan, OpenLoan, Penalty } from './schema.ts';
import { readAccount } from './store/accounts.ts';
import { readPenalty } from './store/penalties.ts';
import { extendSlot, freeSlot, freeSlotAndCharge, restoreSlot, takeSlot, takeSlotOf } from './store/slots.ts';

/**
 * Takes the person's slot for a loan or moves its due date, if the rules allow it. Idempotent on the
 * loan: one that holds its slot is open.
 * @throws Failure `service_indisponible` when it is not certain what became of it, or other writes kept winning
 */
export async function openLoan({ utilisateur_id, emprunt_id, nature, date_echeance }: OpenLoan): Promise<OpenedLoan> {
  if (nature === 'consultation') return consult(utilisateur_id);
  if (nature === 'pret') return lendSlot(utilisateur_id, emprunt_id, date_echeance);
  const move = nature === 'prolongation' ? extendSlot : restoreSlot;
  const { done, item: account } = await move(utilisateur_id, emprunt_id, date_echeance);
  if (done) return { resultat: 'ouvert' };
  if (!account) return { resultat: 'utilisateur_introuvable' };
  if (!(emprunt_id in account.emprunts)) return { resultat: 'emprunt_clos' };
  return { resultat: 'refuse', motifs: renewalMotifs(account) };
}

/** A round is lost only when another write on the same account went through. */
const ROUNDS = 20;

async function lendSlot(userId: string, loanId: string, due: string): Promise<OpenedLoan> {
  let outcome = await takeSlot(userId, loanId, due, config.policy.maxLoans, today());
  for (let round = 0; ; round += 1) {
    const { done, unsure, item: account } = outcome;
    if (done) return { resultat: 'ouvert', ...(unsure && { renvoye: true }) };
    if (!account) return { resultat: 'utilisateur_introuvable' };
    if (loanId in account.emprunts) return { resultat: 'ouvert' };
    const motifs = borrowingMotifs(account, config.policy, today());
    if (motifs.length > 0) return { resultat: 'refuse', motifs };
    // Nothing stands against it: it was not known when the first of the loans is due, or that was earlier than it is.
    if (round === ROUNDS) throw new Failure('service_indisponible');
    outcome = await takeSlotOf(account, loanId, due);
  }
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
