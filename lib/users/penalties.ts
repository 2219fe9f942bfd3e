import { v7 } from 'uuid';
import type { Attempt } from '../values/attempt.ts';
import type { Page, Slice } from '../values/page.ts';
import type { Refuse } from '../values/refusal.ts';
import type { PaymentRefused, PenaltyNotFound, UserNotFound, WaiverRefused } from './codes.ts';
import { pay, waive } from './rules.ts';
import type { NewPenalty, Payment, Penalty, PenaltyFilter, Waiver } from './schema.ts';
import * as store from './store/penalties.ts';

/** Charges a penalty. */
export function addPenalty(
  userId: string,
  { montant, description }: NewPenalty,
  attempt: Attempt | undefined,
  refuse: Refuse<UserNotFound>,
): Promise<Penalty> {
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
  return store.insertPenalty(penalty, attempt, refuse);
}

export const getPenalty = store.readPenalty;

/** Lists a person's penalties, newest first. */
export const listPenalties = (
  userId: string,
  { statut }: PenaltyFilter,
  slice: Slice,
  refuse: Refuse<UserNotFound>,
): Promise<Page<Penalty>> => store.queryPenalties(userId, statut, slice, refuse);

/** Records a payment. */
export const payPenalty = (
  userId: string,
  id: string,
  { montant }: Payment,
  attempt: Attempt | undefined,
  refuse: Refuse<PenaltyNotFound | PaymentRefused>,
): Promise<Penalty> =>
  store.settlePenalty(userId, id, (penalty) => ({ penalty: pay(penalty, montant, refuse) }), attempt, refuse);

/** Waives what is left to pay. */
export const waivePenalty = (
  userId: string,
  id: string,
  { motif }: Waiver,
  attempt: Attempt | undefined,
  refuse: Refuse<PenaltyNotFound | WaiverRefused>,
): Promise<Penalty> =>
  store.settlePenalty(userId, id, (penalty) => ({ penalty: waive(penalty, refuse), waiver: motif }), attempt, refuse);
