import { expect, test } from '@jest/globals';
import { nextEvent } from '../../../lib/books/queue.ts';
import { STATES, type State } from '../../../lib/books/schema-copies.ts';
import { availability } from '../../../lib/books/title.ts';
import type { Desk } from './desk.ts';
import { arranged, standing } from './standing.ts';

/** What is promised to those who reserve a title, and on which days. The words for a title are those of standing.ts. */

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

test.each<[what: string, before: string, act: (desk: Desk) => unknown, after: string]>([
  [
    'a return',
    '1 out to Bob, 2 out to Cleo; waiting: Ana, Dan',
    (desk) => desk.takeBack(2),
    '1 out to Bob, 2 aside for Ana; waiting: Dan',
  ],
  [
    'a purchase',
    '1 out to Bob; waiting: Ana, Dan',
    (desk) => desk.add(),
    '1 out to Bob, 2 aside for Ana; waiting: Dan',
  ],
  [
    'its repair',
    '1 under repair; waiting: Ana, Dan',
    (desk) => desk.setState(1, 'en_service'),
    '1 aside for Ana; waiting: Dan',
  ],
  [
    'a hold that is cancelled',
    '1 aside for Eve; waiting: Ana, Dan',
    (desk) => desk.cancel('Eve'),
    '1 aside for Ana; waiting: Dan',
  ],
  [
    'a hold that expires',
    '1 aside for Eve; waiting: Ana, Dan',
    (desk) => desk.pass(9),
    '1 aside for Ana; waiting: Dan; expired: Eve',
  ],
])('a copy that is freed by %s goes to the first who waits', (_, before, act, after) => {
  const desk = at(before);
  act(desk);
  expect(standing(desk)).toBe(after);
});

test('a copy that lies free goes to who is suspended once they no longer are, by themselves or by the calendar', () => {
  const resumed = at('1 free; waiting: (Ana)');
  resumed.suspend('Ana', null);
  expect(standing(resumed)).toBe('1 aside for Ana');
  const over = at('1 free; waiting: (Ana)');
  over.suspend('Ana', '2027-01-15');
  expect(standing(onto(over, '2027-01-15'))).toBe('1 free; waiting: (Ana)');
  expect(standing(onto(over, '2027-01-16'))).toBe('1 aside for Ana');
  expect(lastOf(over, 'Ana')).toBe('2027-01-25');
});

test('a copy that comes back on the last day of a suspension goes to the next, and one on the day after to the first', () => {
  const desk = at('1 out to Bob, 2 out to Cleo; waiting: (Ana), Dan, Eve');
  desk.suspend('Ana', '2027-01-15');
  onto(desk, '2027-01-15').takeBack(1);
  expect(standing(desk)).toBe('1 aside for Dan, 2 out to Cleo; waiting: (Ana), Eve');
  onto(desk, '2027-01-16').takeBack(2);
  expect(standing(desk)).toBe('1 aside for Dan, 2 aside for Ana; waiting: Eve');
});

test('those who wait are numbered from one in the order in which they asked, the suspended among them', () => {
  const desk = at('1 aside for Eve, 2 out to Bob; waiting: Ana, (Cleo), Dan');
  const ranks = () => desk.holds.map(({ utilisateur_id, rang }) => [utilisateur_id, rang]);
  expect(ranks()).toEqual([
    ['Eve', null],
    ['Ana', 1],
    ['Cleo', 2],
    ['Dan', 3],
  ]);
  desk.cancel('Ana');
  expect(ranks()).toEqual([
    ['Eve', null],
    ['Cleo', 1],
    ['Dan', 2],
  ]);
});

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

test('what passes on has as many open days again, from the day on which it does, a Sunday too', () => {
  const desk = at('1 aside for Ana; waiting: Dan', '2027-01-08');
  expect(lastOf(onto(desk, '2027-01-17'), 'Dan')).toBe('2027-01-25');
});

test('a title stands the same on a day whether or not the job has run, which then closes what has expired', () => {
  const [run, not] = [at('1 aside for Ana; waiting: Dan'), at('1 aside for Ana; waiting: Dan')];
  onto(run, '2027-01-21').sweep();
  onto(not, '2027-01-21');
  expect(standing(not)).toBe('1 aside for Dan; expired: Ana');
  expect([standing(run), lastOf(run, 'Dan')]).toEqual(['1 aside for Dan', lastOf(not, 'Dan')]);
  expect([run.slotsOf('Ana'), run.slotsOf('Dan')]).toEqual([0, 1]);
});

test('who has let a hold expire may ask again, and comes last', () => {
  const desk = onto(at('1 aside for Ana; waiting: Dan, Eve'), '2027-01-21');
  expect(desk.cancel('Ana')).toBe('reservation_close');
  expect(desk.place('Ana')).toBe('done');
  expect(standing(desk)).toBe('1 aside for Dan; waiting: Eve, Ana; expired: Ana');
});

/** Takes copy 1 out of service, or away. */
const takings: [string, (desk: Desk) => unknown][] = [
  ...STATES.filter((etat) => etat !== 'en_service').map((etat: State): [string, (desk: Desk) => unknown] => [
    etat,
    (desk) => desk.setState(1, etat),
  ]),
  ['taken away', (desk) => desk.remove(1)],
];

test.each(takings)(
  'who had a copy set aside that leaves service (%s) has another at once if one is free',
  (_, take) => {
    const desk = at('1 aside for Ana, 2 free');
    take(onto(desk, '2027-01-14'));
    expect(standing(desk)).toMatch(/2 aside for Ana$/);
    expect(lastOf(desk, 'Ana')).toBe('2027-01-22');
  },
);

test.each(takings)(
  'who had a copy set aside that leaves service (%s) waits before those who asked later if none is',
  (_, take) => {
    const desk = at('1 aside for Ana, 2 out to Bob; waiting: Dan');
    take(desk);
    expect(standing(desk)).toMatch(/2 out to Bob; waiting: Ana, Dan$/);
    desk.takeBack(2);
    expect(standing(desk)).toMatch(/2 aside for Ana; waiting: Dan$/);
  },
);

test('a copy that is lost goes to nobody, and to the first who waits once it is found', () => {
  const desk = at('1 out to Bob; waiting: Ana');
  desk.lose(1);
  expect(standing(desk)).toBe('1 lost; waiting: Ana');
  desk.setState(1, 'en_service');
  expect(standing(desk)).toBe('1 aside for Ana');
});

test('a loan of any copy that the person may have fulfils their hold, which is over then', () => {
  for (const [before, copy, after] of [
    ['1 aside for Ana, 2 free', 1, '1 out to Ana, 2 free'],
    ['1 aside for Ana, 2 free', 2, '1 free, 2 out to Ana'],
    ['1 free; waiting: (Ana)', 1, '1 out to Ana'],
  ] as const) {
    for (const end of ['takeBack', 'lose'] as const) {
      const desk = at(before);
      desk.borrow('Ana', copy);
      expect([standing(desk), desk.slotsOf('Ana')]).toEqual([after, 0]);
      desk[end](copy);
      expect(desk.holds).toEqual([]);
    }
  }
});

test('who asks for the title is lent what is set aside for them, before what lies on the shelf', () => {
  const desk = at('1 free, 2 aside for Ana');
  desk.borrow('Ana');
  expect(standing(desk)).toBe('1 free, 2 out to Ana');
});

test('a loan that is undone leaves the title as if it had never been made', () => {
  for (const [before, copy] of [
    ['1 aside for Ana, 2 out to Bob; waiting: Dan', 1],
    ['1 aside for Ana, 2 free', 2],
    ['1 free; waiting: (Ana)', 1],
    ['1 free', 1],
  ] as const) {
    const desk = at(before);
    const seen = desk.title;
    desk.borrow('Ana', copy, true);
    expect(standing(desk)).not.toBe(before);
    desk.undo(copy);
    expect({ ...desk.title, version: seen.version }).toEqual(seen);
  }
});

/** Ana’s loan of the copy has been cut off, and what is said came after it; then it is undone. */
function undone(before: string, copy: number, meanwhile: (desk: Desk) => unknown = () => undefined): Desk {
  const desk = at(before);
  expect(desk.borrow('Ana', copy, true)).toBe('done');
  meanwhile(desk);
  expect(desk.undo(copy)).toBe('done');
  return desk;
}

test('a hold whose loan is undone comes before those who asked later, also when they asked meanwhile', () => {
  const desk = undone('1 aside for Ana, 2 out to Bob', 1, (one) => {
    one.place('Dan');
    one.takeBack(2);
    one.place('Eve');
  });
  expect(standing(desk)).toBe('1 aside for Ana, 2 aside for Dan; waiting: Eve');
  expect(desk.holds.map(({ utilisateur_id }) => utilisateur_id)).toEqual(['Ana', 'Dan', 'Eve']);
});

test('what was set aside for a hold stays with whoever it went to before its loan was undone', () => {
  const goesTo = (who: string, isLent: boolean) => (desk: Desk) => {
    desk.borrow(isLent ? who : 'Zoe', 1);
    if (isLent) return;
    desk.place(who);
    desk.takeBack(1);
  };
  expect(standing(undone('1 aside for Ana, 2 free', 2, goesTo('Dan', true)))).toBe('1 out to Dan, 2 aside for Ana');
  expect(standing(undone('1 aside for Ana, 2 free', 2, goesTo('Dan', false)))).toBe('1 aside for Dan, 2 aside for Ana');
});

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

test('a hold that was cancelled while its loan was being made does not come back', () => {
  expect(standing(undone('1 aside for Ana', 1, (desk) => desk.cancel('Ana')))).toBe('1 free');
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
