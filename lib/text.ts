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

/** The text as it is compared: case, accents and ligatures do not count (`Œuvre` → `oeuvre`). */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(OPTIONAL_MARKS, '')
    .replace(SPELT_OUT_LETTERS, (letter) => SPELT_OUT[letter] as string)
    .replace(/\s+/gu, ' ')
    .trim();
