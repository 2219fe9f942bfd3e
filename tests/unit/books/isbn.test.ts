import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isbn13Of } from '../../../lib/books/isbn.ts';
import { isbn10, isbn13 } from '../../support/isbn.ts';

const digits = (count: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: count, maxLength: count }).map((all) => all.join(''));
const separator = fc.constantFrom('', '', '-', ' ', '\u00a0', '\u202f', '\u2009', '\u2010', '\u2011', '\u2013', '--');

/** The same text with one character changed for another of those that may stand there. */
const oneChanged = (text: string, allowed: (place: number) => string) =>
  fc.nat(text.length - 1).chain((place) =>
    fc
      .constantFrom(...allowed(place))
      .filter((other) => other !== text[place])
      .map((other) => text.slice(0, place) + other + text.slice(place + 1)),
  );

test.each([
  ['0-306-40615-2', '9780306406157'],
  ['080442957X', '9780804429573'],
  ['0-8044-2957-x', '9780804429573'],
  ['978-2-07-036002-4', '9782070360024'],
  ['979-10-323-0569-0', '9791032305690'],
])('the ISBN %s is kept as %s', (written, kept) => {
  expect(isbn13Of(written)).toBe(kept);
});

test('an ISBN is the same in ten digits and in thirteen, with hyphens and spaces anywhere', () => {
  fc.assert(
    fc.property(digits(9), fc.array(separator, { minLength: 14, maxLength: 14 }), (nine, separators) => {
      for (const isbn of [isbn10(nine), isbn13(`978${nine}`)]) {
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
  const changed = digits(9).chain((nine) =>
    fc.oneof(
      oneChanged(isbn10(nine), (place) => (place === 9 ? '0123456789X' : '0123456789')),
      oneChanged(isbn13(`978${nine}`), () => '0123456789'),
      oneChanged(isbn13(`979${nine}`), () => '0123456789'),
    ),
  );
  const exchanged = fc
    .tuple(digits(9).map(isbn10), fc.nat(8))
    .filter(([isbn, place]) => isbn[place] !== isbn[place + 1])
    .map(([isbn, place]) => `${isbn.slice(0, place)}${isbn[place + 1]}${isbn[place]}${isbn.slice(place + 2)}`);
  fc.assert(
    fc.property(fc.oneof(changed, exchanged), (wrong) => expect(isbn13Of(wrong)).toBeUndefined()),
    { numRuns: 500 },
  );
});

test.each([
  ['nothing', ['', '--- -']],
  ['letters', ['LivreDePoche', '9782070360024 broché', '20703X0024', '978080442957X']],
  ['too many digits or too few', ['978207036002', '97820703600240', '207036002', '2070360024 2070360024']],
  ['the number of something else', ['4006381333931', '9770151945008', '979-0-2600-0043-8']],
  ['digits of another script', ['٩٧٨٢٠٧٠٣٦٠٠٢٤']],
  ['digits on two lines', ['978207\n0360024', '9782070360024\n', '978207\f0360024', '978207\u20290360024']],
  ['digits with other signs between', ['978207\t0360024', '978.2.07.036002.4']],
])('%s is no ISBN: %j', (_, texts) => {
  for (const text of texts) expect([text, isbn13Of(text)]).toEqual([text, undefined]);
});
