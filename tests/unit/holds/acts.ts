import fc from 'fast-check';
import { STATES } from '../../../lib/books/schema-copies.ts';
import { dayAfter } from '../../support/clock.ts';
import type { Desk } from './desk.ts';
import type { NaiveTitle } from './naive-title.ts';

/** What people do about one title, drawn at random. */

const PEOPLE = ['Ana', 'Bob', 'Cleo', 'Dan', 'Eve'];
/** What both the desk and the naive title can do. */
export type Title = Pick<Desk, keyof Desk & keyof NaiveTitle>;
export interface Act {
  does: (title: Title) => unknown;
  /** Tells the act, also where fast-check shows a sequence. */
  toString: () => string;
}

const of = <T extends unknown[]>(
  weight: number,
  name: string,
  args: { [K in keyof T]: fc.Arbitrary<T[K]> },
  does: (title: Title, ...args: T) => unknown,
) => ({
  weight,
  arbitrary: fc.tuple(...args).map((given): Act => {
    const all = given as unknown as T;
    return { does: (title) => does(title, ...all), toString: () => [name, ...all].join(' ') };
  }),
});

const person = fc.constantFrom(...PEOPLE);
const copy = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.integer({ min: 1, max: 6 }));
const maybeCopy = fc.option(copy, { nil: undefined, freq: 2 });
const days = fc.oneof(fc.constantFrom(1, 7, 8, 9), fc.nat(25));
const isCutOff = fc.boolean();
/** Says which of a list is meant, whatever its length. */
const which = fc.nat(3);
const oneOf = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

/** An act of somebody who has a hold, or about a copy that is out; in vain while there is none. */
const ofHolder = (title: Title, number: number): string => oneOf(title.holders, number) ?? 'Zoe';
const ofLent = (title: Title, number: number): number => oneOf(title.lentCopies, number) ?? 0;

export const acts = fc.oneof(
  of(8, 'place', [person], (title, who) => title.place(who)),
  of(3, 'cancel', [which], (title, n) => title.cancel(ofHolder(title, n))),
  of(3, 'suspend', [which, fc.nat(12)], (title, n, more) =>
    title.suspend(ofHolder(title, n), dayAfter(title.day, more)),
  ),
  of(1, 'resume', [which], (title, n) => title.suspend(ofHolder(title, n), null)),
  of(3, 'a passer-by borrows', [person, maybeCopy, isCutOff], (title, ...asked) => title.borrow(...asked)),
  of(6, 'a holder borrows', [which, maybeCopy, isCutOff], (title, n, ...how) =>
    title.borrow(ofHolder(title, n), ...how),
  ),
  of(5, 'undo the loan of', [which], (title, n) => title.undo(ofLent(title, n))),
  of(5, 'return', [which], (title, n) => title.takeBack(ofLent(title, n))),
  of(1, 'lose', [which], (title, n) => title.lose(ofLent(title, n))),
  of(2, 'renew', [which], (title, n) => title.renew(ofLent(title, n))),
  of(1, 'add a copy', [], (title) => title.add()),
  of(4, 'change the state of', [copy, fc.constantFrom('en_service' as const, ...STATES)], (title, number, etat) =>
    title.setState(number, etat),
  ),
  of(1, 'remove', [copy], (title, number) => title.remove(number)),
  // The job of a day comes before its end. What comes on the next finds the title as it was written the day before.
  of(4, 'days pass:', [days], (title, count) => {
    title.sweep();
    return title.pass(count);
  }),
);
