/** The contract's search said once more in the plainest way, to compare the real one with. */

/** Letters typed as two, without their stroke or not at all, those of other keyboards, and the one written another way at the end of a word. */
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
  ['ˀ', ''],
  ['ˁ', ''],
  ['ς', 'σ'],
  ['ی', 'ي'],
  ['ى', 'ي'],
  ['ک', 'ك'],
];

/** Marks that readers leave out: accents, half marks, Hebrew points, Arabic ones with the stroke that stretches a word. */
const MARKS = /[\u0300-\u036f\u0640\u064b-\u0655\u0670]|[\ufe20-\ufe2f]|(?=\p{Script=Hebrew})\p{M}/gu;

const APOSTROPHES = "'’‘‛ʹʺʻʼˈˊˋˮꞋꞌ´`′‵″＇";

/** Join the parts of a word that may be written as one: where one sees it, and in initials and numbers; or nothing. */
const [SEAM, JOINT, BREAK] = ['_', '+', '\u0001'];
const JOINTS = /[_+]/;

/** A text without case, accents and ligatures. */
function plainly(text: string): string {
  let plain = text.normalize('NFC');
  for (const apostrophe of APOSTROPHES) plain = plain.replaceAll(apostrophe, "'");
  // Styled letters like 𝐉 have no lower case until NFKD has made plain letters of them.
  plain = plain.normalize('NFKD').toLowerCase();
  // Invisible characters are taken out, except the zero-width space, which separates words in Thai and Khmer.
  plain = plain.replaceAll('\u200b', ' ').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  plain = plain.replaceAll(MARKS, '');
  for (const [one, two] of SPELT_OUT) plain = plain.replaceAll(one, two);
  // A letter and its marks become one character, so that a part of it does not count as its beginning.
  return plain.normalize('NFC').replaceAll(/\s+/gu, ' ');
}

const CHARACTER = '[\\p{L}\\p{M}\\p{N}]';
const HYPHEN = '[\\p{Pd}\\u2212]';
const regex = (pattern: string) => new RegExp(pattern, 'gu');

/** The words of a text, the parts of each joined, and `&` for each ampersand between two words. */
function naiveRuns(text: string): string[] {
  let plain = plainly(text).replaceAll(/[_+]/g, BREAK);
  for (const apostrophe of APOSTROPHES.slice(1)) plain = plain.replaceAll(apostrophe, BREAK);
  plain = plain.replaceAll(regex(`(?<!${CHARACTER})\\p{M}+(?!${CHARACTER})`), BREAK);
  // 20 000, 20.000
  plain = plain.replaceAll(regex(`(?<!${CHARACTER})(\\p{Nd}{1,3})[ .,'](?=\\p{Nd}{3}(?!${CHARACTER}))`), `$1${JOINT}`);
  // J.R.R., J. R. R., J.-M.
  const initial = '\\p{L}\\p{M}*';
  plain = plain.replaceAll(
    regex(`(?<!${CHARACTER})(${initial})\\.(?: |${HYPHEN}){0,2}(?=${initial}(?!${CHARACTER}))`),
    `$1${JOINT}`,
  );
  // l'étranger, Spider-Man
  plain = plain.replaceAll(regex(`(?<=${CHARACTER})(?:'|${HYPHEN})(?=${CHARACTER})`), SEAM);
  const tokens = plain.match(regex(`(?:${CHARACTER}|[_+])+|&`)) ?? [];
  const [first, last] = [tokens.findIndex((token) => token !== '&'), tokens.findLastIndex((token) => token !== '&')];
  return tokens.filter((token, n) => token !== '&' || (n > first && n < last && tokens[n - 1] !== '&'));
}

/** The words of a title or an author: each part goes on to the end of its word. An ampersand is `et`, and `and`. */
export const naiveWords = (text: string): string[] => [
  ...new Set(
    naiveRuns(text).flatMap((run) => {
      if (run === '&') return ['et', 'and'];
      const starts = [0, ...[...run.matchAll(/[_+]/g)].map(({ index }) => index + 1)];
      return starts.map((start) => {
        const [first = '', ...rest] = run.slice(start).split(JOINTS);
        return first + (run[start + first.length] === SEAM ? SEAM : '') + rest.join('');
      });
    }),
  ),
];

/** The words of a title as it is sorted. */
export const naiveSort = (text: string): string =>
  naiveRuns(text)
    .flatMap((run) => (run === '&' ? ['et'] : run.split(JOINTS)))
    .join(' ');

/** Of what is joined, a part is typed, or the whole: three letters of the next part, or all of it, tell so. */
const begins = (asked: string, words: string[]): boolean =>
  words.some((word) => {
    const [first = '', next = ''] = word.split(SEAM);
    if (first.startsWith(asked)) return true;
    return (first + next).startsWith(asked) && (asked.length >= first.length + 3 || asked === first + next);
  });

/** True when the text has what somebody typed: its parts, or the whole as one word. */
function hasRun(run: string, words: string[], text: string, isLast: boolean): boolean {
  if (run === '&') return true;
  const [first = '', ...rest] = run.split(JOINTS);
  const parts = [first, ...rest];
  const hasParts = parts.every((part) => begins(part, words));
  const hasWhole = begins(parts.join(''), words);
  if (rest.length === 0) return hasWhole;
  if ([...first].length >= 3 || /^\p{Nd}+\+\p{Nd}{3}([_+]|$)/u.test(run)) return hasParts || hasWhole;
  // Of short first parts, elided ones and those of long chains stand alone; initials and pairs are one word.
  const joints = plainly(text);
  if (isElided(run, joints)) return begins(first, words) && hasRun(run.slice(first.length + 1), words, text, isLast);
  if (isHyphened(run, joints) && parts.length > 2) return hasParts;
  // A letter behind initials and a space is one of them, or the beginning of the next word.
  const [last = '', before] = [parts.at(-1), parts.slice(0, -1).join('')];
  const isOpen = isLast && new RegExp(`[.]${HYPHEN}? ${last}$`, 'u').test(joints.trim());
  return hasWhole || (isOpen && begins(before, words) && begins(last, words));
}

const isElided = (run: string, plain: string): boolean => {
  const [first = '', second = ''] = run.split(JOINTS);
  return plain.includes(`${first}'${second}`);
};

const isHyphened = (run: string, plain: string): boolean => {
  const [first = '', second = ''] = run.split(JOINTS);
  return new RegExp(`${first}${HYPHEN}${second}`, 'u').test(plain);
};

/** True when the words have everything that was typed. */
const naivelyHas = (asked: string, words: string[]): boolean =>
  naiveRuns(asked).every((run, n, { length }) => hasRun(run, words, asked, n === length - 1));

export const naivelyFinds = (asked: string, text: string): boolean => naivelyHas(asked, naiveWords(text));

/** True when every word asked for begins a word of the title or of the author. */
export const naivelyFindsEither = (asked: string, ...texts: string[]): boolean =>
  naivelyHas(asked, texts.flatMap(naiveWords));
