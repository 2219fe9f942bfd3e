import { v7 } from 'uuid';
import type { Attempt } from '../values/attempt.ts';
import type { Refuses } from './codes.ts';
import { pay, unpaid, waive } from './rules.ts';
import type { NewPenalty, Payment, Penalty, Waiver } from './schema.ts';
import * as store from './store/penalties.ts';

/** Charges a penalty. */
export function addPenalty(
  userId: string,
  { montant, description }: NewPenalty,
  attempt: Attempt | undefined,
  refuse: Refuses<'userNotFound'>,
): Promise<Penalty> {
  const now = new Date();
  const id = v7({ msecs: now.getTime() });
  const penalty = unpaid({ id, utilisateur_id: userId, montant, description, date_penalite: now.toISOString() });
  return store.insertPenalty(penalty, attempt, refuse);
}

/** Reads a penalty; lists a person's penalties, newest first. */
export const { readPenalty: getPenalty, queryPenalties: listPenalties } = store;

/** Records a payment. */
export const payPenalty = (
  userId: string,
  id: string,
  { montant }: Payment,
  attempt: Attempt | undefined,
  refuse: Refuses<'penaltyNotFound' | 'paymentRefused'>,
): Promise<Penalty> =>
  store.settlePenalty(userId, id, (penalty) => ({ penalty: pay(penalty, montant, refuse) }), attempt, refuse);

/** Waives what is left to pay. */
export const waivePenalty = (
  userId: string,
  id: string,
  { motif }: Waiver,
  attempt: Attempt | undefined,
  refuse: Refuses<'penaltyNotFound' | 'waiverRefused'>,
): Promise<Penalty> =>
  store.settlePenalty(userId, id, (penalty) => ({ penalty: waive(penalty, refuse), waiver: motif }), attempt, refuse);
