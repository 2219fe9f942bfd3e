import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { once, writeAlone } from '../../aws/dynamodb/idempotency.ts';
import { today } from '../../runtime/clock.ts';
import { environment } from '../../runtime/config.ts';
import { remark } from '../../runtime/log.ts';
import { type TryOne, tryAll } from '../../runtime/try-all.ts';
import type { Attempt } from '../../values/attempt.ts';
import { Failure } from '../../values/failure.ts';
import { holdNews } from '../holds/news.ts';
import { CALL_OVER_MS } from '../moment.ts';
import { askAccount } from '../peers.ts';
import type { NoticeReport } from '../schema.ts';
import { TABLE } from '../store/items.ts';
import { addresseeOf } from './addressee.ts';
import { loanNews } from './loan-news.ts';
import { type Dispatch, sendMail } from './mail.ts';
import { noticeMail } from './message.ts';
import type { News } from './news.ts';

/** The outcome of one person's message. */
interface Outcome {
  /** The number of notices in the mail that went. */
  told: number;
  /** Absent when no mail was tried. */
  dispatch?: Dispatch;
  hasNoAddress?: boolean;
  failure?: Failure;
}

const NOTHING: Outcome = { told: 0 };

/** A run ends after this number of mails in a row that SES did not take for reasons of its own. */
const TURNED_AWAY = 3;

/**
 * Writes one message to every person for whom there is news: a book at a step, a copy that is set aside, a hold that
 * has expired. A run takes each of them up in its record just before the mail goes, so two runs never both send it. The
 * next run does what a run left.
 *
 * A run that dies between taking something up and recording that the mail went leaves it `en_envoi`. It
 * is unknown then whether the mail went, and it is not sent again; a loan's next step will be. A failure for one
 * person does not keep the run from the others. A mail with an unknown outcome ends the run, because the
 * next mail would very likely be lost as well.
 * @param until instant in milliseconds at which to stop
 * @throws the first failure, once all else is done; the caller asks again for what is left
 */
export const sendNotices = (until: number, kinds: readonly Newsroom[] = ALL): Promise<NoticeReport> =>
  tryAll('a run of notices has left some to the next', async (tryOne, fail) => {
    const day = today();
    const passage = randomUUID();
    const report: NoticeReport = { notifications_envoyees: 0, utilisateurs_notifies: 0, sans_adresse: 0 };
    let turnedAway = 0;
    for (const news of (await newsByPerson(kinds, day, tryOne)).values()) {
      if (Date.now() >= until || turnedAway === TURNED_AWAY) break;
      const { told, dispatch, hasNoAddress, failure } = await tryOne(() => notify(news, day, passage, tryOne), NOTHING);
      report.notifications_envoyees += told;
      if (told > 0) report.utilisateurs_notifies += 1;
      if (hasNoAddress) report.sans_adresse += 1;
      if (failure) fail(failure);
      if (dispatch === 'inconnu') break;
      if (dispatch) turnedAway = dispatch === 'indisponible' ? turnedAway + 1 : 0;
    }
    return report;
  });

/** Does the same for a caller who may ask again under the same `Idempotency-Key`. */
export const sendNoticesOnce = (until: number, attempt: Attempt | undefined): Promise<NoticeReport> =>
  once<NoticeReport>(TABLE, attempt, async ({ begin, end, release }) => {
    await writeAlone(begin(CALL_OVER_MS));
    const report = await sendNotices(until).catch(async (failure) => {
      await release();
      throw failure;
    });
    await writeAlone(end(report));
    return report;
  });

/** Writes to those alone for whom a copy is set aside, or whose hold has expired. */
export const sendHoldNotices = (until: number): Promise<NoticeReport> => sendNotices(until, [holdNews]);

const ALL = [loanNews, holdNews];

/** Finds the news of one kind on that day. */
type Newsroom = (day: string) => AsyncGenerator<News>;

/** A kind that cannot be asked half way keeps what it has told, and the other kinds are asked all the same. */
async function newsByPerson(kinds: readonly Newsroom[], day: string, tryOne: TryOne): Promise<Map<string, News[]>> {
  const all: News[] = [];
  const addAll = async (kind: Newsroom) => {
    for await (const news of kind(day)) all.push(news);
  };
  for (const kind of kinds) await tryOne(() => addAll(kind), undefined);
  return Map.groupBy(all, ({ utilisateur_id }) => utilisateur_id);
}

async function notify(news: News[], day: string, passage: string, tryOne: TryOne): Promise<Outcome> {
  const [first] = news as [News];
  const person = await askAccount(first);
  if (!person) return NOTHING;
  const to = await addresseeOf(person);
  if (!to) return { told: 0, hasNoAddress: true };
  const all = await Promise.all(news.map(({ takeUp }) => tryOne(() => takeUp(passage), undefined)));
  const taken = all.filter((one) => one !== undefined);
  if (taken.length === 0) return NOTHING;

  const mail = noticeMail(to, person, taken, day);
  const { dispatch, cause } = await sendMail(mail);
  const hasGone = GONE[dispatch];
  if (hasGone !== undefined) await Promise.all(taken.map(({ record }) => tryOne(() => record(hasGone), undefined)));
  await sleep(1000 / environment.COURRIELS_PAR_SECONDE);
  if (dispatch === 'envoye') return { told: taken.length, dispatch };
  remark(dispatch === 'inconnu' ? 'it is not known whether a notice went' : 'a notice was refused', {
    records: taken.map(({ id }) => id),
    cause,
  });
  if (dispatch === 'refuse') return { told: 0, dispatch };
  return { told: 0, dispatch, failure: new Failure('service_indisponible', { cause }) };
}

/** Whether the mail has gone, as it is recorded. An unknown outcome leaves the records as they are. */
const GONE = { envoye: true, refuse: false, indisponible: false, inconnu: undefined };
