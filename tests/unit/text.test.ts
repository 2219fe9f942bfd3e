import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../lib/values/fold.ts';

/** Text as people type it, ligatures, marks and spaces included, rather than any code point at all. */
const typed = fc.string({
  unit: fc.constantFrom(
    ...'aàâäæbcçdeéèêëfghiîïıİjklłmnñoôöœøpqrsßtuùûüvwxyÿzþðđħŧʿʾΑάςσЙйё各각אָع ’-',
    ' ',
    '\u00a0',
    'ﬁ',
    'e\u0301',
    ...'カガハパー톨'.normalize('NFD'),
    ...'ガパ토톨',
    ...'\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff',
  ),
});

describe('the text as it is compared', () => {
  it.each([
    ['Œuvre', 'oeuvre'],
    ['ÆGIR', 'aegir'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Zoë', 'zoe'],
    ['Zoe\u0308', 'zoe'],
    ['Łódź', 'lodz'],
    ['Đặng', 'dang'],
    ['Søren', 'soren'],
    ['Þór', 'thor'],
    ['Ħaż-Żabbar', 'haz-zabbar'],
    ['Ŧávvá', 'tavva'],
    ['Saʿīd', 'said'],
    ['al-Maʾmūn', 'al-mamun'],
    ['İstanbul', 'istanbul'],
    ['ıstanbul', 'istanbul'],
    ['ﬁn', 'fin'],
    ['Ｌｅ', 'le'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['Οδυσσεύς', 'οδυσσευσ'],
    ['Ёлка', 'елка'],
    ['  Le \u00a0 Goff ', 'le goff'],
    ["N'Guyen", "n'guyen"],
    ['שָׁלוֹם', 'שלום'],
    ['בֵּית־הַמִּקְדָּשׁ׃', 'בית־המקדש׃'],
    ['מִבֶּטְׅלּוֹא׆ ׀', 'מבטלוא׆ ׀'],
    ['مُحَمَّد', 'محمد'],
    ['bib\u00adlio\u00adthèque', 'bibliotheque'],
    ['辻\u{e0100}村', '辻村'],
    ['葛\ufe00城', '葛城'],
    ['\ufeffLe\u2060 \ufeff\u200eGoff', 'le goff'],
    ['می\u200cروم', 'میروم'],
    ['क्\u200dष', 'क्ष'],
    ['ភាសា\u200bខ្មែរ', 'ភាសា ខ្មែរ'],
    ['\u200bLe\u200b \u200bGoff\u200b', 'le goff'],
    ['ｶﾞﾗｽ', 'ガラス'],
    ['か\u3099', 'が'],
    ['토지', '토지'],
    ['토지'.normalize('NFD'), '토지'],
    ['❤\ufe0f', '❤'],
  ])('%s is read as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps marks that make another letter', () => {
    expect(fold('हिन्दी')).not.toBe(fold('हन्द'));
    expect(fold('ガラス').startsWith(fold('カ'))).toBe(false);
    expect(fold('ﾊﾟﾘ').startsWith(fold('ハ'))).toBe(false);
    expect(fold('톨스토이').startsWith(fold('토'))).toBe(false);
  });

  it('keeps other people apart', () => {
    for (const [one, other] of [
      ['Le', 'Les'],
      ['Durand', 'Durant'],
      ["O'Neil", 'ONeil'],
      ['李', '王'],
    ] as const)
      expect(fold(one)).not.toBe(fold(other));
  });

  it('is the same read twice', () => {
    fc.assert(
      fc.property(typed, (text) => expect(fold(fold(text))).toBe(fold(text))),
      { numRuns: 1_000 },
    );
  });

  it('is the same in either case and either normal form', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(fold(text.toLowerCase())).toBe(fold(text));
        expect(fold(text.normalize('NFC'))).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('starts as the text starts, letter by letter', () => {
    fc.assert(
      fc.property(typed, typed, (start, rest) => {
        const word = fold(`${start}x`).slice(0, -1).trimEnd();
        expect(fold(`${start}x${rest}`).startsWith(word)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
