import { daysBetween } from '../values/days.ts';
import type { Policy } from './policy.ts';

/** Everything that says when a loan is late, and what that costs. */

/** Whole calendar days after the due date; 0 on the due date and before. No day of grace is given. */
export const daysLate = (due: string, day: string): number => Math.max(0, daysBetween(due, day));

/** A loan is late from the day after its due date. */
export const isLate = (due: string, day: string): boolean => daysLate(due, day) > 0;

/** What so many late days cost, in cents: so much a day, up to the limit. */
export const lateFee = (days: number, policy: Policy): number =>
  Math.min(days * policy.lateFeePerDay, policy.lateFeeMax);
