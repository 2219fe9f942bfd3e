import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../lib/values/fold.ts';

/** Text as people type it, ligatures, marks and spaces included, rather than any code point at all. */
const typed = fc.string({
  unit: fc.constantFrom(
    ...'aàâäæbcçdeéèêëfghiîïıİjklłmnñoôöœøpqrsßtuùûüvwxyÿzþðđħŧʿʾΑάςσЙйё各각אָע ’-',
    ' ',
    '\u00a0',
    'ﬁ',
    'e\u0301',
    ...'カガハパー톨'.normalize('NFD'),
    ...'ガパ토톨',
    ...'\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff',
  ),
});
const RUNS = { numRuns: 1_000 };

test.each([
  ['ligatures', 'Œuvre ÆGIR Straße STRASSE STRAẞE ﬁn', 'oeuvre aegir strasse strasse strasse fin'],
  ['accents', 'Zoë Zoe\u0308 Ёлка İstanbul ıstanbul', 'zoe zoe елка istanbul istanbul'],
  ['strokes', 'Łódź Đặng Søren Þór Ħaż-Żabbar Ŧávvá', 'lodz dang soren thor haz-zabbar tavva'],
  ['ayn and hamza', 'Saʿīd al-Maʾmūn', 'said al-mamun'],
  ['forms of a letter', 'Ｌｅ ΟΔΥΣΣΕΥΣ Οδυσσεύς', 'le οδυσσευσ οδυσσευσ'],
  ['spaces', '  Le \u00a0 Goff ', 'le goff'],
  ['apostrophes, which stay', "N'Guyen", "n'guyen"],
  ['Hebrew points', 'שָׁלוֹם בֵּית־הַמִּקְדָּשׁ׃ מִבֶּטְׅלּוֹא׆ ׀', 'שלום בית־המקדש׃ מבטלוא׆ ׀'],
  ['Arabic vowels', 'مُحَمَّد', 'محمد'],
  ['what shows nothing', 'bib\u00adlio\u00adthèque 辻\u{e0100}村 葛\ufe00城 ❤\ufe0f', 'bibliotheque 辻村 葛城 ❤'],
  ['marks of direction', '\ufeffLe\u2060 \ufeff\u200eGoff', 'le goff'],
  ['joiners', 'می\u200cروم क्\u200dष', 'میروم क्ष'],
  ['spaces without width', 'ភាសា\u200bខ្មែរ \u200bLe\u200b \u200bGoff\u200b', 'ភាសា ខ្មែរ le goff'],
  ['kana', 'ｶﾞﾗｽ か\u3099', 'ガラス が'],
  ['syllables', `토지 ${'토지'.normalize('NFD')}`, '토지 토지'],
])('%s do not count where readers leave them out: %s is read as %s', (_, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('marks that make another letter count, and so does every other difference', () => {
  for (const [one, other] of ['हिन्दी हन्द', 'Le Les', 'Durand Durant', "O'Neil ONeil", '李 王'].map((pair) =>
    pair.split(' '),
  ))
    expect(fold(one as string)).not.toBe(fold(other as string));
  for (const [whole, part] of ['ガラス カ', 'ﾊﾟﾘ ハ', '톨스토이 토'].map((pair) => pair.split(' ')))
    expect(fold(whole as string).startsWith(fold(part as string))).toBe(false);
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
