import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addOpenDays, easterOf, isOpen, lastDay, openDayFrom, openDaysBetween } from '../../../lib/policy/calendar.ts';
import { daysLate } from '../../../lib/policy/lateness.ts';
import type { Calendar, Rule, Span } from '../../../lib/policy/policy.ts';
import { conditionsOf } from '../../../lib/policy/rules.ts';
import { policy } from '../../../lib/runtime/policy.ts';
import { dayAfter, daysFrom } from '../../support/clock.ts';
import { often } from '../../support/extent.ts';
import { dueAfter, isOpenDay, naiveEaster, naiveHolidays } from '../../support/naive-calendar.ts';

/** The calendar, against one that goes day by day. */

const RUNS = often({ everyday: 400, thorough: 2000 });

/** Days around which something happens: changes of the clocks, 29 February, the turn of the year, Easter. */
const MARKS = ['2027-03-28', '2027-10-31', '2028-02-29', '2027-12-31', '2028-01-01', '2027-03-29', '2028-04-14'];
const day = fc.oneof(
  fc.tuple(fc.constantFrom(...MARKS), fc.integer({ min: -9, max: 9 })).map(([mark, days]) => dayAfter(mark, days)),
  fc.integer({ min: 0, max: 1200 }).map((days) => dayAfter('2026-06-01', days)),
);
const length = fc.oneof(fc.constantFrom(0, 1, 6), fc.nat(40));
const span = fc.tuple(day, length).map(([from, days]): Span => [from, dayAfter(from, days)]);
/** Closures that touch, overlap, or end on any day of the week. */
const chain = fc
  .tuple(day, fc.array(fc.tuple(fc.integer({ min: -3, max: 2 }), fc.nat(12)), { maxLength: 4 }))
  .map(([first, links]): Span[] => {
    let from = first;
    return links.map(([gap, days]) => {
      const start = dayAfter(from, gap);
      from = dayAfter(start, days + 1);
      return [start, dayAfter(start, days)];
    });
  });
const calendar: fc.Arbitrary<Calendar> = fc.record({
  jours_fermes: fc.uniqueArray(fc.nat(6), { maxLength: 6 }),
  jours_feries: fc.constantFrom('aucun' as const, 'france' as const, 'alsace-moselle' as const),
  fermetures: fc.tuple(chain, fc.array(span, { maxLength: 2 })).map((lists) => lists.flat()),
  ouvertures: fc.array(span, { maxLength: 2 }),
});

const daysOf = ([from, to]: Span): string[] => {
  const days = [];
  for (let each = from; each <= to; each = dayAfter(each, 1)) days.push(each);
  return days;
};

const YEARS = [2026, 2027, 2028, 2029, 2030, 2031];
const FREE = {
  aucun: new Set<string>(),
  france: new Set(YEARS.flatMap((year) => naiveHolidays(year))),
  'alsace-moselle': new Set(YEARS.flatMap((year) => naiveHolidays(year, true))),
};

/** Whether that calendar is open, with every day of every closure written out. */
function naivelyOpen({ jours_fermes, jours_feries, fermetures, ouvertures }: Calendar) {
  const opened = new Set(ouvertures.flatMap(daysOf));
  const shut = new Set(fermetures.flatMap(daysOf));
  return (date: string): boolean =>
    opened.has(date) ||
    !(
      shut.has(date) ||
      FREE[jours_feries].has(date) ||
      jours_fermes.includes(new Date(`${date}T12:00:00Z`).getUTCDay())
    );
}

describe('any calendar', () => {
  test('says as a naive one does which days are open, which comes next, and how many lie between', () => {
    fc.assert(
      fc.property(calendar, day, fc.nat(60), fc.nat(15), (one, from, span, count) => {
        const opens = naivelyOpen(one);
        expect(isOpen(one, from)).toBe(opens(from));

        let next = from;
        while (!opens(next)) next = dayAfter(next, 1);
        expect(openDayFrom(one, from)).toBe(next);

        const to = dayAfter(from, span);
        const between = daysOf([from, to]).filter((each) => each !== from && opens(each)).length;
        expect(openDaysBetween(one, from, to)).toBe(between);
        expect(openDaysBetween(one, to, from)).toBe(0);

        let last = to;
        while (!opens(last)) last = dayAfter(last, 1);
        expect(lastDay(one, from, span)).toBe(last);

        let shelf = from;
        for (let left = count; left > 0; left -= opens(shelf) ? 1 : 0) shelf = dayAfter(shelf, 1);
        expect(addOpenDays(one, from, count)).toBe(shelf);
      }),
      { numRuns: RUNS },
    );
  });

  test('counts late days as all days, or as open ones', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: -20, max: 60 }), (one, due, days) => {
        const back = dayAfter(due, days);
        const opens = naivelyOpen(one);
        const open = days > 0 ? daysOf([dayAfter(due, 1), back]).filter(opens).length : 0;
        expect(daysLate(due, back, { jours_de_retard: 'tous' })).toBe(Math.max(0, daysFrom(due, back)));
        expect(daysLate(due, back, { jours_de_retard: 'ouverts', calendrier: one })).toBe(open);
      }),
      { numRuns: RUNS },
    );
  });

  test('is kept by a loan that pays for open days, as far as it is to come, and says the same of its late days', () => {
    fc.assert(
      fc.property(calendar, day, fc.nat(60), fc.integer({ min: -20, max: 60 }), (one, lentOn, days, lateDays) => {
        const [rule] = policy.rules as [Rule];
        const kept = conditionsOf(rule, { ...policy, lateDays: 'ouverts', calendar: one }, lentOn);
        const due = dayAfter(lentOn, days);
        const back = dayAfter(due, lateDays);
        expect(daysLate(due, back, kept)).toBe(daysLate(due, back, { jours_de_retard: 'ouverts', calendrier: one }));
        const { fermetures, ouvertures } = (kept as { calendrier: Calendar }).calendrier;
        for (const [, to] of [...fermetures, ...ouvertures]) expect(to >= lentOn).toBe(true);
        expect(conditionsOf(rule, { ...policy, lateDays: 'tous', calendar: one }, lentOn)).not.toHaveProperty(
          'calendrier',
        );
      }),
      { numRuns: RUNS },
    );
  });
});

test('Easter is the Sunday after the paschal full moon, from 1900 to 2199', () => {
  for (let year = 1900; year < 2200; year += 1) expect(easterOf(year)).toBe(naiveEaster(year));
  expect([easterOf(2026), easterOf(2027), easterOf(2038)]).toEqual(['2026-04-05', '2027-03-28', '2038-04-25']);
});

test('the calendar that ships is closed on Sundays and on the eleven public holidays, and due dates move on', () => {
  for (let date = '2027-01-01'; date < '2029-01-01'; date = dayAfter(date, 1)) {
    expect([date, isOpen(policy.calendar, date)]).toEqual([date, isOpenDay(date)]);
    expect(lastDay(policy.calendar, date, 21)).toBe(dueAfter(date, 21));
  }
  expect(naiveHolidays(2027)).toHaveLength(11);
  // Saturday 1 May is a holiday, and Sunday comes after it.
  expect(lastDay(policy.calendar, '2027-04-10', 21)).toBe('2027-05-03');
});

test('a calendar that never opens has no next open day, and what it ends on stays where it is', () => {
  const never: Calendar = {
    jours_fermes: [0, 1, 2, 3, 4, 5, 6],
    jours_feries: 'aucun',
    fermetures: [],
    ouvertures: [],
  };
  expect(openDayFrom(never, '2027-01-01')).toBeUndefined();
  expect(lastDay(never, '2027-01-01', 5)).toBe('2027-01-06');
});
