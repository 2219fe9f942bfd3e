import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { type Cut, cutAt, everyCut, meanwhile } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { getLoan } from '../../support/loans.ts';
import { emptyInbox, inbox, startMail, stopMail } from '../../support/mail.ts';
import { lateBorrowers, NONE, runNotices, timesWritten } from '../../support/notices.ts';
import { emptyTables, readLoans, writeItems } from '../../support/read.ts';
import { requestsOf } from '../../support/wire.ts';

/** What becomes of the notices when their run stops before it has come to its end. */

let mail: Server;

beforeAll(async () => {
  stopClock();
  mail = await startMail();
});
afterAll(async () => {
  restartClock();
  await stopMail(mail);
});
beforeEach(async () => {
  await emptyInbox();
});
afterEach(async () => {
  expect(await violations({ settled: true })).toEqual([]);
  await emptyTables();
});

const runCutOff = (cut: Cut) => cutAt(cut, () => runNotices().catch(() => undefined));

it('cut off anywhere, it and the next write about each step once; one whose fate is unknown is marked, not repeated', async () => {
  const people = await lateBorrowers(2, 1);
  const untold = await readLoans();
  const requests = await requestsOf(runNotices);
  expect(requests.filter((request) => request === 'SendEmail')).toHaveLength(people.length);

  const wrong: Record<string, string[]> = {};
  for (const cut of everyCut(requests)) {
    await Promise.all([writeItems('loans', untold), emptyInbox()]);
    await runCutOff(cut);
    await runNotices();
    const request = requests[cut.point] as string;
    const isRead = /^(Query|Invoke)/.test(request) || (request === 'GetItem' && cut.manner !== 'dead');
    const isSure = isRead || (cut.manner === 'once' && request !== 'SendEmail');
    const complaints = await wrongAfter(isSure, people);
    const name = `${request} (${cut.point}) ${cut.arrives ? 'arrives' : 'does not arrive'}, ${cut.manner}`;
    if (complaints.length > 0) wrong[name] = complaints;
  }
  expect(wrong).toEqual({});
});

/** @param isSure nobody is in doubt: what was cut off has only read, or it was sent again */
async function wrongAfter(isSure: boolean, people: { id: string; email: string }[]): Promise<string[]> {
  const written = await timesWritten();
  const loans = await readLoans();
  const wrong = loans.flatMap((loan) => {
    const times = written.get(`${people.find(({ id }) => id === loan.utilisateur_id)?.email} ${loan.titre}`) ?? 0;
    const found = `${times} ${loan.notices.map(({ etat }) => etat)}`;
    const right = isSure ? ['1 envoyee'] : ['1 envoyee', '1 en_envoi', '0 en_envoi'];
    return right.includes(found) ? [] : [`was written about ${found}`];
  });
  const doubtful = loans.filter(({ notices }) => notices[0]?.etat !== 'envoyee').map((loan) => loan.utilisateur_id);
  return [...wrong, ...(new Set(doubtful).size > 1 ? ['leaves more than one person in doubt'] : [])];
}

it('cut off after a mail went, its step is unsure for ever, and the next step comes all the same', async () => {
  await lateBorrowers(1, 1);
  const sent = (await requestsOf(runNotices)).indexOf('SendEmail');
  expect(sent).toBeGreaterThan(0);
  forward({ days: 6 });
  await emptyInbox();
  await runCutOff({ point: sent, arrives: true, manner: 'dead' });
  expect(await inbox()).toHaveLength(1);
  expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
  expect(await runNotices()).toEqual(NONE);
  forward({ days: 7 });
  expect(await runNotices()).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 2 });

  const unsure = (await readLoans()).filter(({ notices }) => notices.some(({ etat }) => etat === 'en_envoi'));
  expect(unsure.map(({ notices }) => notices.map(({ etape, etat }) => `${etape} ${etat}`))).toEqual([
    ['J+1 envoyee', 'J+7 en_envoi', 'J+14 envoyee'],
  ]);
  const { body } = await getLoan(unsure[0]?.id as string);
  expect(body.notifications.map(({ etape }: { etape: string }) => etape)).toEqual(['J+1', 'J+14']);
});

/** The next mails take a second each. */
function slowDown(mails: number): void {
  if (mails === 0) return;
  meanwhile('SendEmail', async () => {
    forward({ ms: 1000 });
    slowDown(mails - 1);
  });
}

it('out of time, it goes on where it stopped', async () => {
  await lateBorrowers(1, 1, 1, 1, 1);
  slowDown(2);
  expect(await runNotices(1500)).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 2 });
  expect(await runNotices(0)).toEqual(NONE);
  expect(await runNotices()).toEqual({ notifications_envoyees: 3, utilisateurs_notifies: 3 });
  expect([...(await timesWritten()).values()]).toEqual([1, 1, 1, 1, 1]);
});

it('without the users service, it changes nothing, and the next one writes to all', async () => {
  await lateBorrowers(1, 2);
  const point = 4;
  const requests = await requestsOf(() => runCutOff({ point, arrives: false, manner: 'dead' }));
  expect(requests[point]).toBe('Invoke users-standing');
  expect((await readLoans()).flatMap(({ notices }) => notices)).toEqual([]);
  expect(await runNotices()).toEqual({ notifications_envoyees: 3, utilisateurs_notifies: 2 });
});
