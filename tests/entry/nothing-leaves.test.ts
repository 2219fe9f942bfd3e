import { inspect, isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { command } from '../../lib/entry/command.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { behindGateway } from '../../lib/entry/http/stack.ts';
import { job } from '../../lib/entry/job.ts';
import { Failure, KINDS } from '../../lib/values/failure.ts';
import { journalLines } from '../support/journal.ts';
import { functions, load } from '../support/services.ts';

/**
 * Whatever is thrown inside a function, nobody's data leave it: not in a line of the log, not in an answer, and
 * not in what Lambda's runtime, or whoever else calls the function, could print of a failed invocation.
 */

const SECRET = 'Zénobie';
const Item = { nom: { S: SECRET }, email: { S: `${SECRET}@exemple.fr` } };
const known = { $metadata: {}, message: 'The conditional request failed' };
const refused = () => new ConditionalCheckFailedException({ ...known, Item });

/** Everything that may come up, by what it is. */
const THROWN: Record<string, () => unknown> = {
  'an error whose message tells of a person': () => new Error(SECRET),
  'one whose message looks like a stack': () => new Error(`x\n    at ${SECRET} (file.ts:1:1)`),
  'one whose message has been changed': () => Object.assign(new Error(SECRET), { message: 'changed' }),
  'one with a cause': () => new Error('x', { cause: new Error(SECRET, { cause: SECRET }) }),
  'one with properties': () => Object.assign(new Error('x'), { [SECRET]: SECRET, body: { nom: SECRET } }),
  'several at once': () => new AggregateError([new Error(SECRET)], SECRET),
  "DynamoDB's refusal with the item": refused,
  "DynamoDB's refusal of a transaction": () =>
    new TransactionCanceledException({ ...known, CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item }] }),
  'a failure because of it': () => new Failure('service_indisponible', { cause: refused() }),
  'a failure because of a failure': () =>
    new Failure('erreur_interne', { cause: new Failure('service_indisponible', { cause: refused() }) }),
  'a text': () => SECRET,
  'an object': () => ({ nom: SECRET, message: SECRET, stack: `    at ${SECRET}` }),
  'a list': () => [SECRET],
  nothing: () => undefined,
};

/** What a failed invocation may tell: the code of its failure, and what the code means to anybody. */
const TOLD = [
  'Failure',
  undefined,
  ...(['erreur_interne', 'service_indisponible'] as const).flatMap((code) => [code, { code, ...KINDS[code] }]),
];

const operation = { access: 'public', replies: { 200: z.strictObject({}) }, refuses: [] } as const;

type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** One function of each kind, which throws that. */
const FUNCTIONS: Record<string, (thrown: unknown) => Handler> = {
  'an operation': (thrown) => endpoint({ ...operation, serve: () => Promise.reject<never>(thrown) }) as Handler,
  'an operation whose answer cannot be written': (thrown) => {
    const entity: object = {
      toJSON: () => {
        throw thrown;
      },
    };
    return endpoint({ ...operation, serve: async () => ok(entity as Record<string, never>) }) as Handler;
  },
  'what answers without an operation': (thrown) => behindGateway(() => Promise.reject(thrown)) as Handler,
  'a private command': (thrown) => command(z.looseObject({}), z.looseObject({}), () => Promise.reject(thrown)),
  'a job': (thrown) => job(() => Promise.reject(thrown)),
};

const printed: string[] = [];
beforeEach(() => {
  journalLines.length = 0;
  printed.length = 0;
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(printed.push(String(text))));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const context = { awsRequestId: 'id', functionName: 'name', getRemainingTimeInMillis: () => 10_000 } as Context;
const event = {
  routeKey: 'GET /',
  rawPath: '/',
  headers: {},
  requestContext: { http: { method: 'GET', path: '/' } },
};

/** What anybody could print of it: by `console`, as JSON, as a text, property by property. */
const everything = (value: unknown): string =>
  [inspect(value, { depth: null, showHidden: true, getters: true }), JSON.stringify(value), String(value)].join('\n');

async function expectSilence(handler: Handler, sent: unknown = event, given: Context = context) {
  const outcome = await handler(sent, given).then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  expect(everything(outcome) + journalLines.join('') + printed.join('')).not.toContain(SECRET);
  expect(journalLines).toHaveLength(1);
  expect(JSON.parse(journalLines[0] as string)).toMatchObject({ level: 'ERROR', requestId: 'id' });
  return outcome;
}

it('a private command fails when it would answer more than the shape that it declares', async () => {
  const answer = { count: 1, nom: SECRET };
  const handler = command(z.looseObject({}), z.strictObject({ count: z.int() }), async () => answer);
  expect(await expectSilence(handler as Handler)).toHaveProperty('error');
});

describe.each(Object.keys(FUNCTIONS))('from %s', (kind) => {
  it.each(Object.keys(THROWN))('nothing leaves with %s', async (what) => {
    const handler = FUNCTIONS[kind]?.((THROWN[what] as () => unknown)()) as Handler;
    const outcome = await expectSilence(handler);
    if ('answer' in outcome) expect(outcome.answer).toMatchObject({ statusCode: expect.any(Number) });
    else {
      expect(outcome.error).toBeInstanceOf(Error);
      const { stack: _, ...told } = Object.getOwnPropertyDescriptors(outcome.error);
      expect(
        Object.values(told).flatMap(({ value }) => TOLD.filter((known) => isDeepStrictEqual(known, value))),
      ).toHaveLength(Object.keys(told).length);
    }
  });
});

describe('of the functions that are deployed', () => {
  const alarming = () => {
    throw new Error(SECRET);
  };

  it('all are tried', () => expect(Object.keys(functions).length).toBeGreaterThanOrEqual(30));

  it.each(Object.entries(functions))('%s lets out nothing of what makes it fail', async (name, { events = [] }) => {
    // A job looks at no event: it fails at its first step.
    const isJob = events.some(({ schedule }) => schedule);
    const given = isJob ? ({ ...context, getRemainingTimeInMillis: alarming } as Context) : context;
    await expectSilence(await load(name), new Proxy({}, { get: alarming, ownKeys: alarming, has: alarming }), given);
  });
});
