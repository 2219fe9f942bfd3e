import { forgetAnswers } from '../aws/dynamodb/forget-answers.ts';
import { today } from '../runtime/clock.ts';
import { metric, remark } from '../runtime/log.ts';
import { policy } from '../runtime/policy.ts';
import { addDays, daysBetween } from '../values/days.ts';
import { Failure } from '../values/failure.ts';
import { ENDS, isOpen } from './holds/record.ts';
import { askUnpaid } from './peers.ts';
import { chargesOf, forgotten, isOver } from './record.ts';
import type { ForgetPerson } from './schema-commands.ts';
import { readHold } from './store/holds.ts';
import { type BorrowedItem, TABLE } from './store/items.ts';
import {
  holdsClosedBefore,
  holdsOfPerson,
  type InTransitItem,
  inTransit,
  loansReturnedBefore,
  loansReturnedBy,
} from './store/lists.ts';
import { changeLoan } from './store/loans.ts';
import { removeRecord } from './store/records.ts';
import { readInTransit, settleRecord } from './transit.ts';

/**
 * How a returned loan loses its borrower, and a closed hold goes: with the account, or when it has been over for long
 * enough.
 */

/** Takes the borrower out of a loan. @returns false when the loan is in the middle of something, or out */
const forget = (id: string): Promise<boolean> =>
  changeLoan(id, (seen) => {
    if (!seen || seen.utilisateur_id === null) return { answer: true };
    if (seen.transit || !isOver(seen)) return { answer: false };
    return { answer: true, next: forgotten(seen) };
  });

/**
 * Takes a person whose account is gone out of everything here. What was cut off for them is brought to its end first:
 * the users service has nothing of theirs any more, so there is no need to wait for the reconciler.
 * @param until instant in milliseconds at which to stop
 * @returns how many loans and holds were found that led to the person, and how many of them still do
 */
export async function forgetPerson({ utilisateur_id }: ForgetPerson, until: number) {
  const report = { trouves: 0, restants: 0 };
  const take = async (work: () => Promise<boolean>) => {
    report.trouves += 1;
    if (Date.now() >= until || !(await orRemark(work))) report.restants += 1;
  };
  for await (const found of inTransit()) if (found.utilisateur_id === utilisateur_id) await take(() => settle(found));
  for await (const { id } of loansReturnedBy(utilisateur_id)) await take(() => forget(id));
  for (const end of ENDS)
    for await (const { id } of holdsOfPerson(utilisateur_id, end)) await take(() => removeClosed(id));
  // Last: an answer that names the person is recorded only while a loan or a hold leads to them.
  await forgetAnswers(TABLE, utilisateur_id);
  return report;
}

/** Brings to its end what was cut off. @returns true when it is in the middle of nothing */
async function settle(found: InTransitItem): Promise<boolean> {
  const seen = await readInTransit(found);
  if (seen) await settleRecord(seen);
  return true;
}

/** Deletes a hold that is closed. @returns false when it is in the middle of something, or open */
async function removeClosed(id: string): Promise<boolean> {
  const seen = await readHold(id);
  if (!seen) return true;
  if (seen.transit || isOpen(seen)) return false;
  await removeRecord(seen);
  return true;
}

/** The number of penalties that the users service is asked about at once. A loan has two at most. */
const AT_ONCE = 100;

/**
 * Takes the borrower out of every loan that came back more than `keptDays` days ago and for which nothing is owed, and
 * deletes every hold that was closed as long ago. It may run often, and several times at once. What could not be done,
 * or not be asked, is left to the next run.
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
    for (const loan of loans) {
      const { id, date_retour } = loan;
      const charges = chargesOf(loan);
      if (charges.some((charge) => unpaid?.has(charge.id))) report.impayes += 1;
      else if (Date.now() < until && (unpaid || charges.length === 0) && (await orRemark(() => forget(id))))
        report.oublies += 1;
      else {
        report.restants += 1;
        if ((date_retour as string) < oldest) oldest = date_retour as string;
      }
    }
  }
  for await (const { id, date_cloture } of holdsClosedBefore(before)) {
    if (Date.now() < until && (await orRemark(() => removeClosed(id)))) report.oublies += 1;
    else {
      report.restants += 1;
      if ((date_cloture as string) < oldest) oldest = date_cloture as string;
    }
  }
  metric('OubliEnRetardJours', daysBetween(oldest, before));
  return report;
}

/** Puts loans together that have as many penalties as are asked about at once, or as many loans without any. */
async function* inBatches(loans: AsyncGenerator<BorrowedItem>): AsyncGenerator<BorrowedItem[]> {
  let batch: BorrowedItem[] = [];
  let asked = 0;
  for await (const loan of loans) {
    const more = Math.max(1, chargesOf(loan).length);
    if (asked + more > AT_ONCE) {
      yield batch;
      batch = [];
      asked = 0;
    }
    batch.push(loan);
    asked += more;
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
