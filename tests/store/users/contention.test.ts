import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { call } from '../../support/api.ts';
import {
  cancelled,
  conflict,
  countRequests,
  failNext,
  mend,
  rest,
  throttled,
  throttledAccount,
} from '../../support/faults.ts';
import { keyed } from '../../support/users.ts';
import { violations } from '../../support/users-invariants.ts';
import { READS, WRITES } from './operations.ts';

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

/** What DynamoDB answers under load to each kind of write. */
const BUSY: Record<string, [string, () => Error][]> = {
  TransactWriteItems: [
    ['a conflict on the first item', cancelled('TransactionConflict', 'None')],
    ['a conflict on the last item', cancelled('None', 'TransactionConflict')],
    ['a conflict beside a refusal', cancelled('ConditionalCheckFailed', 'TransactionConflict')],
    ['too many requests inside', cancelled('None', 'ThrottlingError')],
    ['too much for its capacity inside', cancelled('ProvisionedThroughputExceeded', 'None')],
    ['too much for its capacity', throttled],
    ['too many requests', throttledAccount],
  ],
  UpdateItem: [
    ['a conflict with a transaction', conflict],
    ['too much for its capacity', throttled],
    ['too many requests', throttledAccount],
  ],
};

const cases = (write: keyof typeof WRITES) => BUSY[WRITES[write]?.command as string] ?? [];

describe.each(Object.keys(WRITES))('to %s', (name) => {
  const { command, keyed: takesKey, scene } = WRITES[name] as (typeof WRITES)[string];

  it.each(cases(name))('goes through after %s, twice over, each time after a random while', async (_, error) => {
    const spoilt = await scene();
    failNext(client, { command, times: 2, error });
    jest.mocked(Math.random).mockClear();
    const { status, headers } = await spoilt.send(takesKey ? keyed() : {});
    expect(Math.random).toHaveBeenCalledTimes(2);
    expect(status).toBeLessThan(300);
    expect(headers['idempotent-replayed']).toBeUndefined();
    expect(mend(client)).toBe(0);
    expect(await spoilt.look()).toEqual(spoilt.after);
  });
});

describe('reading', () => {
  it('goes through after too many requests, twice over', async () => {
    for (const path of Object.values(await READS())) {
      failNext(client, { times: 2, error: throttled });
      expect((await call('GET', path)).status).toBe(200);
      expect(mend(client)).toBe(0);
    }
  });
});

describe('a batch that DynamoDB leaves undone', () => {
  it('is asked for again', async () => {
    const { 'read a penalty': path } = await READS();
    failNext(client, { command: 'BatchGetItem', times: 2, error: 'unprocessed' });
    expect((await call('GET', path as string)).status).toBe(200);
    expect(mend(client)).toBe(0);
  });

  it('is not asked for again without end', async () => {
    const { 'read a penalty': path } = await READS();
    failNext(client, { command: 'BatchGetItem', times: 50, error: 'unprocessed' });
    expect((await call('GET', path as string)).status).toBe(503);
  });
});

describe('without end', () => {
  it.each(Object.entries(WRITES))('to %s is a 503, and nothing is stored', async (name, { command, scene }) => {
    for (const [, error] of [cases(name)[0], cases(name).at(-1)] as [string, () => Error][]) {
      const spoilt = await scene();
      failNext(client, { command, times: Number.POSITIVE_INFINITY, error });
      seen.take();
      expect((await spoilt.send()).status).toBe(503);
      const attempts = seen.requests().filter((request) => request.startsWith(command)).length;
      expect(attempts).toBeGreaterThan(1);
      expect(attempts).toBeLessThan(20);
      mend(client);
      expect(await spoilt.look()).toEqual(spoilt.before);
    }
  });
});
