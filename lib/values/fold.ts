/**
 * Letters that Unicode does not decompose but that readers type as two, or without their stroke, or,
 * like the ayn and hamza of romanised Arabic (`Qurʾān`), not at all.
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
 * Hebrew, Arabic. The Hebrew hyphen (U+05BE) and stops that stand among the points are no points.
 * Marks that make another letter (Devanagari vowels, kana voicing) stay.
 */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e\u0640\u064b-\u0655\u0670]/g;

/**
 * Characters that show nothing: variation selectors, soft hyphens, joiners, direction marks. A reader of
 * Persian leaves the non-joiner (U+200C) out as often as not, so that it separates nothing either; the
 * zero-width space (U+200B) does, being what stands between the words of Thai and Khmer.
 */
const UNSEEN = /(?!\u200b)\p{Default_Ignorable_Code_Point}/gu;

/**
 * The text as it is compared: case, accents and ligatures do not count (`Œuvre` → `oeuvre`). What is left is
 * composed again, so that a letter never begins another one: カ is not the beginning of ガ, nor 토 of 톨.
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
