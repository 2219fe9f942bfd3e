import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { handler as returnCopy } from '../../../functions/books/return-copy.ts';
import { handler as takeCopy } from '../../../functions/books/take-copy.ts';
import { daily } from '../../../functions/loans/notify-overdue.ts';
import { handler as reconcile } from '../../../functions/loans/reconcile.ts';
import { handler as closeLoan } from '../../../functions/users/close-loan.ts';
import { handler as openLoan } from '../../../functions/users/open-loan.ts';
import type { LoanRecord, Transit } from '../../../lib/loans/rules.ts';
import { inDays, returned } from '../support/records.ts';
import { newBook, newLoan, newUser } from './actors.ts';
import type { Operation } from './operation.ts';

/** What has no route: the private commands, and what a schedule starts. */

const JOB_MS = 300_000;
const context = {
  awsRequestId: randomUUID(),
  functionName: 'mesure',
  getRemainingTimeInMillis: () => JOB_MS,
} as Context;

const slot = ({ id, utilisateur_id }: LoanRecord) => ({ utilisateur_id, emprunt_id: id });

export const commands: Operation[] = [
  {
    name: 'users-open-loan',
    detail: 'prêt',
    prepare: async () => {
      const { id } = await newUser();
      const command = { utilisateur_id: id, emprunt_id: randomUUID(), nature: 'pret', date_echeance: inDays(21) };
      return () => openLoan(command, context);
    },
  },
  {
    name: 'users-open-loan',
    detail: 'prolongation',
    prepare: async () => {
      const command = { ...slot(await newLoan()), nature: 'prolongation', date_echeance: inDays(26) };
      return () => openLoan(command, context);
    },
  },
  {
    name: 'users-open-loan',
    detail: 'consultation',
    prepare: async () => {
      const command = { ...slot(await newLoan()), nature: 'consultation', date_echeance: inDays(5) };
      return () => openLoan(command, context);
    },
  },
  {
    name: 'users-close-loan',
    detail: "à l'heure",
    prepare: async () => {
      const command = { ...slot(await newLoan()), penalite: null };
      return () => closeLoan(command, context);
    },
  },
  {
    name: 'users-close-loan',
    detail: 'en retard',
    prepare: async () => {
      // The record is as the return leaves it before it sends this.
      const loan = await newLoan({ late: true, state: returned });
      const command = { ...slot(loan), penalite: returned(loan).penalite };
      return () => closeLoan(command, context);
    },
  },
  {
    name: 'books-take-copy',
    detail: 'prêt',
    prepare: async () => {
      const { id } = await newBook();
      const command = { livre_id: id, emprunt_id: randomUUID(), nature: 'pret', date_echeance: inDays(21) };
      return () => takeCopy(command, context);
    },
  },
  {
    name: 'books-return-copy',
    prepare: async () => {
      const { id, livre_id } = await newLoan();
      return () => returnCopy({ livre_id, emprunt_id: id }, context);
    },
  },
];

const HOURS_AGO = new Date(Date.now() - 2 * 3_600_000).toISOString();

/** A loan whose request died in the middle, as the reconciler finds it. */
const cutOff = (etape: Transit['etape'], state: (loan: LoanRecord) => LoanRecord): Operation['prepare'] => {
  return async () => {
    await newLoan({ state: (loan) => ({ ...state(loan), transit: { etape, depuis: HOURS_AGO, debut: HOURS_AGO } }) });
    return () => reconcile({}, context);
  };
};

/** The notices, as their schedule sends them. */
export const runDaily = () => daily({}, context);

export const jobs: Operation[] = [
  // What it has to write about went out in the operation before.
  { name: 'loans-notify-daily', detail: 'rien à envoyer, 45 échus', prepare: async () => runDaily },
  { name: 'loans-reconcile', detail: 'rien à régler', prepare: async () => () => reconcile({}, context) },
  { name: 'loans-reconcile', detail: 'un retour coupé', prepare: cutOff('retour', returned) },
  {
    name: 'loans-reconcile',
    detail: 'un prêt coupé',
    prepare: cutOff('pret', (loan) => ({ ...loan, statut: 'en_attente', titre: null })),
  },
];
