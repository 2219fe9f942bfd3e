import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { day, stopClock } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
import { sequences } from '../../support/extent.ts';
import { rest } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { emptyTables } from '../../support/read.ts';
import { settleAll } from '../../support/reconciler.ts';
import { type Act, acts, type Title } from '../../unit/holds/acts.ts';
import { NaiveTitle, naivelyTold } from '../../unit/holds/naive-title.ts';
import { ApiDesk } from './api-desk.ts';

/**
 * Any sequence of calls about some titles comes to what the naive titles come to, over the three services, loans that
 * are cut off and the reconciler among them.
 */

const RUNS = sequences({ everyday: 2, thorough: 50 });
const STEPS = 25;

everyTest({ calm: true });

/** The copies of each title. */
const TITLES = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 4 });

/** The naive titles, in each of which counts what the person has of the others. */
function naiveTitles(day: string, copies: number[]): NaiveTitle[] {
  const titles: NaiveTitle[] = copies.map(
    (count, n) =>
      new NaiveTitle(day, count, (who) => {
        const all = titles.filter((_, other) => other !== n).map((title) => title.has(who));
        const sum = (what: 'loans' | 'holds') => all.reduce((total, { [what]: one }) => total + one, 0);
        return { loans: sum('loans'), holds: sum('holds'), isLate: all.some(({ isLate }) => isLate) };
      }),
  );
  return titles;
}

const act = (name: string, does: Act['does']): Act => ({ does, toString: () => name });

/**
 * Of each title all copies are lent first, to people of whom nothing else is told, and two people reserve as many titles
 * as they may: what matters begins there.
 */
const beginning = (n: number, copies: number): [number, Act][] => [
  ...Array.from({ length: copies }, (_, copy): [number, Act] => [
    n,
    act('lend', (title) => title.borrow(`reader ${n}.${copy}`)),
  ]),
  ...['Ana', 'Bob'].map((who): [number, Act] => [n, act(`place ${who}`, (title) => title.place(who))]),
];

class Library {
  readonly #desks: ApiDesk[];
  readonly #naives: NaiveTitle[];

  constructor(desks: ApiDesk[], naives: NaiveTitle[]) {
    this.#desks = desks;
    this.#naives = naives;
  }

  /** Plays the act here and there. Days pass for all titles, and the reconciler undoes all that was cut off at once. */
  async #play(act: Act, n: number): Promise<[there: unknown, here: unknown]> {
    const [desk, naive] = [this.#desks[n], this.#naives[n]] as [ApiDesk, NaiveTitle];
    // Which of two loans of one title is undone first decides which copy goes to whom.
    const isSecond = / borrows .*true/.test(`${act}`) && naive.loans.some(({ isCutOff }) => isCutOff);
    if (isSecond || `${act}`.startsWith('undo')) {
      await desk.undoAll();
      for (const title of this.#naives)
        for (const { copy, isCutOff } of [...title.loans]) if (isCutOff) title.undo(copy);
    } else if (`${act}`.startsWith('days pass')) {
      await act.does(desk as unknown as Title);
      for (const title of this.#naives) act.does(title);
    } else return [await act.does(desk as unknown as Title), act.does(naive)];
    for (const one of this.#desks) await one.look();
    return [undefined, undefined];
  }

  async expectToPlay(act: Act, n: number): Promise<void> {
    const name = `${act} (title ${n})`;
    const [there, here] = await this.#play(act, n);
    expect([name, there]).toEqual([name, here]);
    expect([name, await this.#desks[n]?.told()]).toEqual([name, naivelyTold(this.#naives[n] as NaiveTitle)]);
    expect([name, await violations()]).toEqual([name, []]);
  }

  async expectAlike(): Promise<void> {
    const there = await Promise.all(this.#desks.map((desk) => desk.told()));
    expect(there).toEqual(this.#naives.map(naivelyTold));
  }
}

test(`any sequence of calls comes to what the naive titles come to (${RUNS.numRuns} sequences, seed ${RUNS.seed})`, async () => {
  const drawn = fc.array(fc.tuple(fc.nat(), acts), { maxLength: STEPS, size: 'max' });
  const property = fc.asyncProperty(TITLES, drawn, async (titles, all) => {
    await emptyTables();
    stopClock();
    await rest();
    const people = new Map<string, string>();
    const desks = titles.map(() => new ApiDesk(people));
    for (const [n, copies] of titles.entries()) await desks[n]?.begin(copies);
    const library = new Library(desks, naiveTitles(day(), titles));
    const start = titles.flatMap((copies, n) => beginning(n, copies));
    for (const [n, act] of [...start, ...all]) await library.expectToPlay(act, n % titles.length);
    await library.expectAlike();
    await settleAll();
    expect(await violations({ settled: true })).toEqual([]);
  });
  await fc.assert(property, { ...RUNS, endOnFailure: true });
}, 600_000);
