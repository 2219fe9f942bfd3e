import { expect, it } from '@jest/globals';
import type { Answer } from '../support/api.ts';
import { often } from '../support/extent.ts';
import { violations } from '../support/invariants.ts';
import { settled } from './scenes.ts';

/** How calls race: all of a round begin at once, and what comes of each round is looked at. */

export const ROUNDS = often({ everyday: 2, thorough: 20 });

export type Call = () => Promise<Answer>;
/** The calls of one round, and what must be seen of their answers after it. */
export interface Round {
  calls: Call[];
  after?: (answers: Answer[]) => Promise<void>;
}
/** How many answers were given of each kind: `200, 3 × 409 emprunt_rendu`. */
type Outcome = string;

export interface Race {
  outcomes: Outcome[];
  /** Makes what all rounds share. */
  prepare: () => Promise<(round: number) => Promise<Round>>;
}

const outcomeOf = (answers: Answer[]): Outcome => {
  const kinds = answers.map(({ status, body }) =>
    status < 300 ? `${status}` : `${status} ${body.motifs?.join(' and ') ?? body.code}`,
  );
  const counts = [...Map.groupBy(kinds, (kind) => kind)].map(([kind, { length }]) =>
    length > 1 ? `${length} × ${kind}` : kind,
  );
  return inOrder(counts.join(', '));
};
const inOrder = (outcome: Outcome): Outcome => outcome.split(', ').sort().join(', ');

/** A race in which each round has things of its own. */
export const race = (outcomes: Outcome[], round: (n: number) => Promise<Call[] | Round>): Race => ({
  outcomes,
  prepare: async () => async (n) => {
    const made = await round(n);
    return Array.isArray(made) ? { calls: made } : made;
  },
});
export const times = (count: number, act: (n: number) => Promise<Answer>): Call[] =>
  Array.from({ length: count }, (_, n) => () => act(n));

/** A test for each race. */
export const raceEach = (races: Record<string, Race>): void =>
  it.each(Object.entries(races))(
    '%s, each time',
    async (_, { outcomes, prepare }) => {
      const start = await prepare();
      for (let n = 0; n < ROUNDS; n += 1) {
        const { calls, after } = await start(n);
        // The calls begin in one order and in the other by turns, so that either of two is first in half of the rounds.
        const turned = <T>(all: T[]): T[] => (n % 2 === 0 ? all : all.toReversed());
        const answers = await Promise.all(turned(turned(calls).map((act) => act())));
        expect(outcomes.map(inOrder)).toContain(outcomeOf(answers));
        await after?.(answers);
        expect(await violations({ settled: true, tables: await settled() })).toEqual([]);
      }
    },
    300_000,
  );
