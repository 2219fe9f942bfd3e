import { plural } from '../../lib/values/plural.ts';
import { wrongAnswers } from './answers.ts';
import { type PlacesOf, wrongBooks } from './books.ts';
import { wrongHolds } from './holds.ts';
import { isMark, type LoanItem, type Tables, type UserItem } from './items.ts';
import { nameOf, wrongLoans } from './loans.ts';
import { wrongTogether } from './together.ts';
import { peopleIn, wrongUsers } from './users.ts';

/**
 * What holds over the three tables at any time, whatever was done, whatever failed meanwhile, and whatever the policy
 * was. A loan in the middle of something may or may not hold its slot and its copy, as far as it has come. Every
 * sentence begins with the key of what it is about, and names a person by nothing but the id.
 */

/** @returns what is wrong, in words; an empty list when all is right. */
export const wrongIn = ({ users, books, loans }: Tables, placesOf?: PlacesOf): string[] => [
  ...wrongUsers(users),
  ...wrongBooks(books, placesOf),
  ...wrongLoans(loans),
  ...wrongAnswers(loans, peopleIn(users)),
  ...wrongHolds(users, books, loans),
  ...wrongTogether({ users, books, loans }),
];

/** @returns what is in the middle of something and will be brought to its end by a job. */
export const underWay = (tables: Tables): string[] => [
  ...tables.loans.filter(({ transit }: LoanItem) => transit).map((loan) => `${nameOf(loan)} est en cours`),
  ...marksIn(tables).unfinished.map(({ pk }) => `${pk} (suppression) est en cours`),
];

/** @returns in one line how many deletions are done but for their marks, which wait; none when there is none. */
export function waitingMarks(tables: Tables): string[] {
  const { waiting } = marksIn(tables);
  const rest = 'il n’en reste que la marque, un quart d’heure, et plus rien ne mène à la personne.';
  return waiting.length > 0 ? [`${plural(waiting.length, 'suppression')} de compte : ${rest}`] : [];
}

/** The marks of deletions, by whether an item of the person is left: each of those has the id in itself or in its key. */
function marksIn({ users, loans }: Tables): { unfinished: UserItem[]; waiting: UserItem[] } {
  const others = [...users.filter((item) => !isMark(item)), ...loans];
  const named = new Set(others.flatMap(({ pk, utilisateur_id }) => [pk.slice(pk.indexOf('#') + 1), utilisateur_id]));
  const marks = users.filter(isMark);
  return {
    unfinished: marks.filter(({ id }) => named.has(id)),
    waiting: marks.filter(({ id }) => !named.has(id)),
  };
}
