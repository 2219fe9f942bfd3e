import { dayAfter } from './clock.ts';

/**
 * The calendar of politique.yml as it ships, closed on Sundays and on the public holidays of France, reckoned day by
 * day without the code under test.
 */

/** The paschal full moon of each golden number, as the table for the years 1900 to 2199 gives it. */
const FULL_MOONS = [
  ...['04-14', '04-03', '03-23', '04-11', '03-31', '04-18', '04-08', '03-28', '04-16', '04-05'],
  ...['03-25', '04-13', '04-02', '03-22', '04-10', '03-30', '04-17', '04-07', '03-27'],
];

const isSunday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

/** Easter is the Sunday after the paschal full moon. */
export function naiveEaster(year: number): string {
  let day = dayAfter(`${year}-${FULL_MOONS[year % 19]}`, 1);
  while (!isSunday(day)) day = dayAfter(day, 1);
  return day;
}

export function naiveHolidays(year: number, withAlsaceMoselle = false): string[] {
  const easter = naiveEaster(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  const moving = [1, 39, 50];
  if (withAlsaceMoselle) {
    fixed.push('12-26');
    moving.push(-2);
  }
  return [...fixed.map((date) => `${year}-${date}`), ...moving.map((days) => dayAfter(easter, days))];
}

/** Whether the library of politique.yml is open on that day. */
export const isOpenDay = (day: string): boolean =>
  !isSunday(day) && !naiveHolidays(Number(day.slice(0, 4))).includes(day);

/** The due date of what lasts so many days from that one. */
export function dueAfter(from: string, days: number): string {
  let due = dayAfter(from, days);
  while (!isOpenDay(due)) due = dayAfter(due, 1);
  return due;
}

/** The rules of politique.yml, by their names. */
export const SHIPPED_RULES: Record<string, { days: number; atOnce: number; renewals: number; renewalDays: number }> = {
  '*/*': { days: 21, atOnce: Number.POSITIVE_INFINITY, renewals: 2, renewalDays: 21 },
  '*/dvd': { days: 7, atOnce: 2, renewals: 1, renewalDays: 7 },
};

/** Loans at most, by the category of the member. */
export const SHIPPED_LIMITS: Record<string, number> = { adulte: 5, jeune: 8, collectivite: 30 };

/** The name of the rule for a type of document, whatever the category. */
export const ruleOf = (type: string): string => (`*/${type}` in SHIPPED_RULES ? `*/${type}` : '*/*');
