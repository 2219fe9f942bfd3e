import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Handler } from '../../support/wire.ts';

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
const { answering, fail, timedOut } = await import('../../support/faults.ts');
const { tap } = await import('../../support/wire.ts');

let mail: Server;
beforeAll(async () => {
  stopClock();
  mail = await startMail();
  tap(({ kind }, send) => {
    if (kind === 'SendEmail') events.push('mail');
    return send();
  });
});
afterAll(async () => {
  restartClock();
  await stopMail(mail);
});

/** What becomes of the next mails, in their turn; those after go. */
const next = (...fates: Handler[]) => {
  for (const how of fates) fail({ match: 'SendEmail', how });
};
const refused = (status: number) => answering('{}', { status });

it('a mail is followed by a wait, whether it went, was refused, or is not known to have gone', async () => {
  await lateBorrowers(1, 1, 1, 1, 1);
  next(refused(400), refused(429));
  await runNotices().catch(() => {});
  expect(events.splice(0)).toEqual(Array(5).fill(['mail', 'wait']).flat());
  next(refused(400), timedOut);
  await runNotices().catch(() => {});
  expect(events.splice(0)).toEqual(Array(2).fill(['mail', 'wait']).flat());
});
