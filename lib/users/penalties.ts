import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { Attempt } from '../values/attempt.ts';
import type { Refuses } from './codes.ts';
import { type Occasion, pay, strike, unpaid, waive } from './money.ts';
import type { PaymentId, Penalty } from './schema.ts';
import type { NewPenalty, Payment, Strike, Waiver } from './schema-penalty-requests.ts';
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

/** Reads a penalty; lists a person's penalties, newest first; lists what is unpaid over all, oldest first. */
export const { readPenalty: getPenalty, queryPenalties: listPenalties, queryUnpaid: listUnpaid } = store;

const occasion = (): Occasion => ({ now: new Date().toISOString(), newId: randomUUID });

/** Records a payment. */
export const payPenalty = (
  userId: string,
  id: string,
  payment: Payment,
  attempt: Attempt | undefined,
  refuse: Refuses<'penaltyNotFound' | 'paymentRefused'>,
): Promise<Penalty> =>
  store.settlePenalty(userId, id, (penalty) => pay(penalty, payment, occasion(), refuse), attempt, refuse);

/** Strikes a payment that was recorded by mistake. */
export const strikePayment = (
  { id: userId, penalite_id: id, mouvement_id: paymentId }: PaymentId,
  { motif }: Strike,
  attempt: Attempt | undefined,
  refuse: Refuses<'penaltyNotFound' | 'movementNotFound' | 'strikeRefused'>,
): Promise<Penalty> =>
  store.settlePenalty(userId, id, (penalty) => strike(penalty, paymentId, motif, occasion(), refuse), attempt, refuse);

/** Waives what is left to pay, and gives back what was paid when asked to. */
export const waivePenalty = (
  userId: string,
  id: string,
  waiver: Waiver,
  attempt: Attempt | undefined,
  refuse: Refuses<'penaltyNotFound' | 'waiverRefused'>,
): Promise<Penalty> =>
  store.settlePenalty(userId, id, (penalty) => waive(penalty, waiver, occasion(), refuse), attempt, refuse);
