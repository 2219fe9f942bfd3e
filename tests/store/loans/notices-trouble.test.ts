import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/api.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import {
  ALWAYS,
  answering,
  brokenOff,
  fail,
  failing,
  meanwhile,
  mend,
  timedOut,
  unreachable,
} from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { getLoan, giveBack, keyed, newLoan, notify, renew } from '../../support/loans.ts';
import { emptyInbox, inbox, startMail, stopMail } from '../../support/mail.ts';
import { type Borrower, lateBorrowers, NONE, runNotices, timesWritten } from '../../support/notices.ts';
import { expectProblem } from '../../support/problems.ts';
import { emptyTables, type LoanItem, readLoan, readLoans } from '../../support/read.ts';
import { settleAll } from '../../support/reconciler.ts';
import type { Handler } from '../../support/wire.ts';

/** What becomes of the notices when mails cannot go, or loans move as they do. */

let mail: Server;
const UNAVAILABLE = { code: 'service_indisponible' };
const named = (status: number, name: string) => answering('{}', { status, headers: { 'x-amzn-errortype': name } });
/** As Node says it that has tried one address after the other. */
const noneAnswers = failing(() => {
  const tried = ['ETIMEDOUT', 'ENETUNREACH'].map((code) => Object.assign(new Error(), { code, syscall: 'connect' }));
  return new TypeError('fetch failed', { cause: Object.assign(new AggregateError(tried), { code: 'ETIMEDOUT' }) });
});

/** What becomes of the mails to these people. */
const trouble = (people: Borrower[], how: Handler) =>
  fail({
    match: ({ input }) => people.some(({ email }) => email === input.Destination?.ToAddresses[0]),
    times: ALWAYS,
    how,
  });

const notices = async () => (await readLoans()).flatMap((loan) => loan.notices);

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
  mend();
  expect(await violations({ settled: true })).toEqual([]);
  await emptyTables();
});

describe('mails that cannot go', () => {
  it('because nobody answers at the mail service go when it is there again', async () => {
    await stopMail(mail);
    await lateBorrowers(1, 2);
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect(await notices()).toEqual([]);
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

  it.each(['MessageRejected', 'BadRequestException'])(
    'because what goes to one address is refused (%s) do not stop the others, and go when they can',
    async (name) => {
      const [bad] = (await lateBorrowers(2, 1, 1)) as [Borrower, Borrower, Borrower];
      trouble([bad], named(400, name));
      for (const report of [{ notifications_envoyees: 2, utilisateurs_notifies: 2 }, NONE])
        expect(await runNotices()).toEqual(report);
      expect((await inbox()).map(({ destination }) => destination.to[0])).not.toContain(bad.email);
      mend();
      expect(await runNotices()).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 1 });
      expect([...(await timesWritten()).values()]).toEqual([1, 1, 1, 1]);
    },
  );

  it('because many addresses are refused do not stop the others', async () => {
    const people = await lateBorrowers(1, 1, 1, 1, 1, 1);
    trouble(people.slice(0, 5), named(400, 'MessageRejected'));
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
  });

  it.each([
    ['has too much to do', named(429, 'TooManyRequestsException')],
    ['lets this account send nothing', named(400, 'SendingPausedException')],
    ['lets this function send nothing', named(403, 'AccessDeniedException')],
    ['is not found for now', brokenOff('EAI_AGAIN', 'getaddrinfo')],
    ['is not found', brokenOff('ENOTFOUND', 'getaddrinfo')],
    ['refuses connections', brokenOff('ECONNREFUSED', 'connect')],
    ['is out of reach', brokenOff('EHOSTUNREACH', 'connect')],
    ['is in a network out of reach', brokenOff('ENETUNREACH', 'connect')],
    ['does not take a connection in time', brokenOff('UND_ERR_CONNECT_TIMEOUT')],
    ['can be reached at none of its addresses', noneAnswers],
  ])('because the mail service %s are not lost: the run fails soon, and the next sends them', async (_, how) => {
    const people = await lateBorrowers(...Array(6).fill(1));
    let tried = 0;
    trouble(people, (request, send) => {
      tried += 1;
      return how(request, send);
    });
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect(tried).toBe(3);
    expect(await notices()).toEqual([]);
    mend();
    expect(await runNotices()).toEqual({ notifications_envoyees: 6, utilisateurs_notifies: 6 });
    expect([...(await timesWritten()).values()]).toEqual(Array(6).fill(1));
  });

  it('for a while only do not stop the others, and are asked for again', async () => {
    const [one, ...others] = (await lateBorrowers(1, 1, 1, 1)) as [Borrower, ...Borrower[]];
    trouble([one], named(429, 'TooManyRequestsException'));
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect(await inbox()).toHaveLength(others.length);
    mend();
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
  });

  it('are answered 503 to who asks for them, and go when they are asked for again under the same key', async () => {
    const people = await lateBorrowers(1, 1);
    trouble(people, named(429, 'TooManyRequestsException'));
    const key = keyed();
    expectProblem(await notify(key), 503, 'service_indisponible');
    mend();
    expect((await notify(key)).body).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 2 });
  });
});

describe('a mail that may have gone, which nobody can tell', () => {
  it('is not repeated', async () => {
    const [doubtful, other] = (await lateBorrowers(1, 1)) as [Borrower, Borrower];
    trouble([doubtful], timedOut);
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    mend();
    await runNotices();
    expect(await runNotices()).toEqual(NONE);
    expect((await inbox()).map(({ destination }) => destination.to[0])).toEqual([other.email]);
    const loan = (await readLoans()).find(({ utilisateur_id }) => utilisateur_id === doubtful.id);
    expect(loan?.notices).toMatchObject([{ etape: 'J+1', etat: 'en_envoi' }]);
    expect((await getLoan(loan?.id as string)).body.notifications).toEqual([]);
    forward({ days: 6 });
    expect(await runNotices()).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 2 });
  });

  it.each([
    ['nobody answers in time', timedOut],
    ['the mail service fails', named(500, 'InternalFailure')],
    ['the connection breaks off', brokenOff('ECONNRESET', 'read')],
    ['the network goes away', brokenOff('EHOSTUNREACH', 'read')],
  ])('is the only one of its run when %s', async (_, how) => {
    const people = await lateBorrowers(1, 1, 1, 1);
    trouble(people, how);
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect(await notices()).toMatchObject([{ etat: 'en_envoi' }]);
    mend();
    expect(await runNotices()).toEqual({ notifications_envoyees: 3, utilisateurs_notifies: 3 });
  });
});

describe('a person of whom something cannot be read', () => {
  it('is written to about the  as are all others, and about it the next time', async () => {
    const [{ id }] = (await lateBorrowers(2, 1)) as [Borrower, Borrower];
    const loan = (await readLoans()).find(({ utilisateur_id }) => utilisateur_id === id) as LoanItem;
    fail({
      match: ({ kind, input }) => kind === 'GetItem' && input.Key.pk.S === loan.pk,
      how: failing(() => new Error('gone (injected)')),
    });
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect((await readLoan(loan.id))?.notices).toEqual([]);
    expect((await notices()).map(({ etat }) => etat)).toEqual(['envoyee', 'envoyee']);
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
    expect([...(await timesWritten()).values()]).toEqual([1, 1, 1]);
  });

  it('is left to the next run when it is the account, and all others are written to', async () => {
    const [unread] = (await lateBorrowers(1, 1, 1)) as [Borrower, Borrower, Borrower];
    fail({ match: ({ input }) => input.utilisateur_ids?.includes(unread.id), times: ALWAYS, how: unreachable });
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    mend();
    expect(await inbox()).toHaveLength(2);
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
  });
});

describe('a loan that comes back while its mail goes', () => {
  it('is back, and what was written stays known', async () => {
    await lateBorrowers(1);
    const [loan] = (await readLoans()) as [LoanItem];
    let returned: Promise<Answer> | undefined;
    meanwhile('SendEmail', async () => {
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
    meanwhile('SendEmail', async () => {
      meanwhile('Invoke', () => {
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
