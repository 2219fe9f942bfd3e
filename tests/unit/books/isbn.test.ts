import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isbn13Of } from '../../../lib/books/isbn.ts';
import { isbn10, isbn13 } from '../../support/isbn.ts';

const digits = (count: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: count, maxLength: count }).map((all) => all.join(''));
const separator = fc.constantFrom('', '', '-', ' ', '\u00a0', '\u202f', '\u2009', '\u2010', '\u2011', '\u2013', '--');

/** The same text with one character changed for another of those that may stand there. */
const oneChanged = (text: string, allowed: (position: number) => string) =>
  fc.nat(text.length - 1).chain((n) =>
    fc
      .constantFrom(...allowed(n))
      .filter((other) => other !== text[n])
      .map((other) => text.slice(0, n) + other + text.slice(n + 1)),
  );

describe('an ISBN', () => {
  it.each([
    ['0-306-40615-2', '9780306406157'],
    ['080442957X', '9780804429573'],
    ['0-8044-2957-x', '9780804429573'],
    ['2-07-036002-4', '9782070360024'],
    ['978-2-07-036002-4', '9782070360024'],
    ['979-10-323-0569-0', '9791032305690'],
    [' 978 2070360024 ', '9782070360024'],
  ])('%s is %s', (written, kept) => {
    expect(isbn13Of(written)).toBe(kept);
  });

  it('is the same in ten digits and in thirteen', () => {
    fc.assert(
      fc.property(digits(9), (nine) => {
        const thirteen = isbn13(`978${nine}`);
        expect([isbn13Of(isbn10(nine)), isbn13Of(thirteen)]).toEqual([thirteen, thirteen]);
      }),
    );
  });

  it('of the prefix 979 has thirteen digits only, and is kept as it is, but for 979-0, the prefix of music', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), digits(8), (first, eight) => {
        const thirteen = isbn13(`979${first}${eight}`);
        expect(isbn13Of(thirteen)).toBe(thirteen);
        expect(isbn13Of(isbn13(`9790${eight}`))).toBeUndefined();
      }),
    );
  });

  it('may have hyphens and spaces anywhere', () => {
    const isbns = digits(9).chain((nine) => fc.constantFrom(isbn10(nine), isbn13(`978${nine}`)));
    fc.assert(
      fc.property(isbns, fc.array(separator, { minLength: 14, maxLength: 14 }), (isbn, separators) => {
        const written = separators[13] + [...isbn].map((digit, n) => digit + separators[n]).join('');
        expect(isbn13Of(written)).toBe(isbn13Of(isbn));
        expect(isbn13Of(isbn)).toMatch(/^\d{13}$/);
      }),
    );
  });

  it('with one digit changed is refused, in ten digits and in thirteen', () => {
    const changed = digits(9).chain((nine) =>
      fc.oneof(
        oneChanged(isbn10(nine), (n) => (n === 9 ? '0123456789X' : '0123456789')),
        oneChanged(isbn13(`978${nine}`), () => '0123456789'),
        oneChanged(isbn13(`979${nine}`), () => '0123456789'),
      ),
    );
    fc.assert(
      fc.property(changed, (wrong) => {
        expect(isbn13Of(wrong)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('of ten digits with two neighbours exchanged is refused', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(8), (nine, n) => {
        const right = isbn10(nine);
        const exchanged = right.slice(0, n) + right[n + 1] + right[n] + right.slice(n + 2);
        fc.pre(exchanged !== right);
        expect(isbn13Of(exchanged)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['hyphens only', '--- -'],
    ['letters', 'LivreDePoche'],
    ['twelve digits', '978207036002'],
    ['fourteen digits', '97820703600240'],
    ['nine digits', '207036002'],
    ['an EAN-13 that is no book', '4006381333931'],
    ['an ISSN as EAN-13', '9770151945008'],
    ['an X that is not last', '20703X0024'],
    ['an X as the key of thirteen digits', '978080442957X'],
    ['digits of another script', '٩٧٨٢٠٧٠٣٦٠٠٢٤'],
    ['digits and a word', '9782070360024 broché'],
    ['two of them', '2070360024 2070360024'],
    ['an ISMN', '979-0-2600-0043-8'],
    ['digits on two lines', '978207\n0360024'],
    ['digits before a line end', '9782070360024\n'],
    ['digits on two pages', '978207\f0360024'],
    ['digits in two columns', '978207\t0360024'],
    ['two paragraphs', '978207\u20290360024'],
    ['points between digits', '978.2.07.036002.4'],
  ])('is not %s', (_, text) => {
    expect(isbn13Of(text)).toBeUndefined();
  });
});
