import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isbn13Of } from '../../lib/books/isbn.ts';
import { isbn10, isbn13 } from '../support/isbn.ts';

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
const separator = fc.constantFrom('', '', '-', ' ', '\u00a0', '\u202f', '\u2009', '\u2010', '\u2011', '\u2013', '--');

test('an ISBN is the same in ten digits and in thirteen, with hyphens and spaces anywhere', () => {
  fc.assert(
    fc.property(digits(9), fc.array(separator, { minLength: 14, maxLength: 14 }), (nine, separators) => {
      for (const isbn of [isbn10(nine), isbn10(nine).toLowerCase(), isbn13(`978${nine}`)]) {
        const written = separators[13] + [...isbn].map((digit, n) => digit + separators[n]).join('');
        expect(isbn13Of(written)).toBe(isbn13(`978${nine}`));
      }
    }),
  );
});

test('an ISBN of the prefix 979 is kept as it is, but for 979-0, which is the prefix of music', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), digits(8), (first, eight) => {
      const isbn = isbn13(`979${first}${eight}`);
      expect([isbn13Of(isbn), isbn13Of(isbn13(`9790${eight}`))]).toEqual([isbn, undefined]);
    }),
  );
});

test('an ISBN with one digit changed, or with two neighbours of its ten exchanged, is refused', () => {
  fc.assert(
    fc.property(digits(9), fc.nat(8), fc.integer({ min: 1, max: 9 }), (nine, place, shift) => {
      const ten = isbn10(nine);
      for (const isbn of [ten, isbn13(`978${nine}`), isbn13(`979${nine}`)]) {
        const changed = String((Number(isbn[place]) + shift) % 10);
        expect(isbn13Of(isbn.slice(0, place) + changed + isbn.slice(place + 1))).toBeUndefined();
      }
      const exchanged = `${ten.slice(0, place)}${ten[place + 1]}${ten[place]}${ten.slice(place + 2)}`;
      expect(isbn13Of(exchanged)).toBe(exchanged === ten ? isbn13(`978${nine}`) : undefined);
    }),
  );
});

test.each([
  ['nothing', ['', '--- -']],
  ['letters', ['LivreDePoche', '9782070360024 broché', '20703X0024', '978080442957X']],
  ['too many digits or too few', ['978207036002', '97820703600240', '207036002', '2070360024 2070360024']],
  ['the number of something else', ['4006381333931', '9770151945008']],
  ['digits of another script', ['٩٧٨٢٠٧٠٣٦٠٠٢٤']],
  ['digits on two lines', ['978207\n0360024', '9782070360024\n', '978207\f0360024', '978207\u20290360024']],
  ['digits with other signs between', ['978207\t0360024', '978.2.07.036002.4']],
])('%s is no ISBN: %j', (_, texts) => {
  for (const text of texts) expect([text, isbn13Of(text)]).toEqual([text, undefined]);
});
