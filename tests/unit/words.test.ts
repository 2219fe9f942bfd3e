import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { everyAsked, matches, seamless, searchOf, wordsOf } from '../../lib/books/words.ts';
import { fold, wordsIn } from '../../lib/values/fold.ts';
import { often } from '../support/extent.ts';
import { naivelyFinds, naiveSort, naiveWords } from '../support/naive-search.ts';

const any = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed());

/** Text as people type it: ligatures, marks, what stands between words, and characters that show nothing. */
const typed = fc.string({
  unit: fc.constantFrom(
    ...'aàâäæbcçdeéèêëfghiîïıİjklłmnñoôöœøpqrsßtuùûüvwxyÿzþðđħŧʹʺʻʼʿʾΑάςσЙйё각각אָע ’-',
    ...[' ', '\u00a0', 'ﬁ', 'e\u0301', 'हिन्दी', '字', '1984', '❤️', ...'ガパ토톨', ...'カガハパー톨'.normalize('NFD')],
    ...'\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff',
    ...['&', '.', '. ', '.-', '´', '000', 'i\ufe20a\ufe21', 'ی', 'ك', ' & '],
    // Other keyboards, points that readers leave out, and scripts that need more than one unit for a letter.
    ...'ىکʽˀˁˈˊˋ‘’ـَّٰיִּׁ־ײַ楽红𠮷\u{e0100}ខ្មែរ',
  ),
});
const RUNS = { numRuns: often({ everyday: 250, thorough: 1000 }) };

test('the words of any text are those of the plainest search, however Unicode writes its accents', () => {
  fc.assert(
    fc.property(fc.oneof(any, typed), (text) => {
      const words = naiveWords(text)
        .map((word) => word.replace('_', "'"))
        .toSorted();
      fc.pre(words.length <= 45);
      for (const written of [text, text.normalize('NFC'), text.normalize('NFD')]) {
        expect(wordsOf({ titre: written, auteur: null }).titre.toSorted()).toEqual(words);
        expect(wordsOf({ titre: '', auteur: written }).auteur.toSorted()).toEqual(words);
        expect(wordsOf({ titre: written, auteur: null }).sort).toBe(naiveSort(text));
      }
      for (const word of wordsIn(text)) expect(wordsOf({ titre: word, auteur: null }).titre).toEqual([word]);
    }),
    RUNS,
  );
});

/** Finds the text when the plainest search says so, led there by the beginning of one of its words. */
function expectFound(asked: string, text: string): void {
  const [words, search] = [wordsOf({ titre: text, auteur: null }), searchOf({ titre: asked })];
  const finds = matches(words, search);
  expect([asked, finds]).toEqual([asked, naivelyFinds(asked, text)]);
  const isLed = (lead: string) => words.titre.some((word) => seamless(word).startsWith(lead));
  expect([asked, everyAsked(search).filter(({ lead }) => finds && !isLed(lead))]).toEqual([asked, []]);
}

test('what somebody types finds a text exactly when the plainest search says so', () => {
  fc.assert(
    fc.property(typed, typed, (asked, text) => {
      fc.pre(naiveWords(text).length <= 45);
      for (const titre of [asked, text, text.slice(0, asked.length), text.replaceAll(/[^\p{L}\p{N}]/gu, '')])
        if (titre.isWellFormed()) expectFound(titre, text);
    }),
    RUNS,
  );
});

/** Words as titles and authors join them: `l’étranger`, `Spider-Man`, `J. R. R.`, `20 000`, `Boule & Bill`. */
const piece = fc.constantFrom(
  ...['l', 'e', 'j', 'r', 'k', 'le', 'jean', 'man', 'spider', 'étranger', '1', '20', '000'],
);
const joint = fc.constantFrom(...["'", '-', '.', '. ', '.-', ' ', ' ', ' & ', '']);
// The plainest search looks for how two parts are joined anywhere in the text: no part stands there twice.
const pieces = fc.uniqueArray(fc.tuple(piece, joint), { selector: ([part]) => part, minLength: 1, maxLength: 5 });

test('what is joined is found by some of its parts, joined in whatever other way and cut anywhere', () => {
  const otherwise = fc.tuple(fc.nat(4), fc.nat(4), fc.array(joint, { minLength: 5, maxLength: 5 }), fc.nat(12));
  fc.assert(
    fc.property(pieces, otherwise, (all, [from, count, joints, length]) => {
      const some = all.slice(from % all.length).slice(0, 1 + count);
      const asked = some.map(([part], n) => part + (n < some.length - 1 ? joints[n] : '')).join('');
      for (const titre of [asked, asked.slice(0, length + 1)]) expectFound(titre, all.flat().join(''));
    }),
    { numRuns: often({ everyday: 2_000, thorough: 20_000 }) },
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
