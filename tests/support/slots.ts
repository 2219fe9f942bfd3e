import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { v7 } from 'uuid';
import { handler as closeHandler } from '../../functions/users/close-loan.ts';
import { handler as openHandler } from '../../functions/users/open-loan.ts';
import type { CloseLoan, OpenLoan } from '../../lib/users/schema.ts';
import { asFunction } from './rights.ts';

/** The users service's private commands, as the loans service invokes them. */

const context = (functionName: string) => ({ awsRequestId: randomUUID(), functionName }) as Context;

export const DUE = '2999-01-01';
export const PAST = '2020-01-01';

export const openLoan = (userId: string, over: Partial<OpenLoan> = {}) => {
  const name = 'users-open-loan';
  const loan = { utilisateur_id: userId, emprunt_id: randomUUID(), nature: 'pret', date_echeance: DUE, ...over };
  return asFunction(name, () => openHandler(loan, context(name)));
};

export const closeLoan = (userId: string, loanId: string, penalite: CloseLoan['penalite'] = null) => {
  const name = 'users-close-loan';
  return asFunction(name, () => closeHandler({ utilisateur_id: userId, emprunt_id: loanId, penalite }, context(name)));
};

/** What a late return costs, as the loans service would say. */
export const lateFee = (montant = 1.2): NonNullable<CloseLoan['penalite']> => {
  const now = new Date();
  return {
    id: v7({ msecs: now.getTime() }),
    montant,
    description: 'Retour en retard',
    date_penalite: now.toISOString(),
  };
};

/** A user's open loan, taken. */
export const newLoan = async (userId: string, due = DUE): Promise<string> => {
  const loanId = randomUUID();
  const outcome = await openLoan(userId, { emprunt_id: loanId, date_echeance: due });
  if (outcome.resultat !== 'ouvert') throw new Error(`no loan opened: ${JSON.stringify(outcome)}`);
  return loanId;
};

/** A user's loan that is late by now: its due date, moved, lies in the past. */
export const lateLoan = async (userId: string): Promise<string> => {
  const loanId = await newLoan(userId);
  await openLoan(userId, { emprunt_id: loanId, nature: 'retablissement', date_echeance: PAST });
  return loanId;
};
