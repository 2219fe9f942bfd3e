import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { LEASE_MS } from '../../../lib/loans/process.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { cutAt, everyCut } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { giveBack, lend, newBook, newLoan, newUser, renew } from '../../support/loans.ts';
import { emptyTables, readLoans } from '../../support/read.ts';
import { reconcile, settleAll } from '../../support/reconciler.ts';
import { requestsOf } from '../../support/wire.ts';

/** The reconciler itself dies at each of its requests, over a loan that was cut off before its last write. */

beforeAll(() => {
  stopClock();
});
afterAll(restartClock);
afterEach(emptyTables);

interface Case {
  /** Makes what the call needs. @returns the call, which sends so many requests before its last write */
  prepare: () => Promise<() => Promise<unknown>>;
  before: number;
  /** The loans when all is settled. */
  end: string[];
}

const CASES: Record<string, Case> = {
  'a loan': {
    prepare: async () => {
      const [user, book] = [await newUser(), await newBook()];
      return () => lend(user.id, book.id);
    },
    before: 5,
    end: [],
  },
  'a renewal': {
    prepare: async () => {
      const { id } = await newLoan();
      return () => renew(id);
    },
    before: 6,
    end: ['en_cours'],
  },
  'a late return': {
    prepare: async () => {
      const { id } = await newLoan();
      forward({ days: 25 });
      return () => giveBack(id);
    },
    before: 6,
    end: ['rendu'],
  },
};

it.each(Object.entries(CASES))('%s is settled all the same', async (_, { prepare, before, end }) => {
  const cutOff = async () => {
    await emptyTables();
    await cutAt({ point: before, arrives: false, manner: 'dead' }, await prepare());
    expect((await readLoans()).filter(({ transit }) => transit)).toHaveLength(1);
    forward({ ms: LEASE_MS + 1 });
  };
  await cutOff();
  const requests = await requestsOf(reconcile);
  expect(requests.length).toBeGreaterThan(8);

  const wrong: Record<string, string[]> = {};
  for (const cut of everyCut(requests).filter(({ manner }) => manner === 'dead')) {
    await cutOff();
    await cutAt(cut, () => reconcile().catch(() => undefined));
    const complaints = await violations();
    await settleAll();
    complaints.push(...(await violations({ settled: true })));
    const loans = (await readLoans()).map(({ statut }) => statut);
    if (String(loans) !== String(end)) complaints.push(`came to ${loans}`);
    const name = `${requests[cut.point]} (${cut.point}) ${cut.arrives ? 'arrives' : 'does not arrive'}`;
    if (complaints.length > 0) wrong[name] = complaints;
  }
  expect(wrong).toEqual({});
});
