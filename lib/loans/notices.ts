import { setTimeout as sleep } from 'node:timers/promises';
import { today } from '../clock.ts';
import { config } from '../config.ts';
import { addDays } from '../days.ts';
import { transact } from '../dynamodb.ts';
import { type Attempt, answered, once } from '../idempotency.ts';
import { remark } from '../journal.ts';
import { onLatest } from '../latest.ts';
import { sendMail } from './mail.ts';
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

/**
 * Writes to everybody who has a book at a step that was not written about: one message a person. A
 * step is taken up in the loan's record just before its mail goes, so two runs never both send it,
 * and a run that stops, or is out of time, is gone on with by the next.
 *
 * A run that dies between taking a step up and recording that it went leaves it `en_envoi`: whether
 * the mail went is not known then, and it is not sent a second time; the next step will be.
 * @param until instant in milliseconds at which to stop
 */
export async function sendNotices(until: number): Promise<NoticeReport> {
  const day = today();
  const report: NoticeReport = { notifications_envoyees: 0, utilisateurs_notifies: 0 };
  for (const [, loans] of await loansByPerson(day)) {
    if (Date.now() >= until) break;
    const sent = await notify(loans, day);
    if (sent === 0) continue;
    report.notifications_envoyees += sent;
    report.utilisateurs_notifies += 1;
    await sleep(1000 / config.mailsPerSecond);
  }
  return report;
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

/** @returns how many steps the message told, 0 when none went */
async function notify(loans: LoanItem[], day: string): Promise<number> {
  const [first] = loans as [LoanItem];
  const reply = await consult(first, first.date_echeance);
  if (reply.resultat !== 'consulte') return 0;
  const taken = (await Promise.all(loans.map(({ id }) => takeUp(id, day)))).filter((step) => step !== undefined);
  if (taken.length === 0) return 0;

  const mail = noticeMail(
    reply.utilisateur,
    taken.map(({ loan }) => loan),
    day,
    config.policy,
  );
  const { dispatch, cause } = await sendMail(mail);
  if (dispatch === 'envoye') {
    await Promise.all(taken.map((step) => record(step, noticed)));
    return taken.length;
  }
  if (dispatch === 'refuse') await Promise.all(taken.map((step) => record(step, unnoticed)));
  remark(dispatch === 'refuse' ? 'a notice was refused' : 'it is not known whether a notice went', {
    loans: taken.map(({ loan }) => loan.id),
    cause,
  });
  return 0;
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
