import type { LoanRecord } from '../../../lib/loans/rules.ts';
import type { Penalty } from '../../../lib/users/schema.ts';
import { write } from '../support/fill.ts';
import {
  bookOf,
  bookRows,
  idOf,
  inDays,
  isbnOf,
  loanOf,
  loanRows,
  penaltyOf,
  returned,
  userOf,
  userRows,
} from '../support/records.ts';

/** Those that the operations act on: made anew for each, and each like the last but for its ids. */

let made = 0;
function next(): number {
  made += 1;
  return made;
}

const DUE_IN = 5;
const LATE_BY = 10;

/** A person without loans. */
export async function newUser() {
  const user = userOf('acteur', next());
  await write(userRows(user));
  return user;
}

/** A person with a penalty; ten euros of it are owed, or it is long paid. */
export async function newPenalty(owed: boolean) {
  const user = userOf('acteur', next());
  const penalty = penaltyOf(user, 1, owed);
  await write(userRows(user, [], [penalty]));
  return { user, penalty };
}

/** A book with all its copies in. */
export async function newBook() {
  const n = next();
  const book = bookOf('accessoire', n, { isbn: isbnOf(n) });
  await write(bookRows(book));
  return book;
}

/** An ISBN that no book has. */
export const newIsbn = (): string => isbnOf(next());

/**
 * A loan that its person and its book know of, due in five days or ten days late.
 * @param state what its own record is to be instead
 */
export async function newLoan({ late = false, state = (loan: LoanRecord) => loan } = {}) {
  const n = next();
  const [user, book] = [userOf('acteur', n), bookOf('accessoire', n)];
  const loan = loanOf(idOf('prêt', n), user, book, inDays(late ? -LATE_BY : DUE_IN));
  await write([...userRows(user, [loan]), ...bookRows(book, [loan]), ...loanRows([state(loan)])]);
  return loan;
}

/** More than a page. */
const LISTED = 25;
const many = <T>(make: (n: number) => T): T[] => Array.from({ length: LISTED }, (_, n) => make(n));

/** As many as one may have. */
const OUT = 5;

/** Somebody with five loans that are out, and more than a page of returned ones and of penalties. */
export const reader = userOf('lecteur', 0);
const book = bookOf('livre du lecteur', 0, { isbn: isbnOf(0), exemplaires: 100 });
const out = Array.from({ length: OUT }, (_, n) => loanOf(idOf('prêt du lecteur', n), reader, book, inDays(n + 3)));
const history = many((n) => returned(loanOf(idOf('ancien prêt', n), reader, book, inDays(DUE_IN))));
const penalties = many((n) => penaltyOf(reader, n));
export const [readersBook, readersLoan, readersPenalty] = [book, out[0] as LoanRecord, penalties[0] as Penalty];

/** What the lists and searches find: more than a page of each, and nobody else has such names. */
export const NAME = 'Xylandre';
export const WORD = 'xylophone';

/** Those who are there from the beginning, whatever the size. */
export const settleIn = (): Promise<void> =>
  write([
    ...userRows(reader, out, penalties),
    ...bookRows(book, out),
    ...loanRows([...out, ...history]),
    ...many((n) => userRows(userOf('homonyme', n, NAME))).flat(),
    ...many((n) => bookRows(bookOf('tome', n, { titre: 'Le xylophone du matin', auteur: 'Zacharie Quesnel' }))).flat(),
  ]);

/** So many people with a loan each, due on the same day; always the same ones. */
function borrowers(kind: string, count: number, due: string, state: (loan: LoanRecord) => LoanRecord): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => {
    const user = userOf(kind, n);
    const loan = state(loanOf(idOf(`prêt : ${kind}`, n), user, book, due));
    return [...userRows(user, [loan]), ...loanRows([loan])];
  });
  return write(rows.flat());
}

const told = (loan: LoanRecord): LoanRecord => {
  const sent = { echeance: loan.date_echeance, etat: 'envoyee', date_envoi: new Date().toISOString() } as const;
  return { ...loan, notices: [{ etape: 'J+7', ...sent }] };
};
const untold = (loan: LoanRecord) => loan;

const latecomers = (count: number, state: typeof told) => borrowers('retardataire', count, inDays(-LATE_BY), state);
/** So many people are late, and were written to. */
export const late = (count: number) => latecomers(count, told);
/** So many people are late, and nobody has written to them. */
export const newlyLate = (count: number) => latecomers(count, untold);
/** As many bring their books back. */
export const lateNoMore = (count: number) => latecomers(count, returned);

const REMINDED = 20;
const forgetful = (state: typeof told) => borrowers('distrait', REMINDED, inDays(2), state);
/** Twenty people have a book to bring back in two days, and were not written to. */
export const dueSoon = () => forgetful(untold);
/** They bring it back. */
export const dueNoMore = () => forgetful(returned);
