import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { once, writeAlone } from '../aws/dynamodb/idempotency.ts';
import { Moved } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import { environment } from '../runtime/config.ts';
import { remark } from '../runtime/log.ts';
import { policy } from '../runtime/policy.ts';
import type { Attempt } from '../values/attempt.ts';
import { addDays } from '../values/days.ts';
import { Failure } from '../values/failure.ts';
import { type Dispatch, sendMail } from './mail.ts';
import { noticeMail } from './message.ts';
import { addresseeOf, askAccount } from './peers.ts';
import type { NoticeReport, Step } from './schema.ts';
import { FIRST_STEP_DAYS, noticed, noticing, stepDue, unnoticed } from './steps.ts';
import { type BorrowedItem, type LoanItem, TABLE } from './store/items.ts';
import { loansDueBy } from './store/lists.ts';
import { changeLoan, writeLoan } from './store/loans.ts';

/** A step of a loan that this run has taken up. No other run can take it up. */
interface Taken {
  loan: LoanItem;
  etape: Step;
}

/** The outcome of one person's message. */
interface Outcome {
  /** The number of steps in the mail that went. */
  steps: number;
  /** Absent when no mail was tried. */
  dispatch?: Dispatch;
  hasNoAddress?: boolean;
  failures: unknown[];
}

/** A run ends after so many mails in a row that SES did not take for reasons of its own. */
const TURNED_AWAY = 3;

/**
 * Writes one message to every person who has a book at a step that was not written about. A run takes a
 * step up in the loan's record just before its mail goes, so two runs never both send it. The next run does
 * what a run left.
 *
 * A run that dies between taking a step up and recording that the mail went leaves the step `en_envoi`. It
 * is unknown then whether the mail went, and it is not sent again; the next step will be. A failure for one
 * person does not keep the run from the others. A mail with an unknown outcome ends the run, because the
 * next mail would very likely be lost as well.
 * @param until instant in milliseconds at which to stop
 * @throws the first failure, once all else is done; the caller asks again for what is left
 */
export async function sendNotices(until: number): Promise<NoticeReport> {
  const day = today();
  const passage = randomUUID();
  const report: NoticeReport = { notifications_envoyees: 0, utilisateurs_notifies: 0, sans_adresse: 0 };
  const failures: unknown[] = [];
  let turnedAway = 0;
  for (const loans of (await loansByPerson(day)).values()) {
    if (Date.now() >= until || turnedAway === TURNED_AWAY) break;
    const outcome = await notify(loans, day, passage).catch((failure): Outcome => ({ steps: 0, failures: [failure] }));
    failures.push(...outcome.failures);
    report.notifications_envoyees += outcome.steps;
    if (outcome.steps > 0) report.utilisateurs_notifies += 1;
    if (outcome.hasNoAddress) report.sans_adresse += 1;
    if (outcome.dispatch === 'inconnu') break;
    if (outcome.dispatch) turnedAway = outcome.dispatch === 'indisponible' ? turnedAway + 1 : 0;
  }
  if (failures.length === 0) return report;
  remark('a run of notices has left some to the next', { failures: failures.length, ...report });
  throw failures[0];
}

/** A run that a caller asked for is over by then: its function ends after 28 seconds. */
const LEASE_MS = 30_000;

/** Does the same for a caller who may ask again under the same `Idempotency-Key`. */
export const sendNoticesOnce = (until: number, attempt: Attempt | undefined): Promise<NoticeReport> =>
  once<NoticeReport>(TABLE, attempt, async ({ begin, end, release }) => {
    await writeAlone(begin(LEASE_MS));
    const report = await sendNotices(until).catch(async (failure) => {
      await release();
      throw failure;
    });
    await writeAlone(end(report));
    return report;
  });

async function loansByPerson(day: string): Promise<Map<string, BorrowedItem[]>> {
  const loans: BorrowedItem[] = [];
  for await (const loan of loansDueBy(addDays(day, FIRST_STEP_DAYS))) if (stepDue(loan, day)) loans.push(loan);
  return Map.groupBy(loans, ({ utilisateur_id }) => utilisateur_id);
}

async function notify(loans: BorrowedItem[], day: string, passage: string): Promise<Outcome> {
  const [first] = loans as [BorrowedItem];
  const borrower = await askAccount(first);
  if (!borrower) return { steps: 0, failures: [] };
  const to = await addresseeOf(borrower);
  if (!to) return { steps: 0, hasNoAddress: true, failures: [] };
  const { done, failures } = await each(loans, ({ id }) => takeUp(id, day, passage));
  const taken = done.filter((step) => step !== undefined);
  if (taken.length === 0) return { steps: 0, failures };

  const books = taken.map(({ loan }) => loan);
  const { dispatch, cause } = await sendMail(noticeMail(to, borrower, books, day, policy.calendar));
  const outcome = RECORDED[dispatch];
  if (outcome) failures.push(...(await each(taken, (step) => record(step, passage, outcome))).failures);
  await sleep(1000 / environment.COURRIELS_PAR_SECONDE);
  if (dispatch === 'envoye') return { steps: taken.length, dispatch, failures };
  remark(dispatch === 'inconnu' ? 'it is not known whether a notice went' : 'a notice was refused', {
    loans: books.map(({ id }) => id),
    cause,
  });
  if (dispatch !== 'refuse') failures.push(new Failure('service_indisponible', { cause }));
  return { steps: 0, dispatch, failures };
}

/** How each outcome is recorded. An unknown outcome leaves the record as it is. */
const RECORDED = { envoye: noticed, refuse: unnoticed, indisponible: unnoticed, inconnu: undefined };

/** Does the work for each element, whether or not it fails for others. */
async function each<T, R>(all: T[], work: (one: T) => Promise<R>): Promise<{ done: R[]; failures: unknown[] }> {
  const results = await Promise.allSettled(all.map(work));
  return {
    done: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    failures: results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])),
  };
}

const takeUp = (id: string, day: string, passage: string): Promise<Taken | undefined> =>
  changeLoan<Taken | undefined>(id, (seen) => {
    const mine = seen?.notices.find((notice) => notice.passage === passage);
    if (seen && mine) return { answer: { loan: seen, etape: mine.etape } };
    const etape = seen && stepDue(seen, day);
    if (!seen || !etape || seen.transit) return { answer: undefined };
    const next = noticing(seen, etape, passage, new Date().toISOString());
    return { answer: { loan: { ...seen, ...next, version: seen.version + 1 }, etape }, next };
  });

/** Writes the outcome on the loan as it was taken up; reads it again only when it has moved since. */
const record = ({ loan, etape }: Taken, passage: string, outcome: typeof noticed) =>
  writeLoan(loan, outcome(loan, etape, passage)).then(
    () => {},
    (error: unknown) => {
      if (!(error instanceof Moved)) throw error;
      return changeLoan(loan.id, (seen) => ({
        answer: undefined,
        ...(seen && { next: outcome(seen, etape, passage) }),
      }));
    },
  );
