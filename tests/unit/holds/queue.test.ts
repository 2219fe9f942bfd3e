import { expect, test } from '@jest/globals';
import { nextEvent } from '../../../lib/books/queue.ts';
import { availability } from '../../../lib/books/title.ts';
import type { Desk } from './desk.ts';
import { arranged, standing } from './standing.ts';

/**
 * What is promised to those who reserve a title, and on which days. The words for a title are those of standing.ts. What
 * any sequence of acts comes to, loans that are undone among them, is in any-sequence.test.ts.
 */

/** A Tuesday. */
const TODAY = '2027-01-12';
/** The last day to fetch what is set aside today: seven open days later, the Sunday left out. */
const LAST = '2027-01-20';

const at = (said: string, day = TODAY): Desk => arranged(day, said);
const lastOf = (desk: Desk, who: string): string | null | undefined => desk.holdBy(who)?.date_limite;
function onto(desk: Desk, day: string): Desk {
  desk.day = day;
  return desk;
}

test.each([
  ['a Tuesday', '2027-01-12', '2027-01-20', '2027-01-21'],
  ['a Friday, until a Saturday', '2027-01-08', '2027-01-16', '2027-01-17'],
  ['a Sunday', '2027-01-17', '2027-01-25', '2027-01-26'],
  ['the eve of 1 May, before 8 May and Ascension', '2027-04-30', '2027-05-12', '2027-05-13'],
  ['Christmas Eve, before New Year', '2027-12-24', '2028-01-04', '2028-01-05'],
])(
  'what is set aside on %s can be fetched to the end of its last day, and not on the day after',
  (_, from, last, after) => {
    const desk = at('1 aside for Ana; waiting: Dan', from);
    expect(lastOf(desk, 'Ana')).toBe(last);
    expect(standing(onto(desk, last))).toBe('1 aside for Ana; waiting: Dan');
    expect(standing(onto(desk, after))).toBe('1 aside for Dan; expired: Ana');
    expect(desk.borrow('Ana')).toBe('livre_reserve');
    expect(onto(desk, last).borrow('Ana')).toBe('done');
  },
);

/** Ana’s loan of the copy has been cut off, and what is said came after it; then it is undone. */
function undone(before: string, copy: number, meanwhile: (desk: Desk) => unknown): Desk {
  const desk = at(before);
  expect(desk.borrow('Ana', copy, true)).toBe('done');
  meanwhile(desk);
  expect(desk.undo(copy)).toBe('done');
  return desk;
}

test('a hold whose loan is undone has expired if its copy lies there past the last day, and goes on if it does not', () => {
  const later = (desk: Desk) => onto(desk, '2027-01-21');
  expect(standing(undone('1 aside for Ana, 2 free', 2, later))).toBe('1 free, 2 free; expired: Ana');
  const elsewhere = {
    lent: (desk: Desk) => desk.borrow('Dan', 1),
    withdrawn: (desk: Desk) => desk.setState(1, 'retire'),
    removed: (desk: Desk) => desk.remove(1),
  };
  for (const goes of Object.values(elsewhere)) {
    const desk = undone('1 aside for Ana, 2 free', 2, (one) => [goes(one), later(one)]);
    expect(standing(desk)).toMatch(/2 aside for Ana$/);
  }
});

test('a title tells how many holds are open, and the day after which something happens to it by itself', () => {
  const desk = at('1 aside for Ana, 2 out to Bob; waiting: (Dan), Eve');
  desk.suspend('Dan', '2027-01-18');
  expect([availability(desk.title).reservations, nextEvent(desk.title)]).toEqual([3, '2027-01-18']);
  desk.suspend('Dan', null);
  expect([availability(desk.title).reservations, nextEvent(desk.title)]).toEqual([3, LAST]);
  onto(desk, '2027-01-21');
  expect([availability(desk.title).reservations, nextEvent(desk.title)]).toEqual([2, LAST]);
  expect(nextEvent(at('1 out to Bob; waiting: Ana').title)).toBeUndefined();
});
