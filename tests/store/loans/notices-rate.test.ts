import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

/** How fast mails go: whatever becomes of one, the next waits. The waiting is looked at, not done. */

const PER_SECOND = 4;
process.env.COURRIELS_PAR_SECONDE = String(PER_SECOND);

/** Mails and waits, as they come; the random waits of who tries again are of no interest here. */
const events: string[] = [];

jest.unstable_mockModule('node:timers/promises', () => ({
  setTimeout: async (ms: number) => {
    if (ms === 1000 / PER_SECOND) events.push('wait');
  },
}));

const { restartClock, stopClock } = await import('../../support/clock.ts');
const { startMail, stopMail } = await import('../../support/mail.ts');
const { lateBorrowers, runNotices } = await import('../../support/notices.ts');
const { guard, noAnswerInTime } = await import('../../support/outgoing.ts');

let mail: Server;
/** What becomes of the next mails, in their turn; those after go. */
const fates: (() => Response)[] = [];

beforeAll(async () => {
  stopClock();
  mail = await startMail();
  guard(async ({ kind }, send) => {
    if (kind !== 'SendEmail') return send();
    events.push('mail');
    return fates.shift()?.() ?? send();
  });
});
afterAll(async () => {
  restartClock();
  await stopMail(mail);
});

const refused = (status: number) => () => new Response('{}', { status });
const silent = () => {
  throw noAnswerInTime();
};

it('a mail is followed by a wait, whether it went, was refused, or is not known to have gone', async () => {
  await lateBorrowers(1, 1, 1, 1, 1);
  fates.push(refused(400), refused(429));
  await runNotices().catch(() => {});
  expect(events.splice(0)).toEqual(Array(5).fill(['mail', 'wait']).flat());
  fates.push(refused(400), silent);
  await runNotices().catch(() => {});
  expect(events.splice(0)).toEqual(Array(2).fill(['mail', 'wait']).flat());
});
