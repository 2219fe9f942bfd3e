import { BOOKS } from './damages/books.ts';
import { HOLDS } from './damages/holds.ts';
import { LOANS } from './damages/loans.ts';
import { USERS } from './damages/users.ts';

/** Each thing that the audit looks at, done to the tables and told by what the audit says of it, as a regular expression. */
export const DAMAGES = [USERS, BOOKS, LOANS, HOLDS].flatMap((damages) => Object.entries(damages));
