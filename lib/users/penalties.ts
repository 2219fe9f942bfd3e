import { v7 } from 'uuid';
import type { Attempt } from '../values/attempt.ts';
import type { Page, Slice } from '../values/page.ts';
import { pay, waive } from './rules.ts';
import type { NewPenalty, Payment, Penalty, PenaltyFilter, Waiver } from './schema.ts';
import * as store from './store/penalties.ts';

/** Charges a penalty. @throws Failure `utilisateur_introuvable` */
export function addPenalty(userId: string, { montant, description }: NewPenalty, attempt?: Attempt): Promise<Penalty> {
  const now = new Date();
  const penalty: Penalty = {
    id: v7({ msecs: now.getTime() }),
    utilisateur_id: userId,
    montant,
    description,
    date_penalite: now.toISOString(),
    statut: 'impayee',
    reste_a_payer: montant,
  };
  return store.insertPenalty(penalty, attempt);
}

export const getPenalty = store.readPenalty;

/** Lists a person's penalties, newest first. @throws Failure `utilisateur_introuvable` */
export const listPenalties = (userId: string, { statut }: PenaltyFilter, slice: Slice): Promise<Page<Penalty>> =>
  store.queryPenalties(userId, statut, slice);

/** Records a payment. @throws Failure `penalite_introuvable`, `paiement_refuse` */
export const payPenalty = (userId: string, id: string, { montant }: Payment, attempt?: Attempt): Promise<Penalty> =>
  store.settlePenalty(userId, id, (penalty) => ({ penalty: pay(penalty, montant) }), attempt);

/** Waives what is left to pay. @throws Failure `penalite_introuvable`, `annulation_refusee` */
export const waivePenalty = (userId: string, id: string, { motif }: Waiver, attempt?: Attempt): Promise<Penalty> =>
  store.settlePenalty(userId, id, (penalty) => ({ penalty: waive(penalty), waiver: motif }), attempt);
