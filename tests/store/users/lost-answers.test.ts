import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { client } from '../../../lib/dynamodb.ts';
import { countRequests, failNext, mend, rest } from '../../support/faults.ts';
import { keyed } from '../../support/users.ts';
import { violations } from '../../support/users-invariants.ts';
import { type Scene, WRITES } from './operations.ts';

// No waiting between attempts: what is looked at is what they do, not how long they take.
beforeEach(async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
  await rest(client);
});

afterEach(async () => {
  jest.restoreAllMocks();
  mend(client);
  expect(await violations()).toEqual([]);
});

const isDoneOnce = async ({ look, after }: Scene) => expect(await look()).toEqual(after);

describe.each(Object.entries(WRITES))('a lost answer: to %s', (_, { command, keyed: takesKey, scene }) => {
  it.each([1, 2])('succeeds with one effect when %d are lost', async (times) => {
    const spoilt = await scene();
    failNext(client, { command, times, error: 'lost-answer' });
    expect((await spoilt.send()).status).toBeLessThan(300);
    expect(mend(client)).toBe(0);
    await isDoneOnce(spoilt);
  });

  it('succeeds with one effect when every request loses its first answer', async () => {
    const spoilt = await scene();
    const seen = countRequests(client);
    const plain = await scene();
    seen.take();
    await plain.send();
    const requests = seen.requests().length;
    for (let request = 0; request < requests; request += 1)
      failNext(client, { after: request === 0 ? 0 : 1, error: 'lost-answer' });
    expect((await spoilt.send()).status).toBeLessThan(300);
    await isDoneOnce(spoilt);
  });

  it('has one effect at most when every answer is lost, and is not said to be refused', async () => {
    const spoilt = await scene();
    failNext(client, { command, times: Number.POSITIVE_INFINITY, error: 'lost-answer' });
    expect((await spoilt.send()).status).toBe(503);
    mend(client);
    expect([spoilt.before, spoilt.after]).toContainEqual(await spoilt.look());
  });

  if (!takesKey) return;

  it.each([1, 2, Number.POSITIVE_INFINITY])(
    'under a key succeeds with one effect when %d are lost, and can be asked again',
    async (times) => {
      const spoilt = await scene();
      const key = keyed();
      failNext(client, { command, times, error: 'lost-answer' });
      const first = await spoilt.send(key);
      mend(client);
      expect(first.status).toBeLessThan(300);
      const again = await spoilt.send(key);
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      expect(again.headers['idempotent-replayed']).toBe('true');
      await isDoneOnce(spoilt);
    },
  );
});
