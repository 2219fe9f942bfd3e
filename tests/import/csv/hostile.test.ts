import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { readCsv } from '../../../dev/import/csv/read.ts';
import type { CsvRecord } from '../../../dev/import/csv/records.ts';
import { UnreadableFile } from '../../../dev/import/unreadable.ts';
import { often } from '../../support/extent.ts';
import { damaged } from '../damaged.ts';
import { pieces, recordsIn } from './file.ts';

/** Whatever a file is, either it is refused in plain words or its records are told. Nothing else happens. */

type Source = AsyncIterable<Uint8Array>;

const outcome = async (source: Source) => {
  try {
    return await recordsIn(await readCsv(source));
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    return (error as Error).message;
  }
};

const samples = ['livres.csv', 'utilisateurs.csv', 'livres-windows-1252.csv'].map((name) =>
  readFileSync(new URL(`../../../docs/reprise/${name}`, import.meta.url)),
);

test('a file that was changed anywhere is refused, or told record by record', async () => {
  await fc.assert(
    fc.asyncProperty(damaged(samples), async (file) => void (await outcome(pieces(file, 17)))),
    { numRuns: often({ everyday: 50, thorough: 200 }) },
  );
});

test('any bytes behind a header are refused, or told record by record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await outcome(pieces(Buffer.concat([Buffer.from('titre;auteur\n'), bytes]), 11));
    }),
  );
});

const PICTURE = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');

describe('what is no table is refused in plain words', () => {
  test.each([
    ['a workbook, which is a zip', zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>') }), 'celui d’un tableur'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'celui d’un tableur'],
    ['a picture', PICTURE, 'La première ligne doit nommer les colonnes'],
    ['text in UTF-16 without its mark', Buffer.from('titre\nA\n', 'utf16le'), '« CSV UTF-8 »'],
    ['zeros', Buffer.alloc(5000), '« CSV UTF-8 »'],
    ['nothing', Buffer.alloc(0), 'est vide'],
  ])('%s', async (_, bytes, message) => {
    expect(await outcome(pieces(bytes))).toContain(message);
  });
});

/** As many bytes, of which no more than a block is there at a time. */
async function* flood(start: string, filling: string, bytes: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(start);
  const block = Buffer.from(filling.repeat(Math.ceil(2 ** 16 / filling.length)));
  for (let sent = 0; sent < bytes; sent += block.length) yield block;
  yield Buffer.from('\nFin;x\n');
}

const FLOOD = 5 * 2 ** 20;

describe('a flood ends', () => {
  test.each([
    ['a line of five megabytes', 'titre;auteur\nA;', 'x'],
    ['a row of empty cells of five megabytes', 'titre;auteur\nA', ';'],
  ])('%s is one refused record, and reading goes on behind it', async (_, start, filling) => {
    const records = await outcome(flood(start, filling, FLOOD));
    expect(records).toMatchObject([{ faults: [{ champ: 'ligne' }] }, { fields: { titre: 'Fin' }, faults: [] }]);
  });

  test('a header of five megabytes is no header', async () => {
    expect(await outcome(flood('titre', 'x', FLOOD))).toContain('« CSV UTF-8 »');
  });

  test('a row of a hundred thousand cells is refused', async () => {
    const records = await outcome(flood('titre;auteur\nA', ';b', 100_000));
    expect(records).toMatchObject([{ faults: [{ champ: 'ligne' }] }, { fields: { titre: 'Fin' } }]);
  });

  test('a table of ten thousand columns is read by those that are known', async () => {
    const records = await outcome(pieces(Buffer.from(`titre${';x'.repeat(10_000)}\nA\n`), 2 ** 16));
    expect(records).toMatchObject([{ fields: { titre: 'A' }, faults: [] }]);
  });

  test.each([
    ['titre', ' / '],
    ['auteur', ' ,'],
    ['isbn', '- '],
  ])('a cell of 80,000 characters of %s is refused by its name, and its beginning told', async (column, filling) => {
    const names = column === 'titre' ? 'titre;x' : `titre;${column}`;
    const long = `A${filling.repeat(80_000 / filling.length)}x`;
    const row = column === 'titre' ? `${long};` : `T;${long}`;
    const [record] = (await outcome(pieces(Buffer.from(`${names}\n${row}\n`), 2 ** 16))) as CsvRecord<object>[];
    expect(record?.faults).toEqual([{ champ: column, raison: expect.stringMatching(/5.000 caractères/) }]);
    expect(JSON.stringify(record?.fields).length).toBeLessThan(10_000);
  });

  test('a long cell of a column that is left is none of ours', async () => {
    const records = await outcome(pieces(Buffer.from(`titre;résumé\nA;${'x'.repeat(80_000)}\n`), 2 ** 16));
    expect(records).toMatchObject([{ fields: { titre: 'A' }, faults: [] }]);
  });
});
