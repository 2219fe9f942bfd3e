import { today } from '../clock.ts';
import { config } from '../config.ts';
import { Failure } from '../failure.ts';
import { type Account, borrowingMotifs, renewalMotifs } from './rules.ts';
import type { ClosedLoan, CloseLoan, OpenedLoan, OpenLoan, Penalty } from './schema.ts';
import { readAccount } from './store/accounts.ts';
import { readPenalty } from './store/penalties.ts';
import { extendSlot, freeSlot, freeSlotAndCharge, replaceSlots, restoreSlot, takeSlot } from './store/slots.ts';

/** A round is lost only when another write on the same account went through. */
const ROUNDS = 20;

/**
 * Takes the person's slot for a loan or moves its due date, if the rules allow it. Idempotent on the
 * loan: one that holds its slot is open.
 * @throws Failure `service_indisponible` when other writes kept winning
 */
export async function openLoan({ utilisateur_id, emprunt_id, nature, date_echeance }: OpenLoan): Promise<OpenedLoan> {
  if (nature === 'consultation') return consult(utilisateur_id);
  let outcome = await first[nature](utilisateur_id, emprunt_id, date_echeance);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (outcome.done) return { resultat: 'ouvert' };
    const { account } = outcome;
    if (!account) return { resultat: 'utilisateur_introuvable' };
    const holds = emprunt_id in account.emprunts;
    if (nature === 'pret' && holds) return { resultat: 'ouvert' };
    if (nature !== 'pret' && !holds) return { resultat: 'emprunt_clos' };
    const motifs = rules[nature](account);
    if (motifs.length > 0) return { resultat: 'refuse', motifs };
    // Nothing stands against it: the bound on the due dates was older than the loans themselves.
    outcome = await replaceSlots(account, { ...account.emprunts, [emprunt_id]: date_echeance });
  }
  throw new Failure('service_indisponible');
}

/** What is tried first, and refused only by a rule or by an outdated bound. */
const first = {
  pret: (userId: string, loanId: string, due: string) => takeSlot(userId, loanId, due, config.policy.maxLoans, today()),
  prolongation: extendSlot,
  retablissement: restoreSlot,
};

const rules = {
  pret: (account: Account) => borrowingMotifs(account, config.policy, today()),
  prolongation: renewalMotifs,
  retablissement: () => [],
};

async function consult(userId: string): Promise<OpenedLoan> {
  const account = await readAccount(userId);
  if (!account) return { resultat: 'utilisateur_introuvable' };
  const { nom, prenom, email } = account;
  return { resultat: 'consulte', motifs: rules.pret(account), utilisateur: { nom, prenom, email } };
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
