import { describe, expect, it } from '@jest/globals';
import { often } from '../../support/extent.ts';
import { play } from '../../support/fuzz/play.ts';
import { system } from './system.ts';

/**
 * Requests made from docs/openapi.yaml, right and wrong in every way. The suite sends a few hundred; `npm run fuzz`
 * sends FUZZ_REQUESTS, from another seed each time unless FUZZ_SEED names one.
 */

const requests = Number(process.env.FUZZ_REQUESTS ?? often({ everyday: 300, thorough: 1_500 }));
const seed = Number(process.env.FUZZ_SEED ?? (process.env.FUZZ_API ? Date.now() % 2 ** 31 : 20_261_122));

/** So many requests have every operation do its work at least once. */
const ENOUGH_FOR_ALL = 5_000;

describe('fuzz', () => {
  it('every answer is as the reference says, none is a failure, and the tables are in order', async () => {
    // The module that looks at the tables reads these when it is loaded.
    Object.assign(process.env, {
      DYNAMODB_ENDPOINT: system.dynamodb,
      UTILISATEURS_TABLE: 'bibliotheque-local-utilisateurs',
      LIVRES_TABLE: 'bibliotheque-local-livres',
      EMPRUNTS_TABLE: 'bibliotheque-local-emprunts',
    });
    const { violations } = await import('../../support/invariants.ts');
    expect(await violations({ moved: true })).toEqual([]);
    console.log(`FUZZ_SEED=${seed} FUZZ_REQUESTS=${requests}`);
    const { tally, faults } = await play(system.url, requests, seed);
    console.table(tally);
    expect(faults).toEqual([]);
    expect(await violations({ settled: true, moved: true })).toEqual([]);

    // Requests that no longer come past the checks would find nothing.
    const granted = Object.entries(tally).map(([name, statuses]) => {
      const counts = Object.entries(statuses).map(([status, count]) => (status < '300' ? count : 0));
      return { name, count: counts.reduce((sum, count) => sum + count, 0) };
    });
    expect(Object.keys(tally).filter((name) => Object.keys(tally[name] ?? {}).length === 0)).toEqual([]);
    expect(granted.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(requests / 5);
    if (requests >= ENOUGH_FOR_ALL) expect(granted.filter(({ count }) => count === 0)).toEqual([]);
  }, 600_000);
});
