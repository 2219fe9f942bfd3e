import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysLate, lateFee } from '../../../lib/policy/lateness.ts';
import { dayOf } from '../../../lib/runtime/clock.ts';
import { policy } from '../../../lib/runtime/config.ts';
import { dayNumber, someDay } from './samples.ts';

test('days late are the calendar days after the due date, and none on it or before', () => {
  fc.assert(
    fc.property(someDay, someDay, (due, day) => {
      expect(daysLate(due, day)).toBe(Math.max(0, dayNumber(day) - dayNumber(due)));
    }),
  );
});

test.each([
  ['a second before midnight in winter', '2026-11-22', '2026-11-22T22:59:59.999Z', 0],
  ['midnight in winter', '2026-11-22', '2026-11-22T23:00:00.000Z', 1],
  ['a second before midnight in summer', '2026-07-14', '2026-07-14T21:59:59.999Z', 0],
  ['midnight in summer', '2026-07-14', '2026-07-14T22:00:00.000Z', 1],
  ['the last second of the day with 23 hours', '2026-03-29', '2026-03-29T21:59:59.999Z', 0],
  ['midnight after the day with 23 hours', '2026-03-29', '2026-03-29T22:00:00.000Z', 1],
  ['the day after the one with 23 hours', '2026-03-28', '2026-03-30T08:00:00.000Z', 2],
  ['the last second of the day with 25 hours', '2026-10-25', '2026-10-25T22:59:59.999Z', 0],
  ['midnight after the day with 25 hours', '2026-10-25', '2026-10-25T23:00:00.000Z', 1],
  ['the hour that comes twice', '2026-10-24', '2026-10-25T00:30:00.000Z', 1],
  ['the hour that comes twice, again', '2026-10-24', '2026-10-25T01:30:00.000Z', 1],
  ['the turn of the year', '2026-12-31', '2026-12-31T23:00:00.000Z', 1],
])('days late are by the library’s own clock, at %s', (_, due, instant, days) => {
  expect(daysLate(due, dayOf(new Date(instant)))).toBe(days);
});

test.each([
  [0, 0],
  [1, 20],
  [49, 980],
  [50, 1000],
  [10_000, 1000],
])('the fee for %i days late is %i cents', (days, cents) => {
  expect(lateFee(days, policy)).toBe(cents);
});

test('the fee grows by the same each day, without grace, until it stops', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(300), fc.nat(5000), (days, lateFeePerDay, lateFeeMax) => {
      const fee = lateFee(days, { ...policy, lateFeePerDay, lateFeeMax });
      expect(fee).toBe(Math.min(days * lateFeePerDay, lateFeeMax));
    }),
  );
});
