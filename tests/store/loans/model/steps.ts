import { expect } from '@jest/globals';
import type fc from 'fast-check';
import type { Answer } from '../../../support/api.ts';
import { type Cut, cutAt } from '../../../support/faults.ts';
import { violations } from '../../../support/invariants.ts';
import { readTables } from '../../../support/read.ts';
import type { Expected } from './debts.ts';
import type { Library } from './library.ts';
import { bothSides, type Tables, tablesOf } from './tables.ts';

/** What every step of a model run has in common. The system's own state is in its tables, and only there. */
export type Step = fc.AsyncCommand<Library, object>;

/**
 * A step: what is done, and what it has to come to. After each the invariants hold, and the tables say
 * what the model says.
 */
export const step = (name: string, act: (library: Library) => Promise<void>): Step => ({
  check: () => true,
  run: async (library) => {
    await act(library);
    const items = await readTables();
    expect(await violations({ tables: items })).toEqual([]);
    const tables = tablesOf(items);
    library.holds = tables.holds;
    const { model, tables: present } = bothSides(library, tables);
    expect(present).toEqual(model);
  },
  toString: () => name,
});

/** Picks an element by any number, however few elements there are. */
export const pick = <T>(things: readonly T[], n: number): T | undefined => things[n % things.length];

/** A call, cut off or not. */
export const send = <T>(cut: Cut | null, act: () => Promise<T>): Promise<T> => (cut ? cutAt(cut, act) : act());

/** Whether the answer tells what has happened; a call that was cut off may be answered with a 503. */
export function tells({ status, body }: Answer, expected: Expected, cut: Cut | null): boolean {
  if (status === 503 && cut) return false;
  expect({ status, motifs: body?.motifs?.toSorted() }).toEqual({ status: expected.status, motifs: expected.motifs });
  return true;
}

export const cutName = (cut: Cut | null): string =>
  cut ? `, cut off at ${cut.point} (${cut.arrives ? 'arrives' : 'does not arrive'}, ${cut.manner})` : '';

/** What the reconciler has settled is no longer in the middle of anything. */
export function settledBy(library: Library, { loans }: Tables): void {
  for (const loan of library.loans.values()) {
    const present = loans.get(loan.id);
    if (!loan.limbo || present?.transit) continue;
    if (loan.limbo === 'loan') expect(present).toBeUndefined();
    if (loan.limbo === 'loss') library.lost.set(loan.copy, loan.book);
    if (!present) library.loans.delete(loan.id);
    loan.limbo = undefined;
  }
}
