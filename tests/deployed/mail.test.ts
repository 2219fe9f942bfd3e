import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forwardPast, restartClock, stopClock } from '../support/clock.ts';
import { newLoan, newUser, notify } from '../support/loans.ts';
import { emptyInbox, inbox } from '../support/mail.ts';
import { emptyTables } from '../support/read.ts';
import { ownStandIn } from './own.ts';
import type { Mailing } from './stand-in/mail.ts';
import type { StandInOptions } from './stand-in/stand-in.ts';
import { arn, type Statement } from './stand-in/template.ts';

/** Whether the notices go from a new account: in the sandbox of SES, and with a configuration set for all mail. */

const READER = 'lecteur@ailleurs.example';

beforeEach(async () => {
  await emptyTables();
  await emptyInbox();
});
afterEach(restartClock);

/** The notices of one late reader, on a stand-in of its own. @returns to whom a mail went */
async function written(
  mailing: Partial<Mailing>,
  rights?: StandInOptions['rights'],
  email = READER,
): Promise<string[]> {
  const standIn = await ownStandIn({ ...(rights && { rights }) }, mailing);
  stopClock();
  try {
    const { date_echeance } = await newLoan((await newUser({ email })).id);
    forwardPast(date_echeance);
    await notify();
    return (await inbox()).flatMap(({ destination }) => destination.to);
  } finally {
    await standIn.close();
  }
}

/** With these resources, and this sender alone, in the place of what the template allows. */
const allowing =
  (resources: string[], from?: string) =>
  (statements: Statement[]): Statement[] =>
    statements.map((one) => {
      if (![one.Action].flat().includes('ses:SendEmail')) return one;
      const Resource = resources.map((resource) => arn('ses', resource));
      return { ...one, Resource, ...(from && { Condition: { StringEquals: { 'ses:FromAddress': from } } }) };
    });

const SANDBOX = { sandbox: true, verified: [READER] };
const SET = { configurationSet: 'bibliotheque' };
const SENDER_ALONE = ['identity/bibliotheque.example'];
const ANY_IDENTITY = ['identity/*', 'configuration-set/*'];

describe('the notices go', () => {
  it.each([
    ['from the sandbox to a verified address', SANDBOX],
    ['under a default configuration set', SET],
    ['from the sandbox under a default configuration set', { ...SANDBOX, ...SET }],
    ['from an account without either', {}],
  ])('%s', async (_, mailing) => {
    expect(await written(mailing)).toEqual([READER]);
  });

  it('by a right on any identity and set, in the name of the one sender', async () => {
    const rights = allowing(ANY_IDENTITY, 'bibliotheque@bibliotheque.example');
    expect(await written({ ...SANDBOX, ...SET }, rights)).toEqual([READER]);
  });
});

describe('the notices do not go', () => {
  it('from the sandbox to an address that is not verified', async () => {
    expect(await written(SANDBOX, undefined, 'autre@ailleurs.example')).toEqual([]);
  });

  it.each([
    ['to a verified address of the sandbox', SANDBOX],
    ['under a default configuration set', SET],
  ])('%s, by a right on the identity of the sender alone', async (_, mailing) => {
    expect(await written(mailing, allowing(SENDER_ALONE))).toEqual([]);
  });

  it('in the name of another sender than the one that the right names', async () => {
    expect(await written(SANDBOX, allowing(ANY_IDENTITY, 'autre@bibliotheque.example'))).toEqual([]);
  });
});
