import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wordsOf } from '../../lib/books/words.ts';
import { fold } from '../../lib/values/fold.ts';
import { naiveWords } from '../support/naive-search.ts';

const any = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed());

/** Text as people type it: ligatures, marks, what stands between words, and characters that show nothing. */
const typed = fc.string({
  unit: fc.constantFrom(
    ...'aàâäæbcçdeéèêëfghiîïıİjklłmnñoôöœøpqrsßtuùûüvwxyÿzþðđħŧʹʺʻʼʿʾΑάςσЙйё각각אָע ’-',
    ...[' ', '\u00a0', 'ﬁ', 'e\u0301', 'हिन्दी', '字', '1984', '❤️', ...'ガパ토톨', ...'カガハパー톨'.normalize('NFD')],
    ...'\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff',
  ),
});
const RUNS = { numRuns: 1_000 };

test('the words of any text are those of the plainest search, however Unicode writes its accents', () => {
  fc.assert(
    fc.property(fc.oneof(any, typed), (text) => {
      const words = [...new Set(naiveWords(text))];
      for (const written of [text, text.normalize('NFC'), text.normalize('NFD')])
        expect(wordsOf(written)).toEqual(words);
      for (const word of words) expect(wordsOf(word)).toEqual([word]);
    }),
    RUNS,
  );
});

test('a text is read the same twice, in either case and in either normal form', () => {
  fc.assert(
    fc.property(typed, (text) => {
      for (const same of [fold(text), text.toLowerCase(), text.normalize('NFC'), text.normalize('NFD')])
        expect(fold(same)).toBe(fold(text));
    }),
    RUNS,
  );
});

test('the beginning of a text, to the end of a letter, is read as the beginning of the whole', () => {
  fc.assert(
    fc.property(typed, typed, (start, rest) => {
      const word = fold(`${start}x`).slice(0, -1).trimEnd();
      expect(fold(`${start}x${rest}`).startsWith(word)).toBe(true);
    }),
    RUNS,
  );
});

test.each([
  ['हिन्दी', 'हन्द'],
  ["O'Neil", 'ONeil'],
  ['ガラス', 'カ'],
  ['ﾊﾟﾘ', 'ハ'],
  ['톨스토이', '토'],
])('marks that make another letter count: %s does not begin with %s', (text, other) => {
  expect(fold(text).startsWith(fold(other))).toBe(false);
});
