import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LEASE_MS } from '../../lib/loans/process.ts';
import { type Answer, call, made, newUser, someone } from '../support/api.ts';
import * as books from '../support/books.ts';
import { day, dayAfter, forward, stopClock } from '../support/clock.ts';
import * as copies from '../support/copies.ts';
import { everyTest } from '../support/every-test.ts';
import { sequences } from '../support/extent.ts';
import { type Cut, cutAt, MANNERS, rest } from '../support/faults.ts';
import * as holds from '../support/holds.ts';
import { violations } from '../support/invariants.ts';
import { giveBack, lend, newBook, notify, renew } from '../support/loans.ts';
import { emptyTables, isAccount, isBook, isHold, isLoan, isPenalty, readTables } from '../support/read.ts';
import { forgetOld, reconcile, settleAll, sweep } from '../support/reconciler.ts';
import * as users from '../support/users.ts';

/**
 * Any sequence of calls, each cut off anywhere or not at all, keeps all three tables right after each of them, as
 * `npm run audit` and the tests' own reckoning of due dates and fees would have them; and nothing is left in the middle of
 * anything once the reconciler and the jobs have been. What a call answers by itself is for other tests.
 */

const RUNS = sequences({ everyday: 3, thorough: 50 });
const STEPS = 40;
const TIME_FOR_A_RUN = 20_000;

everyTest({ calm: true, mails: true });

/** Picks one of what the tables have, by any number; what nobody has when there is none. */
type Pick = <T>(all: readonly T[]) => T | undefined;

/** What the tables have, each time as one is picked. */
async function present(pick: Pick) {
  const { users: people, books: titles, loans } = await readTables();
  const book = pick(titles.filter(isBook));
  const penalty = pick(people.filter(isPenalty));
  const livre_id = book?.id ?? randomUUID();
  const copy = pick(Object.entries(book?.exemplaires ?? {}));
  return {
    person: pick(people.filter(isAccount))?.id ?? randomUUID(),
    book: livre_id,
    copy: { id: copy?.[0] ?? randomUUID(), code_barres: copy?.[1].code_barres ?? 'NULLE-PART', livre_id },
    loan: pick(loans.filter(isLoan))?.id ?? randomUUID(),
    hold: pick(loans.filter(isHold))?.id ?? randomUUID(),
    debt: { id: penalty?.id ?? randomUUID(), utilisateur_id: penalty?.utilisateur_id ?? randomUUID() },
    payment: pick(penalty?.mouvements ?? [])?.id ?? randomUUID(),
  };
}
type Present = Awaited<ReturnType<typeof present>>;

/** What may be done, each as often as is said, with a number to make it differ. */
const STEPS_BY_NAME: Record<string, [times: number, act: (there: Present, n: number) => Promise<Answer | object>]> = {
  'a new account': [3, () => call('POST', '/utilisateurs', { body: someone() })],
  'a new child': [
    1,
    ({ person }) => call('POST', '/utilisateurs', { body: someone({ adhesion: { responsable_id: person } }) }),
  ],
  'a change of an account': [
    2,
    ({ person }, n) => users.patchUser(person, n % 2 ? { nom: `Nom ${n}` } : { email: null }),
  ],
  'a block': [1, ({ person }) => users.block(person, { jusqu_au: dayAfter(day(), 3) })],
  'the deletion of an account': [2, ({ person }) => users.deleteUser(person)],
  'a new book': [2, (_, n) => books.postBook(books.someBook({ exemplaires: n % 3, type: n % 2 ? 'dvd' : 'livre' }))],
  'a change of a book': [
    3,
    ({ book }, n) => books.patchBook(book, { titre: `Titre ${n}`, ...(n % 2 && { exemplaires: n % 4 }) }),
  ],
  'the deletion of a book': [1, ({ book }) => books.deleteBook(book)],
  'a new copy': [1, ({ book }) => copies.addCopy(book)],
  'a change of a copy': [2, ({ copy }, n) => copies.patchCopy(copy, { etat: n % 2 ? 'en_service' : 'en_reparation' })],
  'the deletion of a copy': [1, ({ copy }) => copies.deleteCopy(copy)],
  'a loan': [10, ({ person, book }) => lend(person, book)],
  'a loan of a copy': [4, ({ person, copy }) => copies.lendCopy(person, copy.code_barres)],
  'a return': [5, ({ loan }) => giveBack(loan)],
  'a scan': [4, ({ copy }) => copies.scan(copy.code_barres)],
  'a renewal': [4, ({ loan }) => renew(loan)],
  'a loss': [1, ({ loan }) => copies.lose(loan)],
  'a hold': [8, ({ person, book }) => holds.reserve(person, book)],
  'the cancellation of a hold': [2, ({ hold }) => holds.cancel(hold)],
  'a suspension': [2, ({ hold }, n) => holds.suspend(hold, dayAfter(day(), n % 10))],
  'the end of a suspension': [1, ({ hold }) => holds.resume(hold)],
  'a penalty': [1, ({ person }) => users.addPenalty(person, 3)],
  'a payment': [4, ({ debt }, n) => users.pay(debt, (1 + (n % 9)) / 5)],
  'a waiver': [1, ({ debt }) => users.waive(debt)],
  'a refund': [1, ({ debt }) => users.refund(debt)],
  'a strike': [1, ({ debt, payment }) => users.strike(debt, payment)],
  'days pass': [5, async (_, n) => forward({ days: [1, 2, 7, 8, 19, 21, 22, 125][n % 8] as number }) ?? {}],
  'the reconciler': [3, () => reconcile()],
  'the sweep of deletions': [2, () => sweep()],
  'the sweep of holds': [2, () => holds.sweepHolds()],
  'the notices': [2, () => notify()],
  'the notices of holds': [1, () => holds.notifyHolds()],
  'the forgetting of old loans': [2, () => forgetOld()],
};

const names = Object.entries(STEPS_BY_NAME).flatMap(([name, [times]]) => Array<string>(times).fill(name));
const cut: fc.Arbitrary<Cut | null> = fc.option(
  fc.record({ point: fc.nat(11), arrives: fc.boolean(), manner: fc.constantFrom(...MANNERS) }),
  { freq: 2 },
);
const step = fc.record({ name: fc.constantFrom(...names), n: fc.nat(1_000), cut });

/** People, one of whom owes something, and books, of which two are out: nobody can do anything in an empty library. */
async function begin(): Promise<void> {
  for (const type of ['livre', 'livre', 'dvd']) {
    const [{ id }, book] = [await newUser(), await newBook({ type, exemplaires: type === 'dvd' ? 2 : 1 })];
    if (type === 'livre') made(await lend(id, book.id));
  }
  await users.newPenalty(3);
}

const isAnswer = (told: Answer | object): told is Answer => 'status' in told;

test(
  `any sequence of calls keeps the tables right (${RUNS.numRuns} sequences, seed ${RUNS.seed})`,
  async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: STEPS / 2, maxLength: STEPS, size: 'max' }),
      async (steps) => {
        await emptyTables();
        stopClock();
        await rest();
        await begin();
        for (const one of steps) {
          const there = await present((all) => all[one.n % all.length]);
          const work = () => (STEPS_BY_NAME[one.name] as (typeof STEPS_BY_NAME)[string])[1](there, one.n);
          // A job that is cut off fails, and a call is a 503.
          const told = await (one.cut ? cutAt(one.cut, work).catch(() => ({})) : work());
          expect([one, isAnswer(told) && told.status === 500]).toEqual([one, false]);
          expect([one, await violations()]).toEqual([one, []]);
          if (one.name === 'the reconciler') forward({ ms: LEASE_MS + 1 });
        }
        await settleAll();
        await sweep();
        expect(await violations({ settled: true })).toEqual([]);
      },
    );
    await fc.assert(property, { ...RUNS, endOnFailure: true });
  },
  RUNS.numRuns * TIME_FOR_A_RUN,
);
