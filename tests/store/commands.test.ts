import { expect, it } from '@jest/globals';
import { eventOf } from '../identity/events.ts';
import { type Answer, newUser } from '../support/api.ts';
import { forward, forwardPast } from '../support/clock.ts';
import { everyTest } from '../support/every-test.ts';
import { oneOfEach } from '../support/extent.ts';
import { ALWAYS, fail, mend } from '../support/faults.ts';
import { sweepHolds, titleSetAside } from '../support/holds.ts';
import { journalLines } from '../support/journal.ts';
import { run } from '../support/lambda.ts';
import { readTables } from '../support/read.ts';
import { forgetOld, sweep } from '../support/reconciler.ts';
import { services } from '../support/services.ts';
import { deleteUser } from '../support/users.ts';
import type { Outgoing } from '../support/wire.ts';
import { type Act, type Prepare, readerOfOld } from './scenes/prepare.ts';
import { contents, SCENES, type Staged, stage } from './scenes.ts';

/**
 * A private command or its answer has one field more than the other side knows, or one less. CloudFormation updates
 * functions one by one: while a deployment lasts, and while it is taken back, the two sides are of two versions.
 */

everyTest({ calm: true });

const scene = (name: string): Prepare => SCENES[name]?.prepare as Prepare;

/** Work that is no call of the API: it answers 200 with its outcome, or 503 when it fails. */
const working =
  (work: () => Promise<unknown>): Act =>
  () =>
    work().then(
      (body): Answer => ({ status: 200, headers: {}, body }),
      (): Answer => ({ status: 503, headers: {}, body: undefined }),
    );

/** What sends each private command. */
const SENDERS: Record<string, Prepare> = {
  'users-standing': scene('a loan'),
  'users-open-loan': scene('a loan'),
  'users-close-loan': scene('a late return'),
  'users-open-hold': scene('a hold'),
  'users-close-hold': scene('the cancellation of a hold'),
  'users-penalties': async () => {
    await readerOfOld();
    forward({ days: 200 });
    return working(forgetOld);
  },
  'users-owner': async () => {
    const { email } = await newUser();
    return working(() => run('identity-token', eventOf({ email })));
  },
  'books-standing': scene('a loan that fulfils a hold'),
  'books-take-copy': scene('a loan that fulfils a hold'),
  'books-return-copy': scene('a scan for a hold'),
  'books-recover-copy': scene('the scan of a lost copy'),
  'books-holds': scene('the suspension of a hold'),
  'books-place-hold': scene('a hold'),
  'books-leave-queue': scene('the cancellation of a hold'),
  'books-suspend-hold': scene('the suspension of a hold'),
  'books-settle-titles': async () => {
    forwardPast((await titleSetAside()).limit);
    return working(sweepHolds);
  },
  'loans-forget': async () => {
    await deleteUser((await readerOfOld()).id);
    forward({ ms: 20 * 60_000 });
    return working(sweep);
  },
};

it('every private command is sent by a test here', () => {
  const all = services.flatMap((service) => Object.entries(service.functions));
  const commands = all.filter(([name, { events }]) => !events && name !== 'identity-token');
  expect(Object.keys(SENDERS).sort()).toEqual(commands.map(([name]) => name).sort());
});

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Change = (value: Json) => Json;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What every object of a value has in common with a later version's: a field more. A map from ids to things has none.
 */
function withMore(value: Json): Json {
  if (Array.isArray(value)) return value.map(withMore);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, part]) => [name, withMore(part)]);
  const isMap = fields.every(([name]) => UUID.test(name as string));
  return Object.fromEntries(isMap ? fields : [...fields, ['champ_a_venir', { id: null }]]);
}

const without =
  (name: string): Change =>
  (value) => {
    const { [name]: _, ...rest } = value as Record<string, Json>;
    return rest;
  };

const asIs: Change = (value) => value;

/**
 * Has each such command be changed on its way, and its answer on the way back.
 * @returns the last of both as they were
 */
function changed(name: string, [command, answer]: [Change, Change]) {
  const seen: { command?: Json; answer?: Json } = {};
  const how = async ({ input }: Outgoing) => {
    seen.command = input;
    try {
      seen.answer = (await run(name, command(input) as object)) as Json;
    } catch (error) {
      return new Response(JSON.stringify({ errorMessage: String(error) }), {
        headers: { 'x-amz-function-error': 'Unhandled' },
      });
    }
    return new Response(JSON.stringify(answer(seen.answer)));
  };
  fail({ match: ({ kind }) => kind === `Invoke ${name}`, times: ALWAYS, how });
  return seen;
}

/** What has come of it: the answer, and what is in the tables. */
async function outcomeOf({ act, beginAgain }: Staged, name: string, changes: [Change, Change]) {
  await beginAgain();
  const seen = changed(name, changes);
  const { status } = await act();
  mend();
  return { outcome: [status, contents(await readTables())], ...seen };
}

// One of three in an everyday run.
it.each(oneOfEach(3, Object.entries(SENDERS), 'private commands'))(
  '%s is carried out and answered with one field more in each part, and not with one less',
  async (name, prepare) => {
    const staged = await stage({ status: 200, prepare });
    const { outcome, command, answer } = await outcomeOf(staged, name, [asIs, asIs]);
    const outcomeWith = async (...changes: [Change, Change]) => (await outcomeOf(staged, name, changes)).outcome;
    expect(await outcomeWith(withMore, asIs)).toEqual(outcome);
    expect(await outcomeWith(asIs, withMore)).toEqual(outcome);

    const fields = Object.keys(command as object).filter((field) => field !== 'requete_id');
    const told = Object.keys(answer as object);
    expect([fields.length, told.length]).not.toContain(0);
    for (const field of fields) {
      journalLines.length = 0;
      expect(await outcomeWith(without(field), asIs)).not.toEqual(outcome);
      // An alarm rings at such a line.
      const line = journalLines.map((text) => JSON.parse(text)).find(({ route }) => route === name);
      expect(line).toMatchObject({ level: 'ERROR', status: 500, code: 'requete_invalide' });
    }
    for (const field of told) expect(await outcomeWith(asIs, without(field))).not.toEqual(outcome);
  },
);
