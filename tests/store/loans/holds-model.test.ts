import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { restartClock, stopClock } from '../../support/clock.ts';
import { rest } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { emptyTables } from '../../support/read.ts';
import { settleAll } from '../../support/reconciler.ts';
import { type Act, acts, type Title } from '../../unit/holds/acts.ts';
import { NaiveTitle } from '../../unit/holds/naive-title.ts';
import { ApiDesk } from './api-desk.ts';

/**
 * Any sequence of calls about one title comes to what the naive title comes to, over the three services, loans that are
 * cut off and the reconciler among them. `MODEL_RUNS` sets how many sequences are tried, and `MODEL_SEED` with
 * `MODEL_PATH` plays one again that failed.
 */
const RUNS = Number(process.env.MODEL_RUNS ?? 50);
const SEED = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31);
const { MODEL_PATH } = process.env;
const STEPS = 25;

beforeEach(stopClock);
// The random wait before a new attempt is made zero.
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void jest.restoreAllMocks());
afterAll(restartClock);

const naivelyTold = (title: NaiveTitle) => ({
  holds: title.told(),
  loans: title.loans.map(({ copy, who, due }) => [copy, who, due]).sort(),
  copies: [...title.copies].sort(),
});

/** Plays the act here and there. The reconciler undoes all that was cut off at once. */
async function play(act: Act, desk: ApiDesk, naive: NaiveTitle): Promise<[there: unknown, here: unknown]> {
  if (!`${act}`.startsWith('undo')) {
    const there = await act.does(desk as unknown as Title);
    return [there, act.does(naive)];
  }
  await desk.undoAll();
  for (const { copy, isCutOff } of [...naive.loans]) if (isCutOff) naive.undo(copy);
  return [undefined, undefined];
}

test(`any sequence of calls comes to what the naive title comes to (${RUNS} sequences, seed ${SEED})`, async () => {
  const sequences = fc.array(acts, { maxLength: STEPS, size: 'max' });
  const property = fc.asyncProperty(fc.integer({ min: 1, max: 3 }), sequences, async (copies, all) => {
    await emptyTables();
    stopClock();
    await rest();
    const desk = new ApiDesk();
    await desk.begin(copies);
    const naive = new NaiveTitle(desk.day, copies);
    const lent = Array.from(
      { length: copies },
      (_, n): Act => ({ does: (title) => title.borrow(`reader ${n}`), toString: () => 'lend' }),
    );
    for (const act of [...lent, ...all]) {
      const name = `${act}`;
      const [there, here] = await play(act, desk, naive);
      expect([name, there]).toEqual([name, here]);
      expect([name, await desk.told()]).toEqual([name, naivelyTold(naive)]);
      expect([name, await violations()]).toEqual([name, []]);
    }
    await settleAll();
    expect(await violations({ settled: true })).toEqual([]);
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true, ...(MODEL_PATH && { path: MODEL_PATH }) });
}, 600_000);
