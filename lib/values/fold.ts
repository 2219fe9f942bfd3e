/**
 * Letters that Unicode does not decompose. Readers type them as two letters, or without their stroke, or
 * not at all, like the ayn and hamza of romanised Arabic (`Qurʾān`).
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
  ς: 'σ',
};
const SPELT_OUT_LETTERS = new RegExp(`[${Object.keys(SPELT_OUT).join('')}]`, 'g');

/**
 * Accents and vowel points of the alphabets whose readers leave them out: Latin, Greek, Cyrillic,
 * Hebrew and Arabic. The range leaves out the Hebrew hyphen (U+05BE) and the stops, which are not points.
 * Marks that make another letter (Devanagari vowels, kana voicing) stay.
 */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e\u0640\u064b-\u0655\u0670]/g;

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
 * Splits a text into the words that are compared. Anything but a letter, mark or digit separates words, and
 * so do the apostrophes that Unicode counts as letters (U+02B9 to U+02BC). Marks alone, like those of a
 * keycap emoji, are not a word.
 * @example wordsIn('L’Étranger') // ['l', 'etranger']
 */
export const wordsIn = (text: string): string[] =>
  fold(text)
    .split(/(?:[^\p{L}\p{M}\p{N}]|[\u02b9-\u02bc])+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Puts a space before every word, so that ` etr` finds the beginning of a word and nothing inside one. */
export const spaced = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('');
