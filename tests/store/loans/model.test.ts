import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { restartClock, stopClock } from '../../support/clock.ts';
import { type Cut, MANNERS } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { startMail, stopMail } from '../../support/mail.ts';
import { emptyTables } from '../../support/read.ts';
import { settleAll } from '../../support/reconciler.ts';
import { bookStep, changeStep, changes, deleteBookStep, newBody, query, searchStep } from './model/book-steps.ts';
import { Library } from './model/library.ts';
import { lendStep, renewStep, returnStep } from './model/loan-steps.ts';
import {
  daysStep,
  deletePersonStep,
  emailStep,
  forgetStep,
  noticesStep,
  oweStep,
  personStep,
  readStep,
  reconcileStep,
  settleStep,
} from './model/other-steps.ts';
import type { Step } from './model/steps.ts';

/**
 * Any sequence of calls, with time that goes by, calls that are cut off and a reconciler that comes when
 * it comes, answers what the plain model answers. `MODEL_RUNS` sets how many sequences are tried, and
 * `MODEL_SEED` with `MODEL_PATH` plays one again that failed.
 */
const RUNS = Number(process.env.MODEL_RUNS ?? 20);
const STEPS = 30;
const TIME_FOR_A_RUN = 20_000;

let mail: Server;
beforeAll(async () => {
  mail = await startMail();
});
afterAll(async () => {
  restartClock();
  await stopMail(mail);
});

const which = fc.nat(5);
const cut: fc.Arbitrary<Cut | null> = fc.option(
  fc.record({ point: fc.nat(8), arrives: fc.boolean(), manner: fc.constantFrom(...MANNERS) }),
  { freq: 2 },
);
const days = fc.constantFrom(1, 2, 5, 7, 14, 19, 21, 22, 30, 121);

const cents = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constantFrom('all' as const, 'waiver' as const));

/** The kinds of steps, each as often as is said, so that most of what happens is lending. */
const KINDS: [times: number, step: fc.Arbitrary<Step>][] = [
  [8, fc.tuple(which, which, cut, fc.boolean()).map((args) => lendStep(...args))],
  [4, fc.tuple(which, cut).map((args) => returnStep(...args))],
  [4, fc.tuple(which, cut).map((args) => renewStep(...args))],
  [3, days.map(daysStep)],
  [2, cut.map(reconcileStep)],
  [2, fc.constant(null).map(noticesStep)],
  [2, fc.constant(null).map(forgetStep)],
  [2, fc.tuple(which, which).map((args) => readStep(...args))],
  [2, fc.nat(3).map(personStep)],
  [1, fc.tuple(which, fc.nat(3)).map((args) => emailStep(...args))],
  [2, newBody.map(bookStep)],
  [4, fc.tuple(which, changes).map((args) => changeStep(...args))],
  [4, fc.tuple(query, fc.integer({ min: 1, max: 5 })).map((args) => searchStep(...args))],
  [2, fc.tuple(which, fc.integer({ min: 1, max: 500 })).map((args) => oweStep(...args))],
  [4, fc.tuple(which, which, cents).map((args) => settleStep(...args))],
  [2, which.map(deletePersonStep)],
  [1, which.map(deleteBookStep)],
];
const steps = KINDS.flatMap(([times, kind]) => Array<fc.Arbitrary<Step>>(times).fill(kind));

/** Nobody can do anything in an empty library: each sequence begins with some people and books. */
const START = [
  personStep(0),
  personStep(1),
  ...[1, 2, 1].map((exemplaires) =>
    bookStep({ titre: 'Le Petit Prince', auteur: 'Saint-Exupéry', isbn: null, exemplaires }),
  ),
];

it(
  `any sequence of calls answers what the model says (${RUNS} sequences)`,
  async () => {
    const sequences = fc.commands(steps, { maxCommands: STEPS, size: 'max' });
    const property = fc.asyncProperty(sequences, async (sequence) => {
      await emptyTables();
      stopClock();
      const library = new Library();
      await fc.asyncModelRun(() => ({ model: library, real: {} }), START);
      await fc.asyncModelRun(() => ({ model: library, real: {} }), sequence);
      await settleAll();
      expect(await violations({ settled: true })).toEqual([]);
    });
    const { MODEL_SEED, MODEL_PATH } = process.env;
    const again = MODEL_SEED ? { seed: Number(MODEL_SEED), ...(MODEL_PATH && { path: MODEL_PATH }) } : {};
    await fc.assert(property, { numRuns: RUNS, endOnFailure: false, ...again });
  },
  RUNS * TIME_FOR_A_RUN,
);
