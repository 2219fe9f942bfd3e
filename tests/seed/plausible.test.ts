import { expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { requireSearchable } from '../../lib/books/rules.ts';
import { Book } from '../../lib/books/schema.ts';
import { wordsOf } from '../../lib/books/words.ts';
import { MOST_BOOKS, plausibleBook } from '../../seed/books/plausible.ts';
import { seedData } from '../../seed/data.ts';

/** Books that nobody wrote, which fill a large catalogue. */

const COUNT = 2_000;
const books = Array.from({ length: COUNT }, (_, n) => plausibleBook(n));
const share = (holds: (book: Book) => boolean) => books.filter(holds).length / COUNT;
const unique = (values: unknown[]) => new Set(values).size;

test('plausible books are the same at every call, in whatever order, and such as the service takes', () => {
  for (const n of [1_999, 0, 512, 3]) expect(plausibleBook(n)).toEqual(books[n]);
  for (const book of [...books, plausibleBook(MOST_BOOKS - 1)]) {
    expect(z.parse(Book, book)).toEqual(book);
    expect(() => requireSearchable(book)).not.toThrow();
  }
});

test('plausible books have an identifier of their own, and most an ISBN that no real book has', () => {
  expect(unique(books.map(({ id }) => id))).toBe(COUNT);
  const isbns = books.flatMap(({ isbn }) => isbn ?? []);
  expect(unique(isbns)).toBe(isbns.length);
  expect([isbns.length > COUNT * 0.5, isbns.length < COUNT * 0.7]).toEqual([true, true]);
  const real = new Set(seedData('2026-11-22').livres.map(({ isbn }) => isbn));
  expect(isbns.filter((isbn) => real.has(isbn) || !isbn.startsWith('978200'))).toEqual([]);
});

test('plausible books are a catalogue of many titles in which “le” is common and some are long', () => {
  expect(share(({ titre }) => wordsOf({ titre, auteur: null }).titre.includes('le'))).toBeGreaterThan(0.3);
  expect(share(({ titre }) => titre.length > 100)).toBeGreaterThan(0.02);
  expect(unique(books.map(({ titre }) => titre)) / COUNT).toBeGreaterThan(0.6);
  expect(share(({ titre }) => /^\p{Lu}/u.test(titre))).toBe(1);
  expect(share(({ titre }) => /(?<!\p{L})((de|à) le(?!\p{L})|l[ea] [aeiouéœ])/iu.test(titre))).toBe(0);
});
