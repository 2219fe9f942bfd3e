import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from '../../../dev/import/csv/read.ts';
import { toldOf } from '../../../dev/import/csv/told.ts';
import { read, readAll, recordsIn, titlesIn } from './file.ts';

/** Letters of Windows-1252. Before a letter without an accent, none of them is a part of what looks like UTF-8. */
const LETTERS = 'éèêëàâäçùûüîïôöœæñÉÈÀÇÔŒ«»’–€';
const HIGH: Record<string, number> = { œ: 0x9c, Œ: 0x8c, '’': 0x92, '–': 0x96, '€': 0x80 };

const windows1252 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => HIGH[letter] ?? letter.charCodeAt(0)));

const utf16 = (text: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

const WAYS: Record<string, (text: string) => Buffer> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with its mark': (text) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text) => utf16(text, false),
  'utf-16be': (text) => utf16(text, true),
  'windows-1252': windows1252,
};

const word = fc.string({
  unit: fc.constantFrom(...[...LETTERS].map((letter) => `${letter}a`)),
  minLength: 1,
  maxLength: 9,
});
const titles = fc.array(
  word.map((end) => `é${end}`),
  { minLength: 1, maxLength: 20 },
);

test.each(Object.keys(WAYS))('titles in %s are read as they were written, wherever the file is cut', async (way) => {
  const write = WAYS[way] as (text: string) => Buffer;
  await fc.assert(
    fc.asyncProperty(titles, fc.integer({ min: 1, max: 9 }), async (written, size) => {
      const file = await read(write(['Titre', ...written].join('\r\n')), {}, size);
      expect((await recordsIn(file)).map(({ fields }) => fields.titre)).toEqual(written);
      expect(way).toContain(file.encoding);
    }),
  );
});

/** Megabytes, which is far beyond what is weighed, in few rows. */
const HEADER = 'titre;résumé\n';
const PLAIN_HEADER = 'titre;resume\n';
const plain = (title: string): string => `${title};${'Il y a de tout. '.repeat(1000)}\n`.repeat(200);

test.each(['utf-8', 'windows-1252'])('the first accent of all may come after megabytes, in %s', async (way) => {
  const write = WAYS[way] as (text: string) => Buffer;
  const file = await read(Buffer.concat([Buffer.from(PLAIN_HEADER + plain('Fables')), write('Été\nNoël')]), {}, 60_000);
  expect((await recordsIn(file)).slice(-2).map(({ fields }) => fields.titre)).toEqual(['Été', 'Noël']);
  expect(file.encoding).toBe(way);
});

test('a file in UTF-8 with one damaged letter stays in UTF-8, and only the damaged title is refused', async () => {
  const start = Buffer.from(HEADER + plain('Été'));
  const records = await readAll(Buffer.concat([start, windows1252('Noël'), Buffer.from('\nHiver é\n')]), {}, 60_000);
  expect(records.at(-1)).toMatchObject({ fields: { titre: 'Hiver é' }, faults: [] });
  expect(records.at(-2)).toMatchObject({
    faults: [{ champ: 'titre', raison: expect.stringContaining('« CSV UTF-8 »') }],
  });
  expect(records.filter(({ faults }) => faults.length > 0)).toHaveLength(1);
});

test('a capital before a no-break space, which in Windows-1252 looks like UTF-8, makes no other encoding of it', async () => {
  const written = ['« LIBERTÉ\u00a0»', 'Été', 'Élégie'];
  expect(await titlesIn(windows1252(['titre', ...written].join('\n')))).toEqual(written);
});

test('one letter at the end of what is weighed decides nothing: what comes next is weighed as well', async () => {
  for (const before of [1, 2, 4, 9]) {
    const filling = `${'x'.repeat(2 ** 20 - PLAIN_HEADER.length - 'A;'.length - before - 1)}\n`;
    const written = ['É\u00a0!', 'Été', 'À l’œuvre', 'Noël'];
    const rows = `${PLAIN_HEADER}A;${filling}${written.join('\n')}\n`;
    expect((await titlesIn(windows1252(rows), 2 ** 14)).slice(-4)).toEqual(written);
  }
});

test('records come before more than a few megabytes of a file are read, whether it has accents or not', async () => {
  for (const title of ['Fables', 'Été']) {
    let taken = 0;
    const source = async function* () {
      yield Buffer.from(PLAIN_HEADER);
      for (; taken < 2 ** 26; taken += 2 ** 16) yield Buffer.from(`${title};${'x'.repeat(2 ** 16 - 20)}\n`);
    };
    const { records } = await readCsv(source());
    await records.next();
    expect(taken).toBeLessThan(2 ** 22);
    await records.return(undefined);
  }
});

/** The letters of French as old Macs and DOS write them. */
const MACINTOSH = { é: 0x8e, è: 0x8f, ê: 0x90, à: 0x88, ç: 0x8d, â: 0x89, ù: 0x9d, É: 0x83, '’': 0xd5 };
const DOS = { é: 0x82, è: 0x8a, ê: 0x88, â: 0x83, É: 0x90, '’': 0x27 };

const written = (letters: Record<string, number>, rows: string[]): Buffer =>
  Buffer.from([...rows.join('\r')].map((letter) => letters[letter] ?? letter.charCodeAt(0)));

test('a file that Excel has written on a Mac is read as it was meant, and that is said', async () => {
  const titles = ['Les Misérables', 'L’École des frères', 'Le Château de ma mère', 'Où est-ce, là-bas ?'];
  const file = await read(written(MACINTOSH, ['titre', ...titles]));
  expect((await recordsIn(file)).map(({ fields }) => fields.titre)).toEqual(titles);
  expect(toldOf(file).join()).toContain('Macintosh');
});

test('quotation marks alone make no Macintosh of a file in Windows-1252', async () => {
  expect(await titlesIn(Buffer.from('titre\n\x93Sic\x94 \x95 A\x99\n', 'latin1'))).toEqual(['“Sic” • A™']);
});

test('a file of DOS is refused where its letters would be others', async () => {
  const records = await readAll(written(DOS, ['titre', 'Les Misérables', 'Les frères', 'Le Château fort']));
  expect(records.map(({ faults }) => faults.length)).toEqual([1, 1, 1]);
});

test('a line in UTF-8 within a file in Windows-1252 is refused, rather than taken with spoiled letters', async () => {
  const records = await readAll(Buffer.concat([windows1252('titre\nÉté\nÉlève\n'), Buffer.from('Élan à vélo\n')]));
  expect(records.map(({ faults }) => faults.map(({ champ }) => champ))).toEqual([[], [], ['titre']]);
});

test('a file without any accent has no encoding to tell', async () => {
  const file = await read('titre\nGermaine\n');
  await recordsIn(file);
  expect(file.encoding).toBeUndefined();
});
