import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Findings, newFindings } from '../../../dev/import/marc/model.ts';
import { often } from '../../support/extent.ts';
import { ENCODERS } from './encoders.ts';
import { book, bytes, control, type Field, general, iso2709, read, utf8 } from './support.ts';

/** A record of either dialect that says an encoding, with a title in another. */
const saying = {
  'UNIMARC in UTF-8': { first: general('1942', '50  '), title: '200', leader: 'nam  22   450 ' },
  'UNIMARC in ISO 5426': { first: general('1942', '0103'), title: '200', leader: 'nam  22   450 ' },
  'MARC 21 in UTF-8': { first: control(), title: '245', leader: 'nam a22   4500' },
  'MARC 21 in MARC-8': { first: control(), title: '245', leader: 'nam  22   4500' },
};
type Saying = keyof typeof saying;

const record = (said: Saying, title: string, encode: (text: string) => Uint8Array): Uint8Array => {
  const { first, title: tag, leader } = saying[said];
  return iso2709([first, `${tag} 10$a${title}`], { leader, encode });
};

const titleOf = async (said: Saying, title: Uint8Array): Promise<string | undefined> =>
  (await book(record(said, 'T', (text) => (text.includes('T') ? titled(title) : bytes(text))))).titre;

const titled = (title: Uint8Array): Uint8Array => Buffer.concat([bytes('10\x1fa'), title]);

const WORDS = [
  ...['éléments', 'à', 'où', 'forêt', 'Noël', 'français', 'théâtre', 'château', 'Étranger', 'île', 'naïve'],
  ...['règne', 'misérables', 'leçon', 'bête', 'déjà', 'écueil', 'Émile', 'côté', 'très', 'brûlé', 'créée', 'aïeul'],
];

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))
  .filter((text) => /[^\x20-\x7e]/.test(text));

test('French is read in whichever encoding it is, whatever the record says of it', async () => {
  const names = Object.keys(ENCODERS) as (keyof typeof ENCODERS)[];
  await fc.assert(
    fc.asyncProperty(
      sentence,
      fc.constantFrom(...names),
      fc.constantFrom(...(Object.keys(saying) as Saying[])),
      async (title, real, said) => {
        const findings: Findings = newFindings();
        const [only] = await read(record(said, title, ENCODERS[real]), { findings });
        expect([only?.fields.titre, only?.faults, [...findings.encodings.keys()]]).toEqual([title, [], [real]]);
      },
    ),
    { numRuns: often({ everyday: 100, thorough: 400 }) },
  );
});

/** The whole of ISO 5426 as yaz reads it, but for the marks of ligatures and a comma, of which it makes others. */
const ISO_5426: readonly (readonly [bytes: string, text: string])[] = [
  ['\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xaf', '¡„£$¥†§′‘“«♭©℗®'],
  ['\xb0\xb1\xb2\xb6\xb7\xb8\xb9\xba\xbb\xbc\xbd\xbe\xbf', 'ʻʼ‚‡·″’”»♯ʹʺ¿'],
  ['\xe1\xe2\xe6\xe8\xe9\xea\xec', 'ÆĐĲŁØŒÞ'],
  ['\xf1\xf2\xf3\xf5\xf6\xf8\xf9\xfa\xfb\xfc', 'æđðıĳłøœßþ'],
  ['\xc0a\xc1a\xc2a\xc3a\xc4a\xc5a\xc6a\xc7a\xc8a\xc9a\xcaa', 'ảàáâãāăȧääå'],
  ['\xcba\xcda\xcea\xcfa\xd0c\xd1s\xd2s\xd3a', 'a̕a̋a̛ǎçs̜șą'],
  ['\xd4a\xd5h\xd6d\xd7u\xd8a\xd9a\xdaa\xdbe', 'ḁḫḍṳa̲a̳a̩ḙ'],
];

test.each(ISO_5426)('ISO 5426 has its letters and marks, row %#', async (written, text) => {
  // In Czech, rare letters are no reason to doubt what the record says.
  const fields: Field[] = [general('1942', '0103'), '101 0 $acze', `200 1 $aAB ${written} C`];
  const { titre } = await book(iso2709(fields, { encode: bytes }));
  expect(titre).toBe(`AB ${text} C`.normalize('NFC'));
});

test.each([
  ['Greek', '\x1b(SaABGD\x1b(B', 'αΑΒϚΓ'],
  ['Greek symbols', '\x1bgabc\x1bs', 'αβγ'],
  ['Cyrillic', '\x1b(NmIR\x1b(B', 'Мир'],
  ['extended Cyrillic', '\x1b)Q\xc0\xd0\x1b)E', 'ґѣ'],
  ['Hebrew', '\x1b(2`ab\x1b(B', 'אבג'],
  ['Arabic', '\x1b(3GHJ\x1b(B', 'ابت'],
  ['Chinese', '\x1b$1!0!!0"\x1b(B', '一丁'],
  ['subscripts and superscripts', 'H\x1bb2\x1bsO x\x1bp2\x1bs', 'H₂O x²'],
  ['letters of ANSEL', '\xb8\xa1\xb2\xa5\xb5 \xc7 \xc8', 'ıŁøÆæ ß €'],
  ['two marks of a letter', '\xe3\xe2e', 'ế'],
  ['a letter by its number', 'O&#x2019;Neill', 'O’Neill'],
])('MARC-8 has %s', async (_, written, text) => {
  const fields: Field[] = [control('1942', 'vie'), `245 10$aAB ${written} C`];
  // Here $ is a byte of an escape sequence.
  const encode = (content: string) => (content.startsWith('10') ? titled(bytes(`AB ${written} C`)) : bytes(content));
  const { titre } = await book(iso2709(fields, { encode }));
  expect(titre).toBe(`AB ${text} C`.normalize('NFC'));
});

test('UNIMARC in Cyrillic begins in the sets that it says', async () => {
  const fields: Field[] = [general('1942', '0204'), '101 0 $arus', '200 1 $amIR'];
  // The code of a subfield is ASCII; what follows is in the set for low bytes.
  expect((await book(iso2709(fields, { encode: bytes }))).titre).toBe('Мир');
});

describe('what must not be seen', () => {
  test.each([
    ['UNIMARC in ISO 5426', bytes('\x88Le \x89rouge et le noir')],
    ['MARC 21 in MARC-8', bytes('\x88Le \x89rouge et le noir')],
    ['UNIMARC in UTF-8', utf8('\u0098Le \u009crouge et le noir')],
    ['UNIMARC in UTF-8', utf8('\u0088Le \u0089rouge et le noir')],
    ['UNIMARC in UTF-8', utf8('«Le »rouge et le noir')],
    ['UNIMARC in UTF-8', utf8('¬Le ¬rouge et le noir')],
  ] as const)('%s: the marks around an article that does not count in sorting', async (said, title) => {
    expect(await titleOf(said, title)).toBe('Le rouge et le noir');
  });

  test('the same marks, in a record that is in Windows-1252', async () => {
    expect(await titleOf('UNIMARC in ISO 5426', bytes('\x88La \x89belle \xe9poque \xe0 c\x9cur'))).toBe(
      'La belle époque à cœur',
    );
  });

  test('UTF-8 that was made UTF-8 twice', async () => {
    const twice = utf8(Buffer.from(utf8('L’été à Besançon')).toString('latin1'));
    const windows = utf8('Lâ€™Ã©tÃ©');
    expect(await titleOf('UNIMARC in UTF-8', twice)).toBe('L’été à Besançon');
    expect(await titleOf('UNIMARC in UTF-8', windows)).toBe('L’été');
  });

  test('controls that were letters in Windows-1252', async () => {
    expect(await titleOf('UNIMARC in UTF-8', utf8('L\u0092amour, s\u009cur et c\u009cur'))).toBe(
      'L’amour, sœur et cœur',
    );
  });

  test('marks that stand beside their letter, and white space of all kinds', async () => {
    expect(await titleOf('UNIMARC in UTF-8', utf8('  E\u0301te\u0301 \t\u00a0 a\u0300\n Paris '))).toBe('Été à Paris');
  });
});

describe('a character that cannot be read', () => {
  const raison = 'contient un caractère illisible : corrigez-le dans votre logiciel, ou exportez en UTF-8';

  test.each([
    ['an accent without a letter', '0103', bytes('Th\xc2 tre')],
    ['an accent at the end', '0103', bytes('Caf\xc2')],
    ['a byte that ISO 5426 leaves free', '0103', bytes('Caf\xc2e \xff')],
    ['UTF-8 that was cut', '50  ', bytes('\xc3\x89t\xc3\xa9 \xc3')],
    ['a character that was lost before', '50  ', utf8('Th\ufffd\ufffdtre')],
    ['a control character', '50  ', utf8('Th\u0001tre')],
    ['an accent over nothing, in UTF-8', '50  ', utf8('Cafe \u0301')],
    ['a byte that Windows-1252 leaves free', '0103', bytes('\xe9t\xe9 \xe0 l\x81')],
    ['a letter of DOS in Windows-1252', '0103', bytes('\xe9t\xe9 \xe0 la for\x88t')],
    ['the encoding of DOS', '50  ', bytes('L\x82t\x82 et lhiver')],
  ])('refuses the record and names the field: %s', async (_, said, title) => {
    const fields: Field[] = [general('1942', said), '200 1 $aT'];
    const encode = (text: string) => (text.includes('T') ? titled(title) : bytes(text));
    const [only] = await read(iso2709(fields, { encode }));
    expect(only?.faults).toEqual([{ champ: 'zone 200', raison }]);
  });

  test('is not one that somebody put into a record of another encoding', async () => {
    const fields: Field[] = [general('1942', '0103'), '200 1 $a1', '700  1$aHugo$b2', '995   $u3'];
    const texts = [bytes('10\x1faTh\xc3e\xc1atre'), bytes(' 1\x1faHugo\x1fbJos\xc2e'), utf8('  \x1fuabîmé')];
    const encode = (text: string) => texts[Number(/[123]$/.exec(text)?.[0] ?? 0) - 1] ?? bytes(text);
    const { titre, auteur, exemplaires } = await book(iso2709(fields, { encode }));
    expect([titre, auteur, exemplaires]).toEqual(['Thêàtre', 'José Hugo', [{ note: 'abîmé' }]]);
  });

  test('matters only in a field that is used', async () => {
    const fields: Field[] = [general('1942', '50  '), '200 1 $aÉté', '330   $aR\ufffd'];
    expect((await book(iso2709(fields))).titre).toBe('Été');
  });
});
