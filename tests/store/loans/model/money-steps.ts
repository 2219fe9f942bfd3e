import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Answer, Options } from '../../../support/api.ts';
import type { Cut } from '../../../support/faults.ts';
import { addPenalty, allPages, keyed, pay, refund, strike, waive } from '../../../support/users.ts';
import * as debts from './debts.ts';
import type { Library, Person } from './library.ts';
import { cutName, pick, type Step, send, step, tells } from './steps.ts';

/**
 * The steps of what people owe. Each is made under a key, and again under it when it was cut off: it is done once
 * then, and answered as if nothing had been.
 */

export const MEANS = ['especes', 'cheque', 'carte', 'virement', 'autre'];

const personAt = (library: Library, n: number): Person | undefined =>
  library.people.get(pick(library.everybody, n) ?? '');

/** @returns the answer that tells, in the end; a success is given again to the same call */
async function once(cut: Cut | null, expected: debts.Expected, act: (key: Options) => Promise<Answer>) {
  const key = keyed();
  let answer = await send(cut, () => act(key));
  if (!tells(answer, expected, cut)) {
    answer = await act(key);
    tells(answer, expected, null);
  }
  if (answer.status < 300) expect((await act(key)).body).toEqual(answer.body);
  return answer;
}

export const oweStep = (n: number, cents: number, cut: Cut | null): Step =>
  step(`person ${n} owes ${cents} cents${cutName(cut)}`, async (library) => {
    const person = personAt(library, n);
    if (!person) return;
    const { body } = await once(cut, { status: 201 }, (key) => addPenalty(person.id, cents / 100, key));
    person.debts.set(body.id, debts.newDebt(cents));
  });

type Which = [person: number, debt: number];
type Penalty = { id: string; utilisateur_id: string };
/** What happens to a debt: what it is answered, how it is asked, and what is changed by it. */
interface Move {
  expected: debts.Expected;
  act: (key: Options) => Promise<Answer>;
  done: (body: Answer['body']) => void;
}

const moneyStep = (name: string, [n, which]: Which, cut: Cut | null, plan: (debt: debts.Debt, at: Penalty) => Move) =>
  step(`person ${n}, debt ${which}: ${name}${cutName(cut)}`, async (library) => {
    const person = personAt(library, n);
    const [id, debt] = (person && pick(library.charged(person.id), which)) ?? [];
    if (!person || !id || !debt) return;
    const { expected, act, done } = plan(debt, { id, utilisateur_id: person.id });
    const { status, body } = await once(cut, expected, act);
    if (status === 200) done(body);
  });

/** @param share `all` is all that is left */
export const payStep = (at: Which, share: number | 'all', means: string, cut: Cut | null): Step =>
  moneyStep(`${share} are paid (${means})`, at, cut, (debt, penalty) => {
    const cents = share === 'all' ? Math.max(debts.leftOf(debt), 1) : share;
    return {
      expected: debts.paying(debt, cents),
      act: (key) => pay(penalty, cents / 100, key, means),
      done: ({ mouvements }) => debt.payments.push({ id: mouvements.at(-1).id, cents, means, isStruck: false }),
    };
  });

/** Strikes one of the payments, or what is none. */
export const strikeStep = (at: Which, which: number, cut: Cut | null): Step =>
  moneyStep(`payment ${which} is struck`, at, cut, (debt, penalty) => {
    const payment = pick([...debt.payments, undefined], which);
    const id = payment?.id ?? randomUUID();
    return {
      expected: debts.striking(debt, payment),
      act: (key) => strike(penalty, id, key),
      done: () => void (payment && Object.assign(payment, { isStruck: true })),
    };
  });

export const waiveStep = (at: Which, givesBack: boolean, cut: Cut | null): Step =>
  moneyStep(givesBack ? 'what was paid is given back' : 'the rest is waived', at, cut, (debt, penalty) => ({
    expected: debts.waiving(debt, givesBack),
    act: (key) => (givesBack ? refund : waive)(penalty, key),
    done: () => debts.waive(debt, givesBack),
  }));

export const unpaidStep = (limit: number): Step =>
  step(`look at what is unpaid, by ${limit}`, async (library) => {
    const { elements } = await allPages('/penalites', limit);
    const owed = [...library.people.keys()].flatMap((person) =>
      library.charged(person).flatMap(([id, debt]) => {
        const left = debts.leftOf(debt);
        return left > 0 ? [{ id, person, left }] : [];
      }),
    );
    expect(
      elements.map(({ id, utilisateur, reste_a_payer }) => ({
        id,
        person: utilisateur.id,
        left: Math.round(reste_a_payer * 100),
      })),
    ).toEqual(owed.sort((a, b) => (a.id < b.id ? -1 : 1)));
  });
