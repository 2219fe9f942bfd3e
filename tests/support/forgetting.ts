import { afterAll, afterEach, beforeEach, expect, jest } from '@jest/globals';
import { forward, restartClock, stopClock } from './clock.ts';
import { mend, rest } from './faults.ts';
import { violations } from './invariants.ts';
import { emptyTables } from './read.ts';
import { sweep } from './reconciler.ts';

/**
 * Has each test of a file about forgetting begin with empty tables, the clock being stopped, and leave nothing wrong.
 * @param settled whether nothing may be in the middle of anything either
 */
export function forgettingTests({ settled = true } = {}): void {
  beforeEach(stopClock);
  afterAll(restartClock);
  beforeEach(async () => {
    await rest();
    // The random wait before a new attempt is made zero.
    jest.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    mend();
    expect(await violations({ settled })).toEqual([]);
    await emptyTables();
  });
}

/** The sweep of the next minute. */
export const nextSweep = () => {
  forward({ ms: 60_000 });
  return sweep();
};
