import { randomInt } from 'node:crypto';

/** ISBNs for tests, by a reckoning of their own: the check digit is the one that makes the sum right. */

const DIGITS = [...'0123456789'];

const sum = (text: string, weight: (position: number) => number) =>
  [...text].reduce((total, digit, n) => total + (digit === 'X' ? 10 : Number(digit)) * weight(n), 0);

const completed = (start: string, digits: string[], isRight: (text: string) => boolean): string =>
  digits.map((digit) => start + digit).find(isRight) as string;

/** @param nine the digits before the check digit */
export const isbn10 = (nine: string): string =>
  completed(nine, [...DIGITS, 'X'], (text) => sum(text, (n) => 10 - n) % 11 === 0);

/** @param twelve the digits before the check digit, the prefix among them */
export const isbn13 = (twelve: string): string =>
  completed(twelve, DIGITS, (text) => sum(text, (n) => (n % 2 === 0 ? 1 : 3)) % 10 === 0);

/** The count begins at random: no ISBN comes twice in a test file, and hardly ever in two of them. */
let next = randomInt(1e9);

/** An ISBN that no book has, in its two forms. */
export function newIsbn(): { ten: string; thirteen: string } {
  next = (next + 1) % 1e9;
  const nine = String(next).padStart(9, '0');
  return { ten: isbn10(nine), thirteen: isbn13(`978${nine}`) };
}
