import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stopClock } from '../../../support/clock.ts';
import { sequences } from '../../../support/extent.ts';
import { type Cut, MANNERS } from '../../../support/faults.ts';
import { violations } from '../../../support/invariants.ts';
import { emptyTables } from '../../../support/read.ts';
import { settleAll } from '../../../support/reconciler.ts';
import { Library } from './library.ts';
import type { Step } from './steps.ts';

/** Any sequence of steps, with calls that are cut off, answers what the plain model answers. */

const RUNS = sequences({ everyday: 2, thorough: 12 });
const STEPS = 30;
const TIME_FOR_A_RUN = 20_000;

/** A kind of step, as often as is said. */
export type Kind = [times: number, step: fc.Arbitrary<Step>];

/** One request of a call is cut off, or none. */
export const cutOff = (points: number): fc.Arbitrary<Cut | null> =>
  fc.option(fc.record({ point: fc.nat(points), arrives: fc.boolean(), manner: fc.constantFrom(...MANNERS) }), {
    freq: 2,
  });

/** @param start nobody can do anything in an empty library: each sequence begins with these */
export const plays = (what: string, kinds: Kind[], start: Step[]): void =>
  it(
    `any sequence of ${what} answers what the model says (${RUNS.numRuns} sequences, seed ${RUNS.seed})`,
    async () => {
      const steps = kinds.flatMap(([times, kind]) => Array<fc.Arbitrary<Step>>(times).fill(kind));
      const drawn = fc.commands(steps, { maxCommands: STEPS, size: 'max' });
      const property = fc.asyncProperty(drawn, async (sequence) => {
        await emptyTables();
        stopClock();
        const library = new Library();
        await fc.asyncModelRun(() => ({ model: library, real: {} }), start);
        await fc.asyncModelRun(() => ({ model: library, real: {} }), sequence);
        await settleAll();
        expect(await violations({ settled: true })).toEqual([]);
      });
      await fc.assert(property, { ...RUNS, endOnFailure: false });
    },
    RUNS.numRuns * TIME_FOR_A_RUN,
  );
