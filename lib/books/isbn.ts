/** The published rules of ISBN check digits (ISO 2108; International ISBN Agency, ISBN Users' Manual). */

const weighted = (digits: string, weight: (position: number) => number): number =>
  [...digits].reduce((sum, digit, position) => sum + (digit === 'X' ? 10 : Number(digit)) * weight(position), 0);

const isbn13CheckDigit = (first12: string): number =>
  (10 - (weighted(first12, (position) => (position % 2 === 0 ? 1 : 3)) % 10)) % 10;

const isIsbn10 = (text: string): boolean =>
  /^\d{9}[\dX]$/.test(text) && weighted(text, (position) => 10 - position) % 11 === 0;

/** 979-0 is the prefix of printed music's own number, the ISMN (ISO 10957). */
const isIsbn13 = (text: string): boolean =>
  /^97(8\d|9[1-9])\d{9}$/.test(text) && isbn13CheckDigit(text.slice(0, 12)) === Number(text[12]);

/**
 * Reads an ISBN-10 or ISBN-13, with or without hyphens, spaces and the invisible characters (direction marks, zero-width
 * spaces) that come along when it is copied from a page. Both forms of one book give the same.
 * @returns the 13 digits; `undefined` when the text is no ISBN or its check digit is wrong
 */
export function isbn13Of(text: string): string | undefined {
  const compact = text.replace(/[\p{Zs}\p{Default_Ignorable_Code_Point}\u2010-\u2015-]/gu, '').toUpperCase();
  if (isIsbn13(compact)) return compact;
  if (!isIsbn10(compact)) return undefined;
  const first12 = `978${compact.slice(0, 9)}`;
  return `${first12}${isbn13CheckDigit(first12)}`;
}
