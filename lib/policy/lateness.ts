import { daysBetween } from '../values/days.ts';
import { openDaysBetween } from './calendar.ts';
import type { Conditions, LateDays } from './rules.ts';

/** Everything that says when a loan is late, and what that costs. */

/** A loan is late from the day after its due date, whether or not the library is open then. No day of grace is given. */
export const isLate = (due: string, day: string): boolean => day > due;

/** Counts the late days as the loan's conditions say: all days after the due date, or those that its calendar has open. */
export function daysLate(due: string, day: string, late: LateDays): number {
  if (!isLate(due, day)) return 0;
  return late.jours_de_retard === 'ouverts' ? openDaysBetween(late.calendrier, due, day) : daysBetween(due, day);
}

/** What so many late days cost, in cents: so much a day, up to the limit. */
export const lateFee = (
  days: number,
  { amende_par_jour, amende_maximale }: Pick<Conditions, 'amende_par_jour' | 'amende_maximale'>,
): number => Math.min(days * amende_par_jour, amende_maximale);

/** How many days a loan is late on that day, and what its return would cost then, in cents. */
export function lateness(
  { date_echeance, conditions }: { date_echeance: string; conditions: Conditions },
  day: string,
): { days: number; fee: number } {
  const days = daysLate(date_echeance, day, conditions);
  return { days, fee: lateFee(days, conditions) };
}
