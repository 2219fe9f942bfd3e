import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortOf, wordsOf } from '../../../lib/books/words.ts';
import { naiveWords } from '../../support/naive-search.ts';

const any = fc.string({ unit: 'binary', maxLength: 60 }).filter((value) => value.isWellFormed());
/** What people type, with what stands between words. */
const typed = fc
  .array(fc.constantFrom('l’', 'étranger', 'Œuvre', ' ', '-', 'Œdipe', 'Straße', 'ΣΟΦΟΣ', 'Ёлка', '字', "d'", '1984'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

test.each([
  ["L'Étranger L’Étranger l\u02bcétranger", 'l etranger'],
  ['Antoine de Saint-Exupéry', 'antoine de saint exupery'],
  ['ʿAbd al-Malik, ʽUmar', 'abd al malik umar'],
  ['Le Qurʾān', 'le quran'],
  ['Œuvre, Æsop & Straße ŒUVRES COMPLÈTES', 'oeuvre aesop strasse oeuvres completes'],
  ['Vingt mille lieues… (tome 2) ! 1984', 'vingt mille lieues tome 2 1984'],
  ['La la LA Là', 'la'],
  ['snake_case/slash.point ¿Qué?', 'snake case slash point que'],
  ['Οδύσσεια ΟΔΥΣΣΕΎΣ Ὀδυσσεύς', 'οδυσσεια οδυσσευσ'],
  ['Преступление и наказание', 'преступление и наказание'],
  ['الأَيَّام أحمد', 'الايام احمد'],
  ['דָּוִד בֶּן־גּוּרְיוֹן׃', 'דוד בן גוריון'],
  ['红楼梦 토지 गोदान', '红楼梦 토지 गोदान'],
  ['bib\u00adlio word\u2060joiner 辻\u{e0100}村 کتاب\u200cها', 'biblio wordjoiner 辻村 کتابها'],
  ['ภาษา\u200bไทย', 'ภาษา ไทย'],
  ['… — ’ «» !? \u200b\u200d 📚 ❤️ #️⃣ 👩\u200d🚀 👩🏽\u200d🚀', ''],
  ['', ''],
])('the words of %j are %j', (written, words) => {
  expect(wordsOf(written).join(' ')).toBe(words);
});

test('the words of any text are those of the plainest search, however Unicode writes its accents', () => {
  fc.assert(
    fc.property(fc.oneof(any, typed), (value) => {
      const words = [...new Set(naiveWords(value))];
      for (const written of [value, value.normalize('NFC'), value.normalize('NFD')])
        expect(wordsOf(written)).toEqual(words);
      for (const word of words) expect(wordsOf(word)).toEqual([word]);
    }),
    { numRuns: 1_000 },
  );
});

test('a title is sorted by all its words, repeated ones too, and by nothing else', () => {
  expect(sortOf('  Ça : ça, « LÀ » — l’Œuvre ')).toBe('ca ca la l oeuvre');
});
