import { describe, expect, it, jest } from '@jest/globals';
import { forward } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
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
import { getLoan, keyed, notify } from '../../support/loans.ts';
import { inbox } from '../../support/mail.ts';
import { expectProblem } from '../../support/problems.ts';
import { type LoanItem, readLoans } from '../../support/read.ts';
import type { Handler } from '../../support/wire.ts';

/** What becomes of the notices when mails cannot go, or their run stops before it has come to its end. */

const PAUSE_MS = 1000 / Number(process.env.COURRIELS_PAR_SECONDE);

/** How often a run has waited between two mails. The waiting is counted, not done. */
let waits = 0;
jest.unstable_mockModule('node:timers/promises', () => ({
  setTimeout: async (ms: number) => {
    if (ms === PAUSE_MS) waits += 1;
  },
}));
const { sendMail } = await import('../../../lib/loans/notices/mail.ts');
const { lateBorrowers, NONE, runNotices, timesWritten, sent } = await import('../../support/notices.ts');

const UNAVAILABLE = { code: 'service_indisponible' };
const named = (status: number, name: string) => answering('{}', { status, headers: { 'x-amzn-errortype': name } });
/** Node says so when it has tried one address after the other. */
const noneAnswers = failing(() => {
  const tried = ['ETIMEDOUT', 'ENETUNREACH'].map((code) => Object.assign(new Error(), { code, syscall: 'connect' }));
  return new TypeError('fetch failed', { cause: Object.assign(new AggregateError(tried), { code: 'ETIMEDOUT' }) });
});

const mail = everyTest({ leaves: 'settled', calm: true, mails: true });

/** What becomes of the mails to these people, from now on. @returns counts the mails that were tried */
function trouble(people: { email: string }[], how: Handler): () => number {
  let tried = 0;
  fail({
    match: ({ input }) => people.some(({ email }) => email === input.Destination?.ToAddresses[0]),
    times: ALWAYS,
    how: (request, send) => {
      tried += 1;
      return how(request, send);
    },
  });
  return () => tried;
}

const states = async () => (await readLoans()).flatMap(({ notices }) => notices.map(({ etat }) => etat));
const timesEach = async () => [...(await timesWritten()).values()];

it.each([
  ['refuses the address', named(400, 'MessageRejected'), 'refuse'],
  ['finds the address no address', named(400, 'BadRequestException'), 'refuse'],
  ['has too much to do', named(429, 'TooManyRequestsException'), 'indisponible'],
  ['lets this account send nothing', named(400, 'SendingPausedException'), 'indisponible'],
  ['lets this function send nothing', named(403, 'AccessDeniedException'), 'indisponible'],
  ['is not found for now', brokenOff('EAI_AGAIN', 'getaddrinfo'), 'indisponible'],
  ['is not found', brokenOff('ENOTFOUND', 'getaddrinfo'), 'indisponible'],
  ['refuses connections', unreachable, 'indisponible'],
  ['is out of reach', brokenOff('EHOSTUNREACH', 'connect'), 'indisponible'],
  ['is in a network out of reach', brokenOff('ENETUNREACH', 'connect'), 'indisponible'],
  ['does not take a connection in time', brokenOff('UND_ERR_CONNECT_TIMEOUT'), 'indisponible'],
  ['can be reached at none of its addresses', noneAnswers, 'indisponible'],
  ['does not answer in time', timedOut, 'inconnu'],
  ['fails', named(500, 'InternalFailure'), 'inconnu'],
  ['breaks the connection off', brokenOff('ECONNRESET', 'read'), 'inconnu'],
  ['is lost when the network goes away', brokenOff('EHOSTUNREACH', 'read'), 'inconnu'],
])('when the mail service %s, the mail was refused, cannot go now, or may have gone', async (_, how, outcome) => {
  fail({ match: 'SendEmail', how });
  const { dispatch } = await sendMail({ to: 'a@exemple.fr', subject: 'Rappel', text: 'Rappel', html: 'Rappel' });
  expect(dispatch).toBe(outcome);
});

it('a run fails when it cannot record that a mail went', async () => {
  await lateBorrowers(1);
  // A run writes on each loan before the mail and after it.
  fail({ match: 'PutItem', after: 1, times: ALWAYS, how: unreachable });
  await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
  expect(await inbox()).toHaveLength(1);
});

describe('mails that cannot go', () => {
  it('because nothing listens at the mail service go when it is there again', async () => {
    await lateBorrowers(1, 2);
    await mail.stop();
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect(await states()).toEqual([]);
    await mail.start();
    expect(await runNotices()).toEqual(sent(2, 3));
    forward({ days: 6 });
    // The connection that is kept is that of a server that is gone.
    await mail.stop();
    await mail.start();
    expect(await runNotices()).toEqual(sent(2, 3));
  });

  it('because their addresses are refused do not stop the others, and go when they can', async () => {
    const people = await lateBorrowers(1, 1, 1, 1, 2, 1);
    trouble(people.slice(0, 5), named(400, 'MessageRejected'));
    for (const report of [sent(1), NONE]) expect(await runNotices()).toEqual(report);
    mend();
    expect(await runNotices()).toEqual(sent(5, 6));
    expect(await timesEach()).toEqual(Array(7).fill(1));
  });

  it.each([
    ['has too much to do', named(429, 'TooManyRequestsException')],
    ['refuses connections', unreachable],
  ])('because the mail service %s are not lost: the run fails soon, and the next sends them', async (_, how) => {
    const people = await lateBorrowers(1, 1, 1, 1, 1);
    const tried = trouble(people, how);
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect([tried(), await states()]).toEqual([3, []]);
    mend();
    trouble(people.slice(0, 1), how);
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    expect(await inbox()).toHaveLength(4);
    mend();
    expect(await runNotices()).toEqual(sent(1));
    expect(await timesEach()).toEqual(Array(5).fill(1));
  });

  it('make the call that asks for them a 503, and go when it is repeated under the same key', async () => {
    trouble(await lateBorrowers(1, 1), named(429, 'TooManyRequestsException'));
    const key = keyed();
    expectProblem(await notify(key), 503, 'service_indisponible');
    mend();
    expect((await notify(key)).body).toEqual(sent(2));
  });
});

it.each([
  ['nobody answers in time', timedOut],
  ['the mail service fails', named(500, 'InternalFailure')],
])('a mail that may have gone is not repeated and is the only one of its run, when %s', async (_, how) => {
  trouble(await lateBorrowers(1, 1, 1, 1), how);
  await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
  expect(await states()).toEqual(['en_envoi']);
  const doubtful = (await readLoans()).find(({ notices }) => notices.length > 0) as LoanItem;
  mend();
  for (const report of [sent(3), NONE]) expect(await runNotices()).toEqual(report);
  forward({ days: 6 });
  expect(await runNotices()).toEqual(sent(4));
  const { notifications } = (await getLoan(doubtful.id)).body;
  expect(notifications.map(({ etape }: { etape: string }) => etape)).toEqual(['J+7']);
});

it.each(['the loan', 'the account'])(
  'only the person of whom %s cannot be read is left to the next run',
  async (what) => {
    const [unread] = await lateBorrowers(1, 1, 1);
    const { pk } = (await readLoans()).find(({ utilisateur_id }) => utilisateur_id === unread?.id) as LoanItem;
    fail({
      match: ({ kind, input }) =>
        what === 'the loan' ? kind === 'GetItem' && input.Key.pk.S === pk : input.utilisateur_ids?.includes(unread?.id),
      times: ALWAYS,
      how: unreachable,
    });
    await expect(runNotices()).rejects.toMatchObject(UNAVAILABLE);
    mend();
    expect(await inbox()).toHaveLength(2);
    expect(await runNotices()).toEqual(sent(1));
  },
);

it('a mail is followed by a wait, whether it went, was refused, or is not known to have gone', async () => {
  const people = await lateBorrowers(1, 1, 1, 1, 1);
  for (const [how, mails] of [
    [named(400, 'MessageRejected'), 5],
    [named(429, 'TooManyRequestsException'), 3],
    [timedOut, 1],
  ] as const) {
    const tried = trouble(people, how);
    waits = 0;
    await runNotices().catch(() => {});
    expect([tried(), waits]).toEqual([mails, mails]);
    mend();
  }
  expect(await runNotices()).toEqual(sent(4));
  expect(waits).toBe(1 + 4);
});

/** The next mails take a second each. */
function slowDown(mails: number): void {
  if (mails === 0) return;
  meanwhile('SendEmail', async () => {
    forward({ ms: 1000 });
    slowDown(mails - 1);
  });
}

it('out of time, a run stops, and the next goes on where it stopped', async () => {
  await lateBorrowers(1, 1, 1, 1, 1);
  slowDown(2);
  expect(await runNotices(1500)).toEqual(sent(2));
  expect(await runNotices(0)).toEqual(NONE);
  expect(await runNotices()).toEqual(sent(3));
  expect(await timesEach()).toEqual([1, 1, 1, 1, 1]);
});
