import { addDays } from '../values/days.ts';
import type { Calendar, Span } from './policy.ts';

/** The days on which the library is open. Every due date and every last day comes from here. */

/** Month and day of the holidays that have the same date each year. */
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Days from Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const AROUND_EASTER = [1, 39, 50];
/** Alsace and Moselle have these besides: Good Friday, and the second day of Christmas. */
const GOOD_FRIDAY = -2;
const SECOND_CHRISTMAS_DAY = '12-26';

/** Easter Sunday in the Gregorian calendar, by the rule in Jean Meeus, Astronomical Algorithms (1991), chapter 8. */
export function easterOf(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)).toISOString().slice(0, 10);
}

function isHoliday(holidays: Calendar['jours_feries'], day: string): boolean {
  if (holidays === 'aucun') return false;
  const isLocal = holidays === 'alsace-moselle';
  const easter = easterOf(Number(day.slice(0, 4)));
  return (
    [...FIXED, ...(isLocal ? [SECOND_CHRISTMAS_DAY] : [])].includes(day.slice(5)) ||
    [...AROUND_EASTER, ...(isLocal ? [GOOD_FRIDAY] : [])].some((days) => addDays(easter, days) === day)
  );
}

const isIn = (spans: readonly Span[], day: string): boolean => spans.some(([from, to]) => from <= day && day <= to);

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

/** Tells whether the library is open on that day. An exceptional opening wins over everything that closes. */
export const isOpen = ({ jours_fermes, jours_feries, fermetures, ouvertures }: Calendar, day: string): boolean =>
  isIn(ouvertures, day) ||
  !(isIn(fermetures, day) || jours_fermes.includes(weekdayOf(day)) || isHoliday(jours_feries, day));

/** The calendar without the closures and openings that are over before that day. It says the same of that day and those after it. */
export function calendarFrom(calendar: Calendar, day: string): Calendar {
  const isToCome = ([, to]: Span) => to >= day;
  return {
    ...calendar,
    fermetures: calendar.fermetures.filter(isToCome),
    ouvertures: calendar.ouvertures.filter(isToCome),
  };
}

/** A calendar that closes for longer than this is refused when the policy is compiled. */
const LONGEST_CLOSURE_DAYS = 365;

/** That day when the library is open on it, or else the next on which it is. `undefined` when none comes within a year. */
export function openDayFrom(calendar: Calendar, day: string): string | undefined {
  for (let days = 0; days < LONGEST_CLOSURE_DAYS; days += 1) {
    const candidate = addDays(day, days);
    if (isOpen(calendar, candidate)) return candidate;
  }
  return undefined;
}

/** The last day of something that lasts so many days: it moves from a closed day to the next open one. */
export function lastDay(calendar: Calendar, from: string, days: number): string {
  const last = addDays(from, days);
  return openDayFrom(calendar, last) ?? last;
}

/** Counts the open days after `from`, up to `to` and with it. */
export function openDaysBetween(calendar: Calendar, from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isOpen(calendar, day)) count += 1;
  return count;
}

/** The day that comes so many open days after another. */
export function addOpenDays(calendar: Calendar, from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0; left -= 1) day = lastDay(calendar, day, 1);
  return day;
}
