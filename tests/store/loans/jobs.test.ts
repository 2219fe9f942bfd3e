import { expect, it } from '@jest/globals';
import { forward, forwardPast } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
import { cutAt, rest, wrongWhenCut } from '../../support/faults.ts';
import { newHold, sweepHolds, titleSetAside } from '../../support/holds.ts';
import { violations } from '../../support/invariants.ts';
import { giveBack, newLoan, settleDebt } from '../../support/loans.ts';
import { emptyInbox } from '../../support/mail.ts';
import { lateBorrowers, runNotices, timesWritten } from '../../support/notices.ts';
import { readTables, restoreTables } from '../../support/read.ts';
import { forgetOld } from '../../support/reconciler.ts';
import { atOnce } from '../../support/users.ts';
import { requestsOf } from '../../support/wire.ts';
import { contents, settled } from '../scenes.ts';

/** A job comes to the same when it is cut off anywhere and runs again, when it runs thrice at once, and once more. */

everyTest({ calm: true, mails: true });

/** Somebody with two late books, one whose hold has expired and one for whom a copy is set aside. */
async function news(): Promise<void> {
  await lateBorrowers(2);
  const { limit } = await titleSetAside();
  forwardPast(limit);
  await sweepHolds();
  await titleSetAside();
}

/** A copy that nobody has fetched for nine days after the last one to do so, and somebody who waits for it. */
async function expired(): Promise<void> {
  const { book, limit } = await titleSetAside();
  await newHold(book.id);
  forwardPast(limit, 9);
}

/** Loans that came back long ago: two in time, two late, of which one is paid for; and one that is back today. */
async function oldLoans(): Promise<void> {
  const late = [await newLoan(), await newLoan()];
  forwardPast((late[1] as { date_echeance: string }).date_echeance, 10);
  for (const { id, utilisateur_id } of late) {
    const { penalite } = (await giveBack(id)).body;
    if (id === late[0]?.id) await settleDebt(utilisateur_id, penalite.id, penalite.montant);
  }
  for (let n = 0; n < 3; n += 1) {
    if (n === 2) forward({ days: 121 });
    await giveBack((await newLoan()).id);
  }
}

const JOBS: Record<string, [prepare: () => Promise<void>, run: () => Promise<unknown>, mails: number]> = {
  'the notices': [news, () => runNotices(), 3],
  'the sweep of holds': [expired, () => sweepHolds(), 0],
  'the forgetting of old loans': [oldLoans, () => forgetOld(), 0],
};

const DOUBTFUL = "etat: 'en_envoi'";
/** What the tables say once the reconciler has been. */
const outcome = async () => contents(await settled());

/** What is wrong about the mails: nothing is written about twice, and nothing left out but what is in doubt. */
async function wrongMails(steps: number, isSure: boolean): Promise<string[]> {
  const { loans } = await readTables();
  const doubtful = loans.filter((item) => contents({ users: [], books: [], loans: [item] }).includes(DOUBTFUL));
  const people = new Set(doubtful.map(({ utilisateur_id }) => utilisateur_id));
  const times = [...(await timesWritten()).values()];
  return [
    ...(times.some((count) => count > 1) ? [`wrote ${times}`] : []),
    ...(times.length + doubtful.length < steps ? [`wrote ${times.length}, and is in doubt of ${doubtful.length}`] : []),
    ...(people.size > (isSure ? 0 : 1) ? [`is in doubt of ${people.size}`] : []),
  ];
}

it.each(Object.entries(JOBS))(
  '%s',
  async (name, [prepare, run, mails]) => {
    await prepare();
    const before = await readTables();
    const requests = await requestsOf(run);
    expect(requests.filter((request) => request === 'SendEmail')).toHaveLength(mails);
    const done = await outcome();
    const steps = (await timesWritten()).size;
    const again = async () => Promise.all([restoreTables(before, await readTables()), emptyInbox(), rest()]);
    await run();
    expect(await outcome()).toBe(done);
    await again();
    await atOnce(3, run);
    expect([await outcome(), await wrongMails(steps, true)]).toEqual([done, []]);

    const wrong = await wrongWhenCut(requests, name, async (cut, request) => {
      await again();
      await cutAt(cut, () => run().catch(() => undefined));
      await run();
      const isSure = cut.manner !== 'dead' && request !== 'SendEmail' && (isRead(request) || cut.manner === 'once');
      const complaints = [...(await violations()), ...(await wrongMails(steps, isSure))];
      const end = await outcome();
      return end === done || end.includes(DOUBTFUL) ? complaints : [...complaints, 'is not done'];
    });
    expect(wrong).toEqual({});
    expect(await violations({ settled: true })).toEqual([]);
  },
  120_000,
);

const isRead = (request: string): boolean => /^(Query|Get|BatchGet|Invoke)/.test(request);
