import { calendarFrom } from './calendar.ts';
import type { Calendar, Category, Policy, Rule } from './policy.ts';

/** Which rule of the policy applies to a member and a document, and what a loan keeps of it. */

/** The category of an account. One that the policy no longer has counts as the first. */
export const categoryOf = ({ categories }: Policy, name: string): Category =>
  categories.find((category) => category.name === name) ?? (categories[0] as Category);

/** The type of a book. One that the policy no longer has counts as the first. */
export const typeOf = ({ types }: Policy, name: string): string => (types.includes(name) ? name : (types[0] as string));

/**
 * The one rule for a category and a type: the rule that names both comes before the one that names the category, then
 * the one that names the type, then the one for all.
 */
export function ruleFor(policy: Policy, category: string, type: string): Rule {
  const [ofMember, ofBook] = [categoryOf(policy, category).name, typeOf(policy, type)];
  const names = [`${ofMember}/${ofBook}`, `${ofMember}/*`, `*/${ofBook}`, '*/*'];
  // A policy without a rule for all is refused when it is compiled.
  return names.map((name) => policy.rules.find((rule) => rule.name === name)).find((rule) => rule) as Rule;
}

/** Which late days are paid: all of them, or those on which the library is open by the calendar of the day of the loan. */
export type LateDays = { jours_de_retard: 'tous' } | { jours_de_retard: 'ouverts'; calendrier: Calendar };

/** What a loan keeps of the policy until it is back, so that no later change touches it. Amounts are cents. */
export type Conditions = {
  prolongations: number;
  jours_par_prolongation: number;
  amende_par_jour: number;
  amende_maximale: number;
} & LateDays;

/** @param day the day of the loan */
export const conditionsOf = (rule: Rule, { lateDays, calendar }: Policy, day: string): Conditions => ({
  prolongations: rule.renewals,
  jours_par_prolongation: rule.renewalDays,
  amende_par_jour: rule.feePerDay,
  amende_maximale: rule.feeMax,
  ...(lateDays === 'ouverts'
    ? { jours_de_retard: lateDays, calendrier: calendarFrom(calendar, day) }
    : { jours_de_retard: lateDays }),
});
