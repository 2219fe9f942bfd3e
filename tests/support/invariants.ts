import { type PlacesOf, wrongBooks } from '../../dev/audit/books.ts';
import { underWay, wrongIn } from '../../dev/audit/check.ts';
import type { Tables } from '../../dev/audit/items.ts';
import { wrongUsers } from '../../dev/audit/users.ts';
import { wrongUnderShippedPolicy } from './invariants/shipped.ts';
import { naiveWords } from './naive-search.ts';
import { readTables } from './read.ts';

/** What `npm run audit` looks at, and besides what holds under the policy as it ships and by the plainest search. */

interface Options {
  /** Nothing is in the middle of anything either. */
  settled?: boolean;
  /** The one service that a test knows: its slots or copies are held for loans that are nowhere recorded. */
  only?: 'users' | 'books';
  /** The days of the loans were moved: by the demonstration data to the day of seeding, or by a story that lets time pass. */
  moved?: boolean;
  /** The items, when they have been read already. */
  tables?: Tables;
}

/** What is wrong in the tables, in words; an empty list when all is right. */
export async function violations({ settled = false, moved = false, only, tables }: Options = {}): Promise<string[]> {
  const read = tables ?? (await readTables());
  if (only === 'users') return wrongUsers(read.users);
  if (only === 'books') return wrongBooks(read.books, naivePlaces);
  return [
    ...wrongIn(read, naivePlaces),
    ...wrongUnderShippedPolicy(read, moved),
    ...(settled ? underWay({ ...read, users: [] }) : []),
  ];
}

const LONGEST = 60;

/** Where each word of a book has to be, but one that begins another; and where the list of all has the book. */
const naivePlaces: PlacesOf = ({ titre = '', auteur }) => {
  const all = [...naiveWords(titre), ...naiveWords(auteur ?? '')].map((word) => word.replace('_', ''));
  const words = [...new Set(all.map((word) => [...word].slice(0, LONGEST).join('')))];
  const found = words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)));
  return ['CATALOGUE', ...found.map((word) => `MOT#${[...word][0]} ${word}`)];
};
