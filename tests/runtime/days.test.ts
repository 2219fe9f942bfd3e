import { afterEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { daysLate, isLate, lateFee } from '../../lib/policy/lateness.ts';
import { dayOf } from '../../lib/runtime/clock.ts';
import { addDays, daysBetween } from '../../lib/values/days.ts';
import { dayAfter, daysFrom } from '../support/clock.ts';

/** Whole calendar days, as politique.yml has them. */
const late = (due: string, on: string): number => daysLate(due, on, { jours_de_retard: 'tous' });

const someDay = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2101-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('the days between two days are those of the calendar, and only those after the due date are late', () => {
  fc.assert(
    fc.property(someDay, someDay, (from, to) => {
      expect(daysBetween(from, to)).toBe(daysFrom(from, to));
      expect(late(from, to)).toBe(Math.max(0, daysFrom(from, to)));
      expect(isLate(from, to)).toBe(daysFrom(from, to) > 0);
    }),
  );
});

test('a day so many days on is that many days away, and sorts as text the way it sorts in time', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
      expect(addDays(day, days)).toBe(dayAfter(day, days));
      expect(Math.sign(addDays(day, days).localeCompare(day))).toBe(Math.sign(days));
    }),
  );
});

test.each([
  ['a millisecond before midnight in winter', '2026-11-22', '2026-11-22T22:59:59.999Z', 0],
  ['midnight in winter', '2026-11-22', '2026-11-22T23:00:00.000Z', 1],
  ['a millisecond before midnight in summer', '2026-07-14', '2026-07-14T21:59:59.999Z', 0],
  ['midnight in summer', '2026-07-14', '2026-07-14T22:00:00.000Z', 1],
  ['the last second of the day with 23 hours', '2026-03-29', '2026-03-29T21:59:59.999Z', 0],
  ['midnight after the day with 23 hours', '2026-03-29', '2026-03-29T22:00:00.000Z', 1],
  ['the last second of the day with 25 hours', '2026-10-25', '2026-10-25T22:59:59.999Z', 0],
  ['midnight after the day with 25 hours', '2026-10-25', '2026-10-25T23:00:00.000Z', 1],
  ['the hour that comes twice, the second time', '2026-10-24', '2026-10-25T01:30:00.000Z', 1],
  ['the turn of the year', '2026-12-31', '2026-12-31T23:00:00.000Z', 1],
  ['the night after 28 February of a leap year', '2028-02-28', '2028-02-28T23:00:00.000Z', 1],
])('days late are counted by the clock in Paris, at %s', (_, due, instant, days) => {
  expect(late(due, dayOf(new Date(instant)))).toBe(days);
});

test('the fee grows by the same each day, without grace, until it stops', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(300), fc.nat(5000), (days, amende_par_jour, amende_maximale) => {
      const fee = lateFee(days, { amende_par_jour, amende_maximale });
      expect(fee).toBe(Math.min(days * amende_par_jour, amende_maximale));
    }),
  );
});

/** The clock of a process in another time zone. */
const clockIn = (timeZone: string) => {
  jest.replaceProperty(process, 'env', { ...process.env, FUSEAU_HORAIRE: timeZone });
  jest.resetModules();
  return import('../../lib/runtime/clock.ts');
};

afterEach(() => void jest.restoreAllMocks());

test('the day is that of the time zone in the configuration', async () => {
  const { dayOf: dayThere } = await clockIn('Pacific/Auckland');
  expect(dayThere(new Date('2026-01-14T10:59:59.999Z'))).toBe('2026-01-14');
  expect(dayThere(new Date('2026-01-14T11:00:00.000Z'))).toBe('2026-01-15');
});

test('there is no day in a time zone that does not exist', async () => {
  const { today } = await clockIn('Europe/Lutece');
  expect(today).toThrow('Europe/Lutece');
});
