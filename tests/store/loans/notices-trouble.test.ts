import type { Server } from 'node:http';
import { MessageRejected } from '@aws-sdk/client-sesv2';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/dynamodb.ts';
import { ses } from '../../../lib/loans/mail.ts';
import { lambda } from '../../../lib/loans/services.ts';
import type { Answer } from '../../support/api.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { everyCut, requestsOf, tap, withCut } from '../../support/cuts.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { violations } from '../../support/invariants.ts';
import { getLoan, giveBack, newLoan, newUser, renew } from '../../support/loans.ts';
import { type LoanItem, readLoan, readLoans, writeLoans } from '../../support/loans-table.ts';
import { emptyInbox, inbox, startMail, stopMail } from '../../support/mail.ts';
import { meanwhile } from '../../support/meanwhile.ts';
import { runNotices, timesWritten } from '../../support/notices.ts';
import { withOwnErrors } from '../../support/own-errors.ts';
import { settleAll } from '../../support/reconciler.ts';

/** What becomes of the notices when their run is cut off, or mails cannot go. */

let mail: Server;
/** The address whose mails are refused, as SES does. */
let refused: string | undefined;
/** What happens as a mail goes. */
let asMailGoes: () => void = () => {};

beforeAll(async () => {
  for (const aws of [client, lambda, ses]) tap(aws);
  withOwnErrors(ses);
  ses.middlewareStack.add(
    (next) => async (args) => {
      const { Destination } = args.input as { Destination?: { ToAddresses?: string[] } };
      if (refused && Destination?.ToAddresses?.includes(refused))
        throw new MessageRejected({ message: 'refused (injected)', $metadata: { httpStatusCode: 400 } });
      asMailGoes();
      return next(args);
    },
    { step: 'initialize', name: 'refusals' },
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
  [refused, asMailGoes] = [undefined, () => {}];
  expect(await violations({ settled: true })).toEqual([]);
  await emptyTables();
});

const NONE = { notifications_envoyees: 0, utilisateurs_notifies: 0 };

/** People with so many loans each, late by a day. */
async function lateBorrowers(...loans: number[]): Promise<{ id: string; email: string }[]> {
  const people = await Promise.all(loans.map(() => newUser()));
  for (const [n, { id }] of people.entries()) for (let k = 0; k < (loans[n] ?? 0); k += 1) await newLoan(id);
  forward({ days: 22 });
  return people;
}

/** The state of the last step of each loan: `envoyee`, `en_envoi`, or nothing. */
const states = async (): Promise<(string | undefined)[]> =>
  (await readLoans()).map(({ notices }) => notices.at(-1)?.etat);

describe('a run that is cut off', () => {
  it('anywhere, and the next, write about each step once; one whose fate is unknown is marked, not repeated', async () => {
    const people = await lateBorrowers(2, 1);
    const untold = await readLoans();
    const requests = await requestsOf(runNotices);
    expect(requests.filter((request) => request === 'SendEmail')).toHaveLength(people.length);

    const wrong: Record<string, string[]> = {};
    for (const cut of everyCut(requests)) {
      await Promise.all([writeLoans(untold), emptyInbox()]);
      await withCut(cut, () => runNotices().catch(() => undefined));
      await runNotices();
      const isKnown = cut.manner === 'once' && requests[cut.point] !== 'SendEmail';
      const complaints = await wrongAfter(isKnown, people);
      const name = `${requests[cut.point]} (${cut.point}) ${cut.arrives ? 'arrives' : 'does not arrive'}, ${cut.manner}`;
      if (complaints.length > 0) wrong[name] = complaints;
    }
    expect(wrong).toEqual({});
  });

  /** @param isKnown the cut has left nobody in doubt */
  async function wrongAfter(isKnown: boolean, people: { id: string; email: string }[]): Promise<string[]> {
    const written = await timesWritten();
    const loans = await readLoans();
    const wrong = loans.flatMap((loan: LoanItem) => {
      const times = written.get(`${people.find(({ id }) => id === loan.utilisateur_id)?.email} ${loan.titre}`) ?? 0;
      const states = loan.notices.map(({ etat }) => etat).join();
      const right = isKnown ? ['1 envoyee'] : ['1 envoyee', '1 en_envoi', '0 en_envoi'];
      return right.includes(`${times} ${states}`) ? [] : [`was written about ${times} times and is ${states}`];
    });
    const doubtful = new Set(
      loans.filter(({ notices }) => notices[0]?.etat !== 'envoyee').map((loan) => loan.utilisateur_id),
    );
    return [...wrong, ...(doubtful.size > 1 ? ['leaves more than one person in doubt'] : [])];
  }

  it('after a mail went leaves that step unsure for ever, and the next step comes all the same', async () => {
    await lateBorrowers(1, 1);
    const requests = await requestsOf(async () => withCut({ point: 1e9, arrives: true, manner: 'dead' }, runNotices));
    const sent = requests.indexOf('SendEmail');
    expect(sent).toBeGreaterThan(0);
    forward({ days: 6 });
    await emptyInbox();
    await withCut({ point: sent, arrives: true, manner: 'dead' }, () => runNotices().catch(() => undefined));
    expect(await inbox()).toHaveLength(1);
    expect(await runNotices()).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
    expect((await states()).toSorted()).toEqual(['en_envoi', 'envoyee']);
    forward({ days: 7 });
    expect(await runNotices()).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 2 });
    const doubtful = (await readLoans()).find(({ notices }) => notices.some(({ etat }) => etat === 'en_envoi'));
    const { body } = await getLoan(doubtful?.id ?? '');
    expect(body.notifications.map(({ etape }: { etape: string }) => etape)).toEqual(['J+1', 'J+14']);
  });

  it('for want of time goes on where it stopped', async () => {
    await lateBorrowers(1, 1, 1, 1, 1);
    asMailGoes = () => forward({ ms: 1000 });
    expect(await runNotices(2000)).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 2 });
    expect(await runNotices(0)).toEqual(NONE);
    expect(await runNotices(1)).toEqual({ notifications_envoyees: 1, utilisateurs_notifies: 1 });
    expect(await runNotices()).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 2 });
    expect([...(await timesWritten()).values()]).toEqual([1, 1, 1, 1, 1]);
  });

  it('by the users service changes nothing, and the next run writes to all', async () => {
    await lateBorrowers(1, 2);
    const requests = await requestsOf(async () => {
      await expect(withCut({ point: 5, arrives: false, manner: 'dead' }, runNotices)).rejects.toThrow();
    });
    expect(requests[5]).toBe('Invoke users-open-loan');
    expect(await states()).toEqual([undefined, undefined, undefined]);
    expect((await runNotices()).notifications_envoyees).toBe(3);
  });
});

describe('mails that cannot go', () => {
  it('because nobody answers at the mail service go when it is there again', async () => {
    await stopMail(mail);
    await lateBorrowers(1, 2);
    expect(await runNotices()).toEqual(NONE);
    expect(await states()).toEqual([undefined, undefined, undefined]);
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

  it('to one address do not stop the others, and are tried again', async () => {
    const [bad] = await lateBorrowers(2, 1, 1);
    refused = bad?.email;
    for (const report of [{ notifications_envoyees: 2, utilisateurs_notifies: 2 }, NONE])
      expect(await runNotices()).toEqual(report);
    expect((await inbox()).map(({ destination }) => destination.to[0])).not.toContain(bad?.email);
    refused = undefined;
    expect(await runNotices()).toEqual({ notifications_envoyees: 2, utilisateurs_notifies: 1 });
    expect([...(await timesWritten()).values()]).toEqual([1, 1, 1, 1]);
  });
});

describe('a loan that comes back while its mail goes', () => {
  it('is back, and what was written stays known', async () => {
    await lateBorrowers(1);
    const [loan] = (await readLoans()) as [LoanItem];
    let returned: Promise<Answer> | undefined;
    asMailGoes = () => {
      returned = giveBack(loan.id);
    };
    expect((await runNotices()).notifications_envoyees).toBe(1);
    expect((await returned)?.status).toBe(200);
    await settleAll();
    expect(await readLoan(loan.id)).toMatchObject({ statut: 'rendu', notices: [{ etape: 'J+1', etat: 'envoyee' }] });
  });
});

describe('a loan that is renewed while its mail goes', () => {
  it('is renewed or is as it was, and is not written about twice', async () => {
    const [person] = await lateBorrowers(0);
    const { id } = await newLoan(person?.id);
    forward({ days: 19 });
    // The renewal waits for its slot until the mail's going has been recorded.
    const recorded = Promise.withResolvers<void>();
    const waiting = Promise.withResolvers<void>();
    let renewal: Promise<Answer> | undefined;
    meanwhile(ses as never, 'SendEmail', async () => {
      meanwhile(lambda as never, 'Invoke', () => {
        waiting.resolve();
        return recorded.promise;
      });
      renewal = renew(id);
      await waiting.promise;
    });
    expect((await runNotices()).notifications_envoyees).toBe(1);
    recorded.resolve();
    const { status } = (await renewal) as Answer;
    process.stderr.write(`renewal ${status}\n`);
    await settleAll();
    const loan = await readLoan(id);
    expect(loan).toMatchObject({ prolongations: status === 200 ? 1 : 0, notices: [{ etape: 'J-2', etat: 'envoyee' }] });
    expect((await runNotices()).notifications_envoyees).toBe(0);
  });
});
