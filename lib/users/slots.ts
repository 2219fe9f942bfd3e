import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { today } from '../clock.ts';
import { config } from '../config.ts';
import { Failure } from '../failure.ts';
import { borrowingMotifs, renewalMotifs } from './rules.ts';
import type { ClosedLoan, CloseLoan, OpenedLoan, OpenLoan, Penalty } from './schema.ts';
import { readPenalty } from './store/penalties.ts';
import { extendSlot, freeSlot, freeSlotAndCharge, replaceSlots, takeSlot } from './store/slots.ts';

/** A round is lost only when another write on the same account went through. */
const ROUNDS = 20;

/**
 * Takes the person's slot for a loan, or moves its due date at a renewal, if the rules allow it.
 * Idempotent on the loan: one that holds its slot until that day or later is open.
 * @throws Failure `service_indisponible` when other writes kept winning
 */
export async function openLoan({ utilisateur_id, emprunt_id, nature, date_echeance }: OpenLoan): Promise<OpenedLoan> {
  const renewal = nature === 'prolongation';
  const { policy } = config;
  const day = today();
  let outcome = renewal
    ? await extendSlot(utilisateur_id, emprunt_id, date_echeance)
    : await takeSlot(utilisateur_id, emprunt_id, date_echeance, policy.maxLoans, day);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (outcome.done) return { resultat: 'ouvert' };
    const { account } = outcome;
    if (!account) return { resultat: 'utilisateur_introuvable' };
    const held = account.emprunts[emprunt_id];
    if (held !== undefined && held >= date_echeance) return { resultat: 'ouvert' };
    if (held === undefined && renewal) return { resultat: 'emprunt_clos' };
    const motifs = renewal ? renewalMotifs(account) : borrowingMotifs(account, policy, day);
    if (motifs.length > 0) return { resultat: 'refuse', motifs };
    // Nothing stands against it: the bound on the due dates was older than the loans themselves.
    outcome = await replaceSlots(account, { ...account.emprunts, [emprunt_id]: date_echeance });
  }
  throw new Failure('service_indisponible');
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
  const penalty: Penalty = {
    id: penaltyIdOf(emprunt_id, penalite.date_penalite),
    utilisateur_id,
    ...penalite,
    statut: 'impayee',
    reste_a_payer: penalite.montant,
  };
  if (await freeSlotAndCharge(emprunt_id, penalty)) return { penalite: penalty };
  return { penalite: (await readPenalty(utilisateur_id, penalty.id)) ?? null };
}

/** One loan, one return, one id: it begins with the date like every penalty's, the rest is the loan's. */
const penaltyIdOf = (loanId: string, date: string): string =>
  v7({ msecs: Date.parse(date), random: createHash('sha256').update(loanId).digest().subarray(0, 16) });
