import { setTimeout as sleep } from 'node:timers/promises';
import { transact } from '../aws/dynamodb/client.ts';
import { type Attempt, answered, once } from '../aws/dynamodb/idempotency.ts';
import { onLatest } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import { config } from '../runtime/config.ts';
import { remark } from '../runtime/log.ts';
import { addDays } from '../values/days.ts';
import { Failure } from '../values/failure.ts';
import { type Dispatch, sendMail } from './mail.ts';
import { noticeMail } from './message.ts';
import { FIRST_STEP_DAYS, noticed, noticing, stepDue, unnoticed } from './rules.ts';
import type { NoticeReport, Step } from './schema.ts';
import { consult } from './services.ts';
import { type LoanItem, loansDueBy, readLoan, replaceLoan, TABLE } from './store.ts';

/** A step of a loan that this run has taken up, and no other run can. */
interface Taken {
  loan: LoanItem;
  etape: Step;
}

/** What came of one person's message. */
interface Outcome {
  /** How many steps it told. */
  steps: number;
  /** Absent when no mail was tried. */
  dispatch?: Dispatch;
  failures: unknown[];
}

/** So many mails in a row that SES takes for nobody's sake, and a run ends: it would take no other. */
const TURNED_AWAY = 3;

/**
 * Writes to everybody who has a book at a step that was not written about: one message a person. A
 * step is taken up in the loan's record just before its mail goes, so two runs never both send it,
 * and a run that stops, or is out of time, is gone on with by the next.
 *
 * A run that dies between taking a step up and recording that it went leaves it `en_envoi`: whether
 * the mail went is not known then, and it is not sent a second time; the next step will be. What cannot
 * be done for one person is no reason not to write to the others; a mail of which nobody knows whether
 * it went is, since the next would very likely be lost as well.
 * @param until instant in milliseconds at which to stop
 * @throws the first failure, once all else is done: what is left is to be asked for again
 */
export async function sendNotices(until: number): Promise<NoticeReport> {
  const day = today();
  const report: NoticeReport = { notifications_envoyees: 0, utilisateurs_notifies: 0 };
  const failures: unknown[] = [];
  let turnedAway = 0;
  for (const loans of (await loansByPerson(day)).values()) {
    if (Date.now() >= until || turnedAway === TURNED_AWAY) break;
    const outcome = await notify(loans, day).catch((failure): Outcome => ({ steps: 0, failures: [failure] }));
    failures.push(...outcome.failures);
    report.notifications_envoyees += outcome.steps;
    if (outcome.steps > 0) report.utilisateurs_notifies += 1;
    if (outcome.dispatch === 'inconnu') break;
    if (outcome.dispatch) turnedAway = outcome.dispatch === 'indisponible' ? turnedAway + 1 : 0;
  }
  if (failures.length === 0) return report;
  remark('a run of notices has left some to the next', { failures: failures.length, ...report });
  throw failures[0];
}

/** The same, asked for by a caller who may ask again under the same `Idempotency-Key`. */
export const sendNoticesOnce = (until: number, attempt: Attempt | undefined): Promise<NoticeReport> =>
  once(TABLE, attempt, async (remember) => {
    const first = attempt && (await answered<NoticeReport>(TABLE, attempt));
    if (first) return first;
    const report = await sendNotices(until);
    if (attempt) await transact(remember(report));
    return report;
  });

async function loansByPerson(day: string): Promise<Map<string, LoanItem[]>> {
  const byPerson = new Map<string, LoanItem[]>();
  for await (const loan of loansDueBy(addDays(day, FIRST_STEP_DAYS))) {
    if (stepDue(loan, day) === undefined) continue;
    byPerson.set(loan.utilisateur_id, [...(byPerson.get(loan.utilisateur_id) ?? []), loan]);
  }
  return byPerson;
}

async function notify(loans: LoanItem[], day: string): Promise<Outcome> {
  const [first] = loans as [LoanItem];
  const reply = await consult(first, first.date_echeance);
  if (reply.resultat !== 'consulte') return { steps: 0, failures: [] };
  const { done, failures } = await each(loans, ({ id }) => takeUp(id, day));
  const taken = done.filter((step) => step !== undefined);
  if (taken.length === 0) return { steps: 0, failures };

  const mail = noticeMail(
    reply.utilisateur,
    taken.map(({ loan }) => loan),
    day,
    config.policy,
  );
  const { dispatch, cause } = await sendMail(mail);
  const outcome = RECORDED[dispatch];
  if (outcome) failures.push(...(await each(taken, (step) => record(step, outcome))).failures);
  await sleep(1000 / config.mailsPerSecond);
  if (dispatch === 'envoye') return { steps: taken.length, dispatch, failures };
  remark(dispatch === 'inconnu' ? 'it is not known whether a notice went' : 'a notice was refused', {
    loans: taken.map(({ loan }) => loan.id),
    cause,
  });
  if (dispatch !== 'refuse') failures.push(new Failure('service_indisponible', { cause }));
  return { steps: 0, dispatch, failures };
}

/** What the record says then; nothing is certain of a mail that may have gone. */
const RECORDED = { envoye: noticed, refuse: unnoticed, indisponible: unnoticed, inconnu: undefined };

/** Does it for each of them, whatever becomes of the others. */
async function each<T, R>(all: T[], work: (one: T) => Promise<R>): Promise<{ done: R[]; failures: unknown[] }> {
  const results = await Promise.allSettled(all.map(work));
  return {
    done: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    failures: results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])),
  };
}

const takeUp = (id: string, day: string): Promise<Taken | undefined> =>
  onLatest(async () => {
    const seen = await readLoan(id);
    const etape = seen && stepDue(seen, day);
    if (!seen || !etape || seen.transit) return undefined;
    return { loan: await replaceLoan(seen, noticing(seen, etape, new Date().toISOString())), etape };
  });

/** Written on the loan as it was taken up; it is read again only when it has moved since. */
function record({ loan, etape }: Taken, outcome: typeof noticed): Promise<void> {
  let seen: LoanItem | undefined = loan;
  return onLatest(async () => {
    const latest = seen ?? (await readLoan(loan.id));
    seen = undefined;
    if (latest) await replaceLoan(latest, outcome(latest, etape, loan.date_echeance));
  });
}
