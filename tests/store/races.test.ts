import { expect, it } from '@jest/globals';
import { LEASE_MS } from '../../lib/loans/process.ts';
import { type Answer, newUser } from '../support/api.ts';
import { fewAtOnce } from '../support/books.ts';
import { backTo, forward, forwardPast } from '../support/clock.ts';
import { everyTest } from '../support/every-test.ts';
import { often } from '../support/extent.ts';
import { cutAt } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { giveBack, lend, newBook, newLoan, renew } from '../support/loans.ts';
import { readLoans, readTables, restoreTables } from '../support/read.ts';
import { reconcile } from '../support/reconciler.ts';
import { atOnce } from '../support/users.ts';
import { settled } from './scenes.ts';

/**
 * What very many ask for at once has one outcome, and every caller is told the truth about it within the function's
 * time. Where two calls meet is tried by meanwhile.test.ts, one by one.
 */

everyTest();

const ROUNDS = often({ everyday: 2, thorough: 20 });

async function takeAllBack(): Promise<void> {
  const out = (await readLoans()).filter(({ statut }) => statut === 'en_cours');
  await Promise.all(out.map(({ id }) => giveBack(id)));
}

/** How many are lent, to how many callers, and why the others are refused. */
type Race = [lent: number, callers: number, motif: string, make: () => Promise<(n: number) => Promise<Answer>>];

const RACES: Record<string, Race> = {
  // A process that has just started has many connections to open at once: the shorter race comes first.
  'a person wants 20 books, and has as many as one may': [
    ...([5, 20, 'limite_emprunts_atteinte'] as const),
    async () => {
      const [user, books] = [await newUser(), await fewAtOnce(20, () => newBook())];
      return (n) => lend(user.id, books[n]?.id as string);
    },
  ],
  '50 people want the last copy, and one has it': [
    ...([1, 50, 'aucun_exemplaire_disponible'] as const),
    async () => {
      const [users, book] = [await fewAtOnce(50, () => newUser()), await newBook()];
      return (n) => lend(users[n].id, book.id);
    },
  ],
};

it.each(Object.entries(RACES))(
  '%s, each time',
  async (_, [lent, callers, motif, make]) => {
    const asks = await make();
    for (let n = 0; n < ROUNDS; n += 1) {
      await takeAllBack();
      const answers = await atOnce(callers, asks);
      const refusals = answers.filter(({ status }) => status !== 201).map(({ body }) => body.motifs ?? body.code);
      expect(refusals).toEqual(Array(callers - lent).fill([motif]));
      expect(await violations({ settled: true, tables: await settled() })).toEqual([]);
    }
  },
  300_000,
);

it('two reconcilers settle 9 loans at once: each is settled, and once', async () => {
  for (let n = 0; n < 9; n += 1) {
    const [loan, user, book] = [await newLoan(), await newUser(), await newBook()];
    if (n % 3 === 2) forwardPast(loan.date_echeance);
    const acts = [() => lend(user.id, book.id), () => renew(loan.id), () => giveBack(loan.id)];
    // After the write with which each begins, and before the one with which it ends.
    await cutAt({ point: 5 + (n % 3), arrives: n % 2 === 0, manner: 'dead' }, acts[n % 3] as () => Promise<Answer>);
  }
  forward({ ms: LEASE_MS + 1 });
  const [tables, now] = [await readTables(), Date.now()];
  expect(tables.loans.filter(({ transit }) => transit)).toHaveLength(9);
  for (let n = 0; n < ROUNDS; n += 1) {
    const reports = await Promise.all([reconcile(), reconcile()]);
    expect(reports.reduce((sum, { regles }) => sum + regles, 0)).toBe(9);
    expect(reports.map(({ restants }) => restants)).toEqual([0, 0]);
    const present = await readTables();
    expect(await violations({ settled: true, tables: present })).toEqual([]);
    backTo(now);
    await restoreTables(tables, present);
  }
});
