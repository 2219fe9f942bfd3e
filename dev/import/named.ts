import { categories, types } from '../../lib/runtime/policy.ts';
import { fold } from '../../lib/values/fold.ts';

/** The names of the lending policy, which other programs write with capitals and accents of their own. */

const naming = (names: readonly string[]) => {
  const byFold = new Map(names.map((name) => [fold(name), name]));
  return (written: string): string => byFold.get(fold(written)) ?? written;
};

/** @returns `dvd` for « DVD »; what the policy does not have stays as it is, to be refused by its name */
export const typeNamed = naming(types);
export const categoryNamed = naming(categories);
