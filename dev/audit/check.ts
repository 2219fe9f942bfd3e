import { wrongAnswers } from './answers.ts';
import { type PlacesOf, wrongBooks } from './books.ts';
import { wrongHolds } from './holds.ts';
import { isMark, type LoanItem, type Tables } from './items.ts';
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
export const underWay = ({ users, loans }: Tables): string[] => [
  ...loans.filter(({ transit }: LoanItem) => transit).map((loan) => `${nameOf(loan)} est en cours`),
  ...users.filter(isMark).map(({ pk }) => `${pk} (suppression) est en cours`),
];
