import { expect, it } from '@jest/globals';
import { LEASE_MS } from '../../lib/loans/process.ts';
import { type Answer, call, newUser, someone } from '../support/api.ts';
import { fewAtOnce } from '../support/books.ts';
import { backTo, forward, forwardPast } from '../support/clock.ts';
import { everyTest } from '../support/every-test.ts';
import { often } from '../support/extent.ts';
import { cutAt } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { giveBack, lend, newBook, newLoan, renew } from '../support/loans.ts';
import { readTables, restoreTables } from '../support/read.ts';
import { reconcile } from '../support/reconciler.ts';
import { atOnce, newPenalty, pay } from '../support/users.ts';
import { settled } from './scenes.ts';

/**
 * What very many ask for at once has one outcome, and every caller is told the truth about it within the function's
 * time. Where two calls meet is tried by meanwhile.test.ts, one by one.
 */

everyTest();

const ROUNDS = often({ everyday: 2, thorough: 20 });

/** What so many callers ask for at once, each time anew, and how many are told what. */
type Race = [callers: number, told: Record<string, number>, make: () => Promise<(n: number) => Promise<Answer>>];

const toldBy = ({ status, body }: Answer): string => [status, ...(body.motifs ?? [body.code ?? []].flat())].join(' ');

/** A renewal comes before the return, or is told that it comes too late. */
const orTooLate = (answer: Answer): Answer =>
  toldBy(answer) === '409 emprunt_rendu' ? { ...answer, status: 200, body: {} } : answer;

const RACES: Record<string, Race> = {
  // A process that has just started has many connections to open at once: the shorter races come first.
  'a person wants 20 books, and has as many as one may': [
    ...([20, { 201: 5, '409 limite_emprunts_atteinte': 15 }] as const),
    async () => {
      const [user, books] = [await newUser(), await fewAtOnce(20, () => newBook())];
      return (n) => lend(user.id, books[n]?.id as string);
    },
  ],
  'a penalty is paid by 20, and once': [
    ...([20, { 200: 1, '409 penalite_close': 19 }] as const),
    async () => {
      const penalty = await newPenalty(7.77);
      return () => pay(penalty, 7.77);
    },
  ],
  'a penalty is paid in 20 parts, and each counts': [
    ...([20, { 200: 20 }] as const),
    async () => {
      const penalty = await newPenalty(1.4);
      return () => pay(penalty, 0.07);
    },
  ],
  '10 loans are given back and renewed, and all are back': [
    ...([20, { 200: 20 }] as const),
    async () => {
      const loans = await fewAtOnce(10, () => newLoan());
      return (n) => {
        const id = loans[n % 10]?.id as string;
        return n < 10 ? giveBack(id) : renew(id).then(orTooLate);
      };
    },
  ],
  '50 people want the last copy, and one has it': [
    ...([50, { 201: 1, '409 aucun_exemplaire_disponible': 49 }] as const),
    async () => {
      const [users, book] = [await fewAtOnce(50, () => newUser()), await newBook()];
      return (n) => lend(users[n].id, book.id);
    },
  ],
  '50 enrol with one e-mail, and one has it': [
    ...([50, { 201: 1, '409 email_deja_utilise': 49 }] as const),
    async () => {
      const { email } = someone();
      return () => call('POST', '/utilisateurs', { body: someone({ email }) });
    },
  ],
};

it.each(Object.entries(RACES))(
  '%s, each time',
  async (_, [callers, told, make]) => {
    for (let n = 0; n < ROUNDS; n += 1) {
      const asks = await make();
      const answers = (await atOnce(callers, asks)).map(toldBy);
      const counts = [...Map.groupBy(answers, (one) => one)].map(([one, all]) => [one, all.length]);
      expect(Object.fromEntries(counts)).toEqual(told);
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
