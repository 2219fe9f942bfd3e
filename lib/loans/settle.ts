import { ChangedMeanwhile } from '../aws/dynamodb/retry.ts';
import { settled } from './rules.ts';
import { closeLoan, openLoan, returnCopy, takeCopy } from './services.ts';
import { type LoanItem, removeLoan, replaceLoan } from './store.ts';

/**
 * How what is in the middle comes to its end, whoever brings it there: the request itself or, when it
 * was cut off, the reconciler. Every step may be repeated, so each of these can be started again.
 */

/** A loan that came to nothing: slot and copy are free, and no trace is left. */
export async function abandon(loan: LoanItem): Promise<void> {
  await closeLoan({ ...loan, penalite: null });
  await returnCopy(loan);
  await removeLoan(loan);
}

/** A book that is back: slot and copy are free, what it cost is charged. */
export async function finishReturn(loan: LoanItem): Promise<void> {
  await closeLoan(loan);
  await returnCopy(loan);
  await unlessTakenOver(replaceLoan(loan, settled(loan)));
}

/** A renewal that came to nothing: the due date is the old one everywhere. */
export async function restore(loan: LoanItem): Promise<void> {
  await openLoan(loan, 'retablissement', loan.date_echeance);
  await takeCopy(loan, 'prolongation', loan.date_echeance);
  await unlessTakenOver(replaceLoan(loan, settled(loan)));
}

/** Somebody who settles the same loan at the same time does the same. */
async function unlessTakenOver(write: Promise<unknown>): Promise<void> {
  await write.catch((error: unknown) => {
    if (!(error instanceof ChangedMeanwhile)) throw error;
  });
}
