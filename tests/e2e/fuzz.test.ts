import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { play } from '../support/fuzz/play.ts';
import { type System, startSystem } from '../support/system.ts';

/**
 * Requests made from docs/openapi.yaml, right and wrong in every way: no answer is a failure of the
 * system, every one is as documented, and the tables are as they must be afterwards. Here some hundreds
 * to a system of its own; `npm run fuzz` sends FUZZ_REQUESTS to the one that runs, from another seed
 * each time unless FUZZ_SEED names one.
 */

const { FUZZ_API: api, FUZZ_DATABASE: dynamodb = '' } = process.env;
const requests = Number(process.env.FUZZ_REQUESTS ?? 500);
const seed = Number(process.env.FUZZ_SEED ?? (api ? Date.now() % 2 ** 31 : 20_261_122));

type Running = Pick<System, 'url' | 'dynamodb' | 'stop'>;

/** So many requests have every operation do its work at least once. */
const ENOUGH_FOR_ALL = 5_000;

type Tally = Awaited<ReturnType<typeof play>>['tally'];

const total = (tally: Tally, status: number) =>
  Object.values(tally).reduce((sum, statuses) => sum + (statuses[status] ?? 0), 0);

/** A line for each operation: how many answers of each status. */
const tableOf = (tally: Tally) =>
  Object.entries(tally)
    .map(([name, statuses]) => {
      const counts = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
      return `${name.padEnd(22)} ${counts.join('  ')}`;
    })
    .join('\n');

let system: Running;
let violations: typeof import('../support/invariants.ts')['violations'];

beforeAll(async () => {
  system = api ? { url: api, dynamodb, stop: async () => {} } : await startSystem();
  await fetch(`${system.url}/livres`).catch(() => {
    throw new Error(`Nothing answers at ${system.url}: npm start`);
  });
  // Read by what looks at the tables, when it is loaded.
  Object.assign(process.env, {
    DYNAMODB_ENDPOINT: system.dynamodb,
    UTILISATEURS_TABLE: 'bibliotheque-local-utilisateurs',
    LIVRES_TABLE: 'bibliotheque-local-livres',
    EMPRUNTS_TABLE: 'bibliotheque-local-emprunts',
  });
  ({ violations } = await import('../support/invariants.ts'));
}, 120_000);

afterAll(() => system?.stop());

it('answers whatever it is sent as its reference says, and keeps its tables in order', async () => {
  expect(await violations()).toEqual([]);
  console.log(`FUZZ_SEED=${seed} FUZZ_REQUESTS=${requests}`);
  const { tally, faults } = await play(system.url, requests, seed);
  console.log(tableOf(tally));
  expect(faults).toEqual([]);
  expect(await violations({ settled: true })).toEqual([]);

  // A generator that no longer comes past the checks would find nothing.
  const isCalled = (name: string) => Object.keys(tally[name] ?? {}).length > 0;
  const isGranted = (name: string) => Object.keys(tally[name] ?? {}).some((status) => /^2/.test(status));
  expect(Object.keys(tally).filter((name) => !isCalled(name))).toEqual([]);
  expect(total(tally, 200)).toBeGreaterThan(requests / 6);
  expect(total(tally, 201)).toBeGreaterThan(requests / 40);
  if (requests >= ENOUGH_FOR_ALL) expect(Object.keys(tally).filter((name) => !isGranted(name))).toEqual([]);
}, 600_000);
