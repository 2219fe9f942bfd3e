import { isbn13Of } from '../../../lib/books/isbn.ts';
import { plain } from './clean.ts';

/** An ISBN stands with its binding and its price in one subfield, or there is a price alone. */

/** Thirteen digits, or ten that are no part of a longer number: one in eleven of these would be right by chance. */
const PATTERNS = [
  /(?<!\d)\d(?:[\s\p{Pd}]*\d){12}(?!\d)/gu,
  /(?<!\d[\s\p{Pd}]*)\d(?:[\s\p{Pd}]*\d){8}[\s\p{Pd}]*[\dXx](?!\p{Pd}?\d)/gu,
];

const ALONE = /(?<!\d)\d[\d\s\p{Pd}]{6,}[\dXx](?!\d)/u;

const candidates = (value: string): string[] => PATTERNS.flatMap((pattern) => plain(value).match(pattern) ?? []);

/**
 * The first that is right; when none is, the first as it stands, to be refused with its own reason. A value without
 * so many digits is a binding or a price.
 */
export function isbnIn(values: string[]): string | undefined {
  const right = values.flatMap(candidates).find((number) => isbn13Of(number) !== undefined);
  return right ?? values.map((value) => ALONE.exec(plain(value))?.[0]).find((number) => number !== undefined);
}
