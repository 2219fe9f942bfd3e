/**
 * ISO 5426, the extended Latin set of UNIMARC, as its bytes stand in the right half of the code table. As in MARC-8,
 * a mark comes before the letter that it joins.
 */

/** A row per sixteen bytes; a space is a place that the standard leaves free. */
const SIGNS: Record<number, string> = {
  160: ' ¡„£$¥†§′‘“«♭©℗®',
  176: 'ʻʼ‚   ‡·″’”»♯ʹʺ¿',
  224: ' ÆĐ   Ĳ ŁØŒ Þ   ',
  240: ' æđð ıĳ łøœßþ   ',
};

const FIRST_MARK = 0xc0;

/** Two marks have two bytes each: the umlaut and the diaeresis are one in Unicode, and so are some lines below. */
const MARKS = [
  0x309, 0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x308, 0x30a, 0x315, 0x312, 0x30b, 0x31b, 0x30c, 0x327,
  0x31c, 0x326, 0x328, 0x325, 0x32e, 0x323, 0x324, 0x332, 0x333, 0x329, 0x32d, 0, 0xfe20, 0xfe21,
];

type Entry = readonly [code: number, codePoint: number, isMark: 0 | 1];

const signs = Object.entries(SIGNS).flatMap(([row, line]) =>
  [...line].flatMap((sign, n): Entry[] => (sign === ' ' ? [] : [[Number(row) + n, sign.codePointAt(0) as number, 0]])),
);

const marks = MARKS.flatMap((mark, n): Entry[] => (mark === 0 ? [] : [[FIRST_MARK + n, mark, 1]]));

export const ISO_5426: Record<number, readonly [codePoint: number, isMark: 0 | 1]> = Object.fromEntries(
  [...signs, ...marks].map(([code, codePoint, isMark]) => [code, [codePoint, isMark] as const]),
);
