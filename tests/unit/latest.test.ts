import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ChangedMeanwhile, onLatest } from '../../lib/aws/dynamodb/retry.ts';
import { Failure } from '../../lib/values/failure.ts';

/** Loses its race so many times before it wins. */
const losing = (times: number) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw new ChangedMeanwhile();
    return calls;
  };
};

// No waiting between rounds.
beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('a decision on what may have changed meanwhile', () => {
  it('is taken again until nobody came in between', async () => {
    await expect(onLatest(losing(0))).resolves.toBe(1);
    await expect(onLatest(losing(19))).resolves.toBe(20);
  });

  it('is given up as a 503 when others keep winning', async () => {
    await expect(onLatest(losing(Number.POSITIVE_INFINITY))).rejects.toMatchObject({ code: 'service_indisponible' });
  });

  it('is not taken again when it is a refusal', async () => {
    let calls = 0;
    const refuse = async () => {
      calls += 1;
      throw new Failure('version_perimee');
    };
    await expect(onLatest(refuse)).rejects.toMatchObject({ code: 'version_perimee' });
    expect(calls).toBe(1);
  });
});
