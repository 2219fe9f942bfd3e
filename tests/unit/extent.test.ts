import { afterEach, expect, jest, test } from '@jest/globals';
import { drawn } from '../support/extent.ts';

/** What an everyday run draws of what is repeated. */

afterEach(() => void jest.restoreAllMocks());

const NUMBERS = Array.from({ length: 12 }, (_, n) => n);
const third = (n: number): number => n % 3;

function drawnWith(TEST_SEED: string): number[] {
  jest.replaceProperty(process, 'env', { ...process.env, TEST_SEED });
  return drawn(NUMBERS, third, 'numbers');
}

test('one of each group is drawn, the same again for one seed, and in time each of them', () => {
  const runs = Array.from({ length: 200 }, (_, seed) => drawnWith(`${seed}`));
  if (process.env.THOROUGH) return expect(runs).toEqual(runs.map(() => NUMBERS));
  for (const run of runs) expect(run.map(third).sort()).toEqual([0, 1, 2]);
  expect(drawnWith('7')).toEqual(drawnWith('7'));
  expect([...new Set(runs.flat())].sort((a, b) => a - b)).toEqual(NUMBERS);
});

test('nothing is drawn from nothing, so that no test is one of nothing', () => {
  expect(() => drawn([], String, 'cuts')).toThrow('There is nothing to draw from: cuts');
});
