import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day, dayAfter, forward, restartClock, stopClock } from '../../support/clock.ts';
import { fallAsleep } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import {
  type Emprunt,
  getLoan,
  giveBack,
  keyed,
  lend,
  newBook,
  newLoan,
  newUser,
  notify,
  renew,
} from '../../support/loans.ts';
import { emptyInbox, inbox, startMail, stopMail } from '../../support/mail.ts';
import { NONE, runNotices, timesWritten, titlesIn } from '../../support/notices.ts';
import { emptyTables } from '../../support/read.ts';
import { atOnce } from '../../support/users.ts';

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

/** People, each with so many loans of this day. */
const borrowers = (...loans: number[]) =>
  Promise.all(
    loans.map(async (count) => {
      const { id, email } = await newUser();
      return { id, email, loans: await atOnce(count, () => newLoan(id)) };
    }),
  );

/** Brings the clock to so many days after what is lent now is due. */
const forwardToDue = (days: number) => forward({ days: 21 + days });

const stepsOf = async ({ id }: Emprunt) =>
  (await getLoan(id)).body.notifications.map(({ etape }: { etape: string }) => etape);

describe('a run of notices', () => {
  it('writes one message to each person, with each of their books that is due soon or late', async () => {
    const people = await borrowers(3, 1);
    forwardToDue(-2);
    expect(await runNotices()).toEqual({ notifications_envoyees: 4, utilisateurs_notifies: 2 });
    const received = await inbox();
    expect(received).toHaveLength(2);
    for (const { email, loans } of people) {
      const [message, ...others] = received.filter(({ destination }) => destination.to[0] === email);
      expect(others).toEqual([]);
      expect(message && titlesIn(message).sort()).toEqual(loans.map(({ titre }) => titre).sort());
      for (const loan of loans)
        expect((await getLoan(loan.id)).body.notifications).toEqual([
          { etape: 'J-2', date_envoi: new Date().toISOString() },
        ]);
    }
  });

  it('comes through with its accents, in plain text and in HTML', async () => {
    const [user, book] = [
      await newUser({ nom: 'N’Guyen', prenom: 'Zoë' }),
      await newBook({ titre: 'Œuvres <complètes> & « autres »' }),
    ];
    await lend(user.id, book.id);
    forwardToDue(1);
    await runNotices();
    const [message] = await inbox();
    expect(message?.subject).toBe('Bibliothèque : 1 livre en retard');
    expect(message?.body.text).toContain('Bonjour Zoë N’Guyen,');
    expect(message?.body.text).toContain('« Œuvres <complètes> & « autres » »');
    expect(message?.body.html).toContain('« Œuvres &#60;complètes&#62; &#38; « autres » »');
  });

  it('leaves alone who has nothing due soon', async () => {
    await borrowers(2);
    forwardToDue(-3);
    expect(await runNotices()).toEqual(NONE);
    expect(await inbox()).toEqual([]);
  });
});

describe('a step', () => {
  it('is written about once, however often the job runs that day and the next', async () => {
    await borrowers(1, 2);
    forwardToDue(1);
    expect(await runNotices()).toEqual({ notifications_envoyees: 3, utilisateurs_notifies: 2 });
    expect(await runNotices()).toEqual(NONE);
    forward({ days: 1 });
    expect(await runNotices()).toEqual(NONE);
    expect([...(await timesWritten()).values()]).toEqual([1, 1, 1]);
  });

  it('is written about once by runs at the same time, by schedule or by hand', async () => {
    const people = await borrowers(...Array(8).fill(2));
    forwardToDue(7);
    const runs = [runNotices(), runNotices(), notify().then(({ body }) => body), runNotices()];
    const reports = await Promise.all(runs);
    expect(reports.reduce((sum, report) => sum + report.notifications_envoyees, 0)).toBe(16);
    expect([...(await timesWritten()).values()]).toEqual(Array(16).fill(1));
    for (const loan of people.flatMap(({ loans }) => loans)) expect(await stepsOf(loan)).toEqual(['J+7']);
  });

  it('is written about once by runs at the same time under one key, which have one answer', async () => {
    await borrowers(2, 1);
    forwardToDue(1);
    const key = keyed();
    const answers = await atOnce(5, () => notify(key));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect([...(await timesWritten()).values()]).toEqual([1, 1, 1]);
  });

  it('comes each in its turn, day by day', async () => {
    const [loan] = (await borrowers(1)).flatMap(({ loans }) => loans) as [Emprunt];
    forwardToDue(-3);
    const sent: string[] = [];
    for (let days = -3; days <= 33; days += 1) {
      if ((await runNotices()).notifications_envoyees === 1) sent.push(`J${days < 0 ? '' : '+'}${days}`);
      forward({ days: 1 });
    }
    expect(sent).toEqual(['J-2', 'J+1', 'J+7', 'J+14', 'J+30']);
    expect(await stepsOf(loan)).toEqual(sent);
  });

  it('is the latest only, after days without the job', async () => {
    const [loan] = (await borrowers(1)).flatMap(({ loans }) => loans) as [Emprunt];
    forwardToDue(16);
    expect((await runNotices()).notifications_envoyees).toBe(1);
    expect(await stepsOf(loan)).toEqual(['J+14']);
    expect(await runNotices()).toEqual(NONE);
    forward({ days: 200 });
    await runNotices();
    expect(await stepsOf(loan)).toEqual(['J+14', 'J+30']);
    expect(await runNotices()).toEqual(NONE);
  });

  it('comes again after a renewal, around the new due date', async () => {
    const [loan] = (await borrowers(1)).flatMap(({ loans }) => loans) as [Emprunt];
    forwardToDue(-2);
    await runNotices();
    expect((await renew(loan.id)).body.date_echeance).toBe(dayAfter(loan.date_echeance, 21));
    expect(await runNotices()).toEqual(NONE);
    forward({ days: 20 });
    expect(await runNotices()).toEqual(NONE);
    forward({ days: 1 });
    expect(day()).toBe(dayAfter(loan.date_echeance, 19));
    expect((await runNotices()).notifications_envoyees).toBe(1);
    forward({ days: 3 });
    expect((await runNotices()).notifications_envoyees).toBe(1);
    expect(await stepsOf(loan)).toEqual(['J-2', 'J-2', 'J+1']);
  });

  it('is none for a book that is back', async () => {
    const [back, out] = (await borrowers(2)).flatMap(({ loans }) => loans) as [Emprunt, Emprunt];
    await giveBack(back.id);
    forwardToDue(1);
    expect((await runNotices()).notifications_envoyees).toBe(1);
    expect((await inbox()).map(titlesIn)).toEqual([[out.titre]]);
    await giveBack(out.id);
    forward({ days: 6 });
    expect(await runNotices()).toEqual(NONE);
    expect(await stepsOf(out)).toEqual(['J+1']);
  });
});

describe('two runs under one key', () => {
  it('give the first answer, whole and true, when the second comes in the middle of the first', async () => {
    await borrowers(1, 2, 1);
    forwardToDue(1);
    const key = keyed();
    const wakeUp = fallAsleep('SendEmail');
    const answers = [notify(key), sleep(300).then(() => notify(key))];
    await sleep(600);
    wakeUp();
    for (const { status, body } of await Promise.all(answers))
      expect({ status, body }).toMatchObject({
        status: 200,
        body: { notifications_envoyees: 4, utilisateurs_notifies: 3 },
      });
    expect(await inbox()).toHaveLength(3);
  });

  it('give the first answer when eight come at once, and when one comes later', async () => {
    await borrowers(1);
    forwardToDue(1);
    const key = keyed();
    const answers = [...(await atOnce(8, () => notify(key))), await notify(key)];
    for (const { body } of answers) expect(body).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(8);
    expect(await inbox()).toHaveLength(1);
  });
});
