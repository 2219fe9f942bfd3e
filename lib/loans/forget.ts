import { forgetAnswers } from '../aws/dynamodb/idempotency.ts';
import { today } from '../runtime/clock.ts';
import { metric, remark } from '../runtime/log.ts';
import { policy } from '../runtime/policy.ts';
import { addDays, daysBetween } from '../values/days.ts';
import { Failure } from '../values/failure.ts';
import { askUnpaid } from './peers.ts';
import { takeOver } from './process.ts';
import { forgotten, type InTransit } from './record.ts';
import type { ForgetPerson } from './schema.ts';
import { type BorrowedItem, TABLE } from './store/items.ts';
import { loansInTransit, loansReturnedBefore, loansReturnedBy } from './store/lists.ts';
import { changeLoan, readLoan } from './store/loans.ts';

/** How a returned loan loses its borrower: with their account, or when it has been back for long enough. */

/** Takes the borrower out of a loan. @returns false when the loan is in the middle of something, or out */
const forget = (id: string): Promise<boolean> =>
  changeLoan(id, (seen) => {
    if (!seen || seen.utilisateur_id === null) return { answer: true };
    if (seen.transit || seen.statut !== 'rendu') return { answer: false };
    return { answer: true, next: forgotten(seen) };
  });

/**
 * Takes a person whose account is gone out of everything here. What was cut off for them is brought to its end first:
 * the users service has nothing of theirs any more, so nobody has to wait for the reconciler.
 * @param until instant in milliseconds at which to stop
 * @returns how many loans still lead to the person
 */
export async function forgetPerson({ utilisateur_id }: ForgetPerson, until: number) {
  await forgetAnswers(TABLE, utilisateur_id);
  let restants = 0;
  const leads = async (work: () => Promise<boolean>) => Date.now() >= until || !(await orRemark(work));
  for await (const { id, utilisateur_id: borrower } of loansInTransit())
    if (borrower === utilisateur_id && (await leads(() => settle(id)))) restants += 1;
  for await (const { id } of loansReturnedBy(utilisateur_id)) if (await leads(() => forget(id))) restants += 1;
  return { restants };
}

/** Brings a loan that was cut off to its end. @returns true when it is in the middle of nothing */
async function settle(id: string): Promise<boolean> {
  const seen = await readLoan(id);
  if (seen?.transit) await takeOver(seen as typeof seen & InTransit);
  return true;
}

/** The users service is asked about the penalties of so many loans at once. */
const AT_ONCE = 100;

/**
 * Takes the borrower out of every loan that came back more than `keptDays` days ago and for which nothing is owed. It
 * may run often, and several times at once. What could not be done, or not be asked, is left to the next run.
 * @param until instant in milliseconds at which to stop
 */
export async function forgetOld(until: number) {
  const day = today();
  const before = addDays(day, -policy.keptDays);
  const report = { oublies: 0, impayes: 0, restants: 0 };
  // The day on which the oldest loan came back that should have been forgotten and was not.
  let oldest = before;
  for await (const loans of inBatches(loansReturnedBefore(before))) {
    const unpaid = Date.now() >= until ? undefined : await orRemark(() => askUnpaid(loans));
    for (const { id, penalite, date_retour } of loans) {
      if (penalite && unpaid?.has(penalite.id)) report.impayes += 1;
      else if (Date.now() < until && (unpaid || !penalite) && (await orRemark(() => forget(id)))) report.oublies += 1;
      else {
        report.restants += 1;
        if ((date_retour as string) < oldest) oldest = date_retour as string;
      }
    }
  }
  metric('OubliEnRetardJours', daysBetween(oldest, before));
  return report;
}

async function* inBatches(loans: AsyncGenerator<BorrowedItem>): AsyncGenerator<BorrowedItem[]> {
  let batch: BorrowedItem[] = [];
  for await (const loan of loans) {
    if (batch.push(loan) < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Does the work; a service that does not answer is remarked, and keeps the run from nothing else. */
const orRemark = <T>(work: () => Promise<T>): Promise<T | undefined> =>
  work().catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    remark('a run of forgetting has left some loans to the next', { code: error.code });
    return undefined;
  });
