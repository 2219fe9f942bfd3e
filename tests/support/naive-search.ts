/** The contract's search said once more in the plainest way, to compare the real one with. */

/** Letters typed as two, without their stroke or not at all, and the one written another way at the end of a word. */
const SPELT_OUT: [string, string][] = [
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ʽ', ''],
  ['ʾ', ''],
  ['ʿ', ''],
  ['ς', 'σ'],
];

/** Marks that readers leave out: accents, Hebrew points, Arabic ones with the stroke that stretches a word. */
const MARKS = /[\u0300-\u036f\u0640\u064b-\u0655\u0670]|(?=\p{Script=Hebrew})\p{M}/gu;

/** The words of a text without case, accents and ligatures, in their order. */
export function naiveWords(text: string): string[] {
  // Styled letters like 𝐉 have no lower case until NFKD has made plain letters of them.
  let plain = text.normalize('NFKD').toLowerCase().replaceAll(MARKS, '');
  // Invisible characters are taken out, except the zero-width space, which separates words in Thai and Khmer.
  plain = plain.replaceAll('\u200b', ' ').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  for (const [one, two] of SPELT_OUT) plain = plain.replaceAll(one, two);
  // A letter and its marks become one character, so that a part of it does not count as its beginning.
  plain = plain.normalize('NFC');
  // Apostrophes that Unicode takes for letters are apostrophes all the same.
  for (const apostrophe of 'ʹʺʻʼ') plain = plain.replaceAll(apostrophe, ' ');
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !/^\p{M}+$/u.test(word));
}

/** True when every word asked for begins a word of the text. */
export const naivelyFinds = (asked: string, text: string): boolean =>
  naiveWords(asked).every((start) => naiveWords(text).some((word) => word.startsWith(start)));
