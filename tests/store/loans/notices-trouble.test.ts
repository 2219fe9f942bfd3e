import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/api.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { violations } from '../../support/invariants.ts';
import { getLoan, giveBack, newLoan, renew } from '../../support/loans.ts';
import { type LoanItem, readLoan, readLoans } from '../../support/loans-table.ts';
import { emptyInbox, inbox, startMail, stopMail } from '../../support/mail.ts';
import { meanwhileGoingOut } from '../../support/meanwhile.ts';
import { type Borrower, lateBorrowers, NONE, runNotices, timesWritten } from '../../support/notices.ts';
import { guard, noAnswerInTime } from '../../support/outgoing.ts';
import { settleAll } from '../../support/reconciler.ts';

/** What becomes of the notices when mails cannot go, or loans move as they do. */

let mail: Server;
/** What is wrong with the mails to one address. */
let trouble: { address: string; answer: () => Response } | undefined;

beforeAll(async () => {
  guard(async ({ body }, send) =>
    trouble && body.Destination?.ToAddresses.includes(trouble.address) ? trouble.answer() : send(),
  );
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
  trouble = undefined;
  expect(await violations({ settled: true })).toEqual([]);
  await emptyTables();
});

describe('mails that cannot go', () => {
  it('because nobody answers at the mail service go when it is there again', async () => {
    await stopMail(mail);
    await lateBorrowers(1, 2);
    expect(await runNotices()).toEqual(NONE);
    expect((await readLoans()).flatMap(({ notices }) => notices)).toEqual([]);
    mail = await startMail();
    expect(await runNotices()).toEqual({ notifications_envoyees: 3, utilisateurs_notifies: 2 });
    expect([...(await timesWritten()).values()]).toEqual([1, 1, 1]);
  });

  it('on the connection of the last run go on another', async () => {
    await lateBorrowers(1);
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
    forward({ days: 6 });
    await stopMail(mail);
    mail = await startMail();
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
  });

  it.each([
    ['is refused', 400, 'MessageRejected'],
    ['is too much at once', 429, 'TooManyRequestsException'],
  ])('because what goes to one address %s do not stop the others, and go when they can', async (_, status, name) => {
    const bad = (await lateBorrowers(2, 1, 1))[0] as Borrower;
    const answer = () => new Response('{}', { status, headers: { 'x-amzn-errortype': name } });
    trouble = { address: bad.email, answer };
    for (const report of [{ notifications_envoyees: 2, utilisateurs_notifies: 2 }, NONE])
      expect(await runNotices()).toEqual(report);
    expect((await inbox()).map(({ destination }) => destination.to[0])).not.toContain(bad.email);
    trouble = undefined;
    expect(await runNotices()).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 1 });
    expect([...(await timesWritten()).values()]).toEqual([1, 1, 1, 1]);
  });

  it('or have gone, which nobody can tell, are not repeated', async () => {
    const doubtful = (await lateBorrowers(1, 1))[0] as Borrower;
    const answer = () => {
      throw noAnswerInTime();
    };
    trouble = { address: doubtful.email, answer };
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
    trouble = undefined;
    expect(await runNotices()).toEqual(NONE);
    const loan = (await readLoans()).find(({ utilisateur_id }) => utilisateur_id === doubtful.id);
    expect(loan?.notices).toMatchObject([{ etape: 'J+1', etat: 'en_envoi' }]);
    expect((await getLoan(loan?.id as string)).body.notifications).toEqual([]);
    forward({ days: 6 });
    expect(await runNotices()).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 2 });
  });
});

describe('a loan that comes back while its mail goes', () => {
  it('is back, and what was written stays known', async () => {
    await lateBorrowers(1);
    const [loan] = (await readLoans()) as [LoanItem];
    let returned: Promise<Answer> | undefined;
    meanwhileGoingOut('SendEmail', async () => {
      returned = giveBack(loan.id);
    });
    expect((await runNotices()).notifications_envoyees).toBe(1);
    expect((await returned)?.status).toBe(200);
    await settleAll();
    expect(await readLoan(loan.id)).toMatchObject({ statut: 'rendu', notices: [{ etape: 'J+1', etat: 'envoyee' }] });
  });
});

describe('a loan that is renewed while its mail goes', () => {
  it('is renewed or is as it was, and is not written about twice', async () => {
    const { id } = await newLoan();
    forward({ days: 19 });
    // The renewal waits for its slot until the mail's going has been recorded.
    const recorded = Promise.withResolvers<void>();
    const waiting = Promise.withResolvers<void>();
    let renewal: Promise<Answer> | undefined;
    meanwhileGoingOut('SendEmail', async () => {
      meanwhileGoingOut('Invoke', () => {
        waiting.resolve();
        return recorded.promise;
      });
      renewal = renew(id);
      await waiting.promise;
    });
    expect((await runNotices()).notifications_envoyees).toBe(1);
    recorded.resolve();
    const { status } = (await renewal) as Answer;
    await settleAll();
    const loan = await readLoan(id);
    expect(loan).toMatchObject({ prolongations: status === 200 ? 1 : 0, notices: [{ etape: 'J-2', etat: 'envoyee' }] });
    expect((await runNotices()).notifications_envoyees).toBe(0);
  });
});
