import { lazy } from './lazy.ts';

/**
 * Letters that Unicode does not decompose. Readers type them as two letters, or without their stroke, or
 * not at all, like the ayn and hamza of romanised Arabic (`Qurʾān`). Persian and Arabic keyboards have a yeh
 * and a kaf of their own.
 */
const SPELT_OUT: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ʽ: '',
  ʾ: '',
  ʿ: '',
  ˀ: '',
  ˁ: '',
  ς: 'σ',
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
};
const SPELT_OUT_LETTERS = new RegExp(`[${Object.keys(SPELT_OUT).join('')}]`, 'g');

/**
 * Accents and vowel points of the alphabets whose readers leave them out: Latin, Greek, Cyrillic,
 * Hebrew and Arabic; and the half marks with which libraries write the ligatures of romanised Cyrillic. The range leaves out the Hebrew hyphen (U+05BE) and the stops, which are not points.
 * Marks that make another letter (Devanagari vowels, kana voicing) stay.
 */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e\u0640\u064b-\u0655\u0670]|[\ufe20-\ufe2f]/g;

/**
 * Characters that show nothing: variation selectors, soft hyphens, joiners, direction marks. Readers of
 * Persian often leave the non-joiner (U+200C) out, so it separates no words. The zero-width space
 * (U+200B) does, because it stands between the words of Thai and Khmer.
 */
const UNSEEN = /(?!\u200b)\p{Default_Ignorable_Code_Point}/gu;

/**
 * Folds a text for comparison: case, accents and ligatures do not count. The result is composed again, so
 * that one letter never begins another: カ is not the beginning of ガ, nor 토 of 톨.
 * @example fold('Œuvre') // 'oeuvre'
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(OPTIONAL_MARKS, '')
    .replace(SPELT_OUT_LETTERS, (letter) => SPELT_OUT[letter] as string)
    .normalize('NFC')
    .replace(/[\s\u200b]+/gu, ' ')
    .trim();

/**
 * Apostrophes, in whatever way they are typed or catalogued: quotation marks, accents that stand alone, primes, and
 * the letters by which romanisations write a soft sign or a glottal stop (`Bulʹba`, `Hawaiʻi`).
 */
export const APOSTROPHES = "'’‘‛ʹʺʻʼˈˊˋˮꞋꞌ´`′‵″＇";
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu');

/** What joins two words besides. A soft hyphen is not seen, and joins none. */
export const HYPHENS = '\\p{Pd}\\u2212';

/** Made when first needed, as every pattern of whole classes of Unicode: it takes the better part of a millisecond. */
const word = lazy(() => new RegExp(`(?:(?![${APOSTROPHES}])[\\p{L}\\p{M}\\p{N}])+`, 'gu'));

/** A word of a text, with what stands between it and the word before. */
export interface Piece {
  gap: string;
  word: string;
}

/** An accent that stands alone would fold to a space. Composed first, one text has one result in all normal forms. */
const comparable = (text: string): string => fold(text.normalize('NFC').replace(APOSTROPHE, "'"));

/** Tells whether a text ends with its last word, so that whoever types it may be in the middle of that. */
export const endsWith = (text: string, word: string): boolean => comparable(text).endsWith(word);

/**
 * Splits a text into the words that are compared. Anything but a letter, mark or digit separates words, and so does
 * an apostrophe that Unicode counts as a letter; in a gap every apostrophe is `'`. Marks alone, like those of a
 * keycap emoji, are not a word.
 */
export function piecesIn(text: string): Piece[] {
  const folded = comparable(text);
  const words = [...folded.matchAll(word())].filter(([word]) => /[\p{L}\p{N}]/u.test(word));
  return words.map(({ 0: word, index }, n) => {
    const before = words[n - 1];
    return { gap: before ? folded.slice(before.index + before[0].length, index) : '', word };
  });
}

/** @example wordsIn('L’Étranger') // ['l', 'etranger'] */
export const wordsIn = (text: string): string[] => piecesIn(text).map(({ word }) => word);

/** Puts a space before every word, so that ` etr` finds the beginning of a word and nothing inside one. */
export const spaced = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('');
