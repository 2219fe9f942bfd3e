import { createHash } from 'node:crypto';

/**
 * How much of what is repeated a run of the tests does. `npm run test:thorough` does all of it. An everyday run does a
 * part, another one each time: it is drawn from the seed that the run prints, and `TEST_SEED` draws the same again.
 */
const isThorough = process.env.THOROUGH === 'true';

/** How often something is done. @example const ROUNDS = often({ everyday: 5, thorough: 20 }); */
export const often = ({ everyday, thorough }: { everyday: number; thorough: number }): number =>
  isThorough ? thorough : everyday;

/**
 * How many sequences a model is tried with. `MODEL_RUNS` sets it, and `MODEL_SEED` with `MODEL_PATH` plays one again
 * that failed: the seed belongs in the title of the test.
 */
export function sequences(runs: { everyday: number; thorough: number }) {
  const { MODEL_RUNS, MODEL_SEED, MODEL_PATH: path } = process.env;
  const seed = Number(MODEL_SEED ?? Date.now() % 2 ** 31);
  return { numRuns: Number(MODEL_RUNS ?? often(runs)), seed, ...(path && { path }) };
}

const lot = (label: string): number =>
  createHash('sha256').update(`${process.env.TEST_SEED} ${label}`).digest().readUInt32BE();

/**
 * All of them, or one of each group.
 * @param label what they are, so that others are drawn elsewhere in the same run
 * @throws Error when there are none
 */
export function drawn<T>(all: readonly T[], groupOf: (one: T) => string | number, label: string): T[] {
  // A test of nothing would be green.
  if (all.length === 0) throw new Error(`There is nothing to draw from: ${label}`);
  if (isThorough) return [...all];
  return [...Map.groupBy(all, groupOf)].map(([group, some]) => some[lot(`${label} ${group}`) % some.length] as T);
}

/** All of them, or one of each so many that follow one another. */
export const oneOfEach = <T>(count: number, all: readonly T[], label: string): T[] =>
  drawn([...all.entries()], ([n]) => Math.floor(n / count), label).map(([, one]) => one);
