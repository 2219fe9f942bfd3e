import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import type { Answer } from '../../support/api.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { violations } from '../../support/invariants.ts';
import { getLoan, giveBack, keyed, newLoan, notify, renew } from '../../support/loans.ts';
import { type LoanItem, readLoan, readLoans } from '../../support/loans-table.ts';
import { emptyInbox, inbox, startMail, stopMail } from '../../support/mail.ts';
import { meanwhileGoingOut } from '../../support/meanwhile.ts';
import { type Borrower, lateBorrowers, NONE, runNotices, timesWritten } from '../../support/notices.ts';
import { brokenOff, guard, noAnswerInTime } from '../../support/outgoing.ts';
import { expectProblem } from '../../support/problems.ts';
import { settleAll } from '../../support/reconciler.ts';

/** What becomes of the notices when mails cannot go, or loans move as they do. */

let mail: Server;
/** What is wrong with the mails to some addresses. */
let trouble: { addresses: string[]; answer: () => Response } | undefined;

const UNAVAILABLE = { code: 'service_indisponible' };
const answering = (status: number, name: string) => () =>
  new Response('{}', { status, headers: { 'x-amzn-errortype': name } });
const breaking = (code: string, syscall?: string) => () => {
  throw brokenOff(code, syscall);
};
const silent = () => {
  throw noAnswerInTime();
};
/** As Node says it that has tried one address after the other. */
const noneAnswers = () => {
  const tried = [brokenOff('ETIMEDOUT', 'connect'), brokenOff('ENETUNREACH', 'connect')].map(({ cause }) => cause);
  throw new TypeError('fetch failed', { cause: Object.assign(new AggregateError(tried), { code: 'ETIMEDOUT' }) });
};

const notices = async () => (await readLoans()).flatMap((loan) => loan.notices);

beforeAll(async () => {
  guard(async ({ body }, send) =>
    trouble?.addresses.includes(body.Destination?.ToAddresses[0]) ? trouble.answer() : send(),
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
      trouble = { addresses: [bad.email], answer: answering(400, name) };
      for (const report of [{ notifications_envoyees: 2, utilisateurs_notifies: 2 }, NONE])
        expect(await runNotices()).toEqual(report);
      expect((await inbox()).map(({ destination }) => destination.to[0])).not.toContain(bad.email);
      trouble = undefined;
      expect(await runNotices()).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 1 });
      expect([...(await timesWritten()).values()]).toEqual([1, 1, 1, 1]);
    },
  );

  it('because many addresses are refused do not stop the others', async () => {
    const people = await lateBorrowers(1, 1, 1, 1, 1, 1);
    const bad = people.slice(0, 5).map(({ email }) => email);
    trouble = { addresses: bad, answer: answering(400, 'MessageRejected') };
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
  });

  it.each([
    ['has too much to do', answering(429, 'TooManyRequestsException')],
    ['lets this account send nothing', answering(400, 'SendingPausedException')],
    ['lets this function send nothing', answering(403, 'AccessDeniedException')],
    ['is not found for now', breaking('EAI_AGAIN', 'getaddrinfo')],
    ['is not found', breaking('ENOTFOUND', 'getaddrinfo')],
    ['refuses connections', breaking('ECONNREFUSED', 'connect')],
    ['is out of reach', breaking('EHOSTUNREACH', 'connect')],
    ['is in a network out of reach', breaking('ENETUNREACH', 'connect')],
    ['does not take a connection in time', breaking('UND_ERR_CONNECT_TIMEOUT')],
    ['can be reached at none of its addresses', noneAnswers],
  ])('because the mail service %s are not lost: the run fails soon, and the next sends them', async (_, answer) => {
    const people = await lateBorrowers(...Array(6).fill(1));
    let tried = 0;
    trouble = {
      addresses: people.map(({ email }) => email),
      answer: () => {
        tried += 1;
        return answer();
      },
    };
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect(tried).toBe(3);
    expect(await notices()).toEqual([]);
    trouble = undefined;
    expect(await runNotices()).toEqual({ notifications_envoyees: 6, utilisateurs_notifies: 6 });
    expect([...(await timesWritten()).values()]).toEqual(Array(6).fill(1));
  });

  it('for a while only do not stop the others, and are asked for again', async () => {
    const [one, ...others] = (await lateBorrowers(1, 1, 1, 1)) as [Borrower, ...Borrower[]];
    trouble = { addresses: [one.email], answer: answering(429, 'TooManyRequestsException') };
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect(await inbox()).toHaveLength(others.length);
    trouble = undefined;
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
  });

  it('are answered 503 to who asks for them, and go when they are asked for again under the same key', async () => {
    const people = await lateBorrowers(1, 1);
    trouble = { addresses: people.map(({ email }) => email), answer: answering(429, 'TooManyRequestsException') };
    const key = keyed();
    expectProblem(await notify(key), 503, 'service_indisponible');
    trouble = undefined;
    expect((await notify(key)).body).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 2 });
  });
});

describe('a mail that may have gone, which nobody can tell', () => {
  it('is not repeated', async () => {
    const [doubtful, other] = (await lateBorrowers(1, 1)) as [Borrower, Borrower];
    trouble = { addresses: [doubtful.email], answer: silent };
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    trouble = undefined;
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
    ['nobody answers in time', silent],
    ['the mail service fails', answering(500, 'InternalFailure')],
    ['the connection breaks off', breaking('ECONNRESET', 'read')],
    ['the network goes away', breaking('EHOSTUNREACH', 'read')],
  ])('is the only one of its run when %s', async (_, answer) => {
    const people = await lateBorrowers(1, 1, 1, 1);
    trouble = { addresses: people.map(({ email }) => email), answer };
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect(await notices()).toMatchObject([{ etat: 'en_envoi' }]);
    trouble = undefined;
    expect(await runNotices()).toEqual({ notifications_envoyees: 3, utilisateurs_notifies: 3 });
  });
});

describe('a person of whom something cannot be read', () => {
  it('is written to about the rest, as are all others, and about it the next time', async () => {
    const [{ id }] = (await lateBorrowers(2, 1)) as [Borrower, Borrower];
    const loan = (await readLoans()).find(({ utilisateur_id }) => utilisateur_id === id) as LoanItem;
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== 'GetItemCommand' || !JSON.stringify(args.input).includes(loan.pk)) return next(args);
          client.middlewareStack.remove('failRead');
          throw new Error('gone (injected)');
        },
      { step: 'finalizeRequest', priority: 'low', name: 'failRead' },
    );
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect((await readLoan(loan.id))?.notices).toEqual([]);
    expect((await notices()).map(({ etat }) => etat)).toEqual(['envoyee', 'envoyee']);
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
    expect([...(await timesWritten()).values()]).toEqual([1, 1, 1]);
  });

  it('is left to the next run when it is the account, and all others are written to', async () => {
    const [unread] = (await lateBorrowers(1, 1, 1)) as [Borrower, Borrower, Borrower];
    const release = guard(async ({ body }, send) => {
      if (body.utilisateur_id === unread.id) throw brokenOff('ECONNREFUSED', 'connect');
      return send();
    });
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    release();
    expect(await inbox()).toHaveLength(2);
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
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
