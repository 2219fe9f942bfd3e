import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_WORDS } from '../../../lib/books/rules.ts';
import { indexItems } from '../../../lib/books/store/items.ts';
import { sortOf, wordsOf } from '../../../lib/books/words.ts';

const id = 'b1e55ed0-0000-4000-8000-000000000000';
const bytes = (text: string) => Buffer.byteLength(text);

/** DynamoDB's bounds on a partition key and a sort key, and on the items of a transaction. */
const PARTITION_KEY = 2048;
const SORT_KEY = 1024;
const TRANSACTION = 100;

const text = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength }),
      fc.string({ unit: fc.constantFrom('a', 'é', 'ﷺ', '㌖', '각', '𠮷', ' '), minLength: 1, maxLength }),
    )
    .filter((value) => value.isWellFormed());

describe('the index items of a book', () => {
  it('have keys that DynamoDB takes, no two alike, whatever title and author are made of', () => {
    fc.assert(
      fc.property(text(300), text(200), (titre, auteur) => {
        const items = indexItems({ id, titre, auteur });
        for (const { pk, sk } of items) {
          expect(bytes(pk)).toBeLessThanOrEqual(PARTITION_KEY);
          expect(bytes(sk)).toBeLessThanOrEqual(SORT_KEY);
        }
        expect(new Set(items.map(({ pk, sk }) => `${pk} ${sk}`)).size).toBe(items.length);
        expect(items.length).toBeLessThanOrEqual(1 + wordsOf(titre).length + wordsOf(auteur).length);
      }),
      { numRuns: 300 },
    );
  });

  it('are one for each word of each field and one for the list of all', () => {
    const items = indexItems({ id, titre: "L'Œuvre, l’œuvre", auteur: 'Émile Zola' });
    expect(items.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([
      `CATALOGUE l oeuvre l oeuvre\t${id}`,
      `TITRE#l l\tl oeuvre l oeuvre\t${id}`,
      `TITRE#o oeuvre\tl oeuvre l oeuvre\t${id}`,
      `AUTEUR#e emile\tl oeuvre l oeuvre\t${id}`,
      `AUTEUR#z zola\tl oeuvre l oeuvre\t${id}`,
    ]);
    for (const item of items)
      expect(item).toMatchObject({ livre_id: id, mots_titre: ' l oeuvre', mots_auteur: ' emile zola' });
  });

  it('hold the whole of a title in Latin, Greek or Cyrillic letters', () => {
    for (const letter of ['a', 'œ', 'λ', 'ж']) {
      const titre = letter.repeat(300);
      expect(indexItems({ id, titre, auteur: 'x' })[0]?.sk).toBe(`${sortOf(titre)}\t${id}`);
    }
  });

  it('cut a longer title between two characters, and fill the key with it', () => {
    const items = indexItems({ id, titre: `${'x'.repeat(70)} ${'𠮷'.repeat(229)}`, auteur: '𠮷'.repeat(60) });
    for (const { sk } of items) expect(sk).not.toMatch(/\ufffd|\p{Cs}/u);
    expect(Math.max(...items.map(({ sk }) => bytes(sk)))).toBeGreaterThan(SORT_KEY - 4);
  });

  it('leave room in one transaction for the book, two ISBNs and a first answer', () => {
    expect(1 + MAX_WORDS + 4).toBeLessThanOrEqual(TRANSACTION);
  });
});
