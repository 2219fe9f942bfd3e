import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../lib/values/days.ts';
import { dayNumber, someDay } from './samples.ts';

test('the days between two are those of the calendar, over leap years, month ends and changes of the clocks', () => {
  fc.assert(
    fc.property(someDay, someDay, (from, to) => {
      expect(daysBetween(from, to)).toBe(dayNumber(to) - dayNumber(from));
    }),
  );
});

test.each([
  ['2026-03-28', '2026-03-30', 2],
  ['2026-10-24', '2026-10-26', 2],
  ['2028-02-28', '2028-03-01', 2],
  ['2100-02-28', '2100-03-01', 1],
  ['2026-12-31', '2027-01-01', 1],
  ['2026-11-22', '2026-11-22', 0],
  ['2026-11-22', '2026-11-20', -2],
])('from %s to %s are %i days', (from, to, days) => {
  expect(Object.is(daysBetween(from, to), days)).toBe(true);
});

test('a day so many days on is that many days away, and sorts as text the way it sorts in time', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
      const reached = addDays(day, days);
      expect(reached).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(dayNumber(reached) - dayNumber(day)).toBe(days);
      expect(Math.sign(reached.localeCompare(day))).toBe(Math.sign(days));
    }),
  );
});
