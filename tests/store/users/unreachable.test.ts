import { InternalServerError } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { call } from '../../support/api.ts';
import { countRequests, type Fault, failNext, mend, rest } from '../../support/faults.ts';
import { expectProblem } from '../../support/problems.ts';
import { keyed } from '../../support/users.ts';
import { readTable, violations } from '../../support/users-invariants.ts';
import { READS, type Told, WRITES } from './operations.ts';

const seen = countRequests(client);

beforeEach(async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
  await rest(client);
});

afterEach(async () => {
  jest.restoreAllMocks();
  mend(client);
  expect(await violations()).toEqual([]);
});

const brokenInside = () =>
  new InternalServerError({ $metadata: { httpStatusCode: 500 }, message: 'Internal server error, table x' });

const FAULTS: [string, Fault['error']][] = [
  ['nobody listens', 'not-sent'],
  ['nobody answers', 'timed-out'],
  ['it is broken inside', brokenInside],
];

function expectUnavailable(answer: Told): void {
  expect(answer.status).toBe(503);
  if (typeof answer.body === 'string') return;
  expectProblem(answer, 503, 'service_indisponible');
  expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
}

describe.each(FAULTS)('when %s at DynamoDB', (_, error) => {
  it.each(Object.entries(WRITES))(
    'to %s is a 503, and nothing is stored',
    async (_name, { keyed: takesKey, scene }) => {
      const spoilt = await scene();
      const before = await readTable();
      failNext(client, { times: Number.POSITIVE_INFINITY, error });
      expectUnavailable(await spoilt.send());
      if (takesKey) expectUnavailable(await spoilt.send(keyed()));
      mend(client);
      expect(await readTable()).toEqual(before);
      expect((await spoilt.send()).status).toBeLessThan(300);
      expect(await spoilt.look()).toEqual(spoilt.after);
    },
  );

  it('everything that reads is a 503', async () => {
    const paths = Object.values(await READS());
    failNext(client, { times: Number.POSITIVE_INFINITY, error });
    for (const path of paths) expectUnavailable(await call('GET', path));
    mend(client);
    for (const path of paths) expect((await call('GET', path)).status).toBe(200);
  });
});

describe('when DynamoDB reads but does not write', () => {
  it.each(Object.entries(WRITES))(
    'to %s is a 503, and nothing is stored',
    async (_, { command, keyed: takesKey, scene }) => {
      const spoilt = await scene();
      const key = keyed();
      failNext(client, { command, times: Number.POSITIVE_INFINITY, error: 'not-sent' });
      expectUnavailable(await spoilt.send(takesKey ? key : {}));
      mend(client);
      expect(await spoilt.look()).toEqual(spoilt.before);
      const retried = await spoilt.send(takesKey ? key : {});
      expect(retried.headers['idempotent-replayed']).toBeUndefined();
      expect(await spoilt.look()).toEqual(spoilt.after);
    },
  );
});

describe('a connection that fails', () => {
  it('is tried again, so that a short trouble is not seen', async () => {
    for (const { command, scene } of Object.values(WRITES)) {
      const spoilt = await scene();
      failNext(client, { command, times: 2, error: 'not-sent' });
      expect((await spoilt.send()).status).toBeLessThan(300);
      expect(await spoilt.look()).toEqual(spoilt.after);
    }
  });

  it('is tried a bounded number of times', async () => {
    const { 'read an account': path } = await READS();
    failNext(client, { times: Number.POSITIVE_INFINITY, error: 'not-sent' });
    seen.take();
    await call('GET', path as string);
    const attempts = seen.requests().length;
    expect(attempts).toBeGreaterThan(1);
    expect(attempts).toBeLessThan(6);
  });
});

describe('what DynamoDB finds wrong with a request of ours', () => {
  it('is a 500 that tells nothing, and is not tried again', async () => {
    const { scene } = WRITES['add a penalty'] as (typeof WRITES)[string];
    const spoilt = await scene();
    const mistake = () =>
      Object.assign(brokenInside(), { name: 'ValidationException', $metadata: { httpStatusCode: 400 } });
    failNext(client, { error: mistake });
    seen.take();
    const answer = await spoilt.send();
    expectProblem(answer as never, 500, 'erreur_interne');
    expect(seen.requests()).toHaveLength(1);
    expect(await spoilt.look()).toEqual(spoilt.before);
  });
});
