import { wordsIn } from '../../../lib/values/fold.ts';
import { plural } from '../../../lib/values/plural.ts';
import { type Kind, NAMES } from './columns.ts';

/** How a column is known by its name. */

/** One key for a name however it is written: case, accents, signs and spaces do not count, nor how `numéro` is cut. */
export const nameKey = (name: string): string =>
  wordsIn(name)
    .map((word) => (word === 'no' || word === 'num' ? 'n' : word))
    .join('')
    .replaceAll('numero', 'n');

const keyed = (kind: Kind): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(NAMES[kind]).flatMap(([column, names]) =>
      names.map((name): [string, string] => [nameKey(name), column]),
    ),
  );

export const KNOWN = { livres: keyed('livres'), utilisateurs: keyed('utilisateurs') } as const;

const MOST_SHOWN = 20;
const LONGEST_SHOWN = 40;

export const shown = (name: string): string =>
  `« ${name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name} »`;

/** Names for a message. The file of somebody else may have a hundred thousand. */
export function listed(names: readonly string[]): string {
  const some = names.slice(0, MOST_SHOWN).map(shown).join(', ');
  return names.length > MOST_SHOWN ? `${some} et ${plural(names.length - MOST_SHOWN, 'autre')}` : some;
}
