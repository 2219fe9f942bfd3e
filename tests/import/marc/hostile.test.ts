import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marcXmlEnd, marcXmlRecord, marcXmlStart } from '../../../dev/import/marc/write-xml.ts';
import type { BookFields, SourceRecord } from '../../../dev/import/record.ts';
import { UnreadableFile } from '../../../dev/import/unreadable.ts';
import { often } from '../../support/extent.ts';
import { damaged } from '../damaged.ts';
import { ENCODERS } from './encoders.ts';
import { control, type Field, general, iso2709, read, utf8, xml } from './support.ts';

/** Whatever stands in a file, each record is read or refused, or the file is: nothing else happens. */

const encodings = Object.values(ENCODERS);
const french: Field[] = [general(), "200 1 $aL'été à Noël", '700  1$aZola$bÉmile', '995   $f30001$kR ZOL'];
const american: Field[] = [control(), '245 10$aForêt /$cÉmile Zola.', '100 1 $aZola, Émile', '952   $p30001'];

const FILES: Uint8Array[] = [
  ...encodings.map((encode) => Buffer.concat([1, 2, 3].map(() => iso2709(french, { encode })))),
  ...encodings.map((encode) =>
    Buffer.concat([1, 2, 3].map(() => iso2709(american, { encode, leader: 'nam a22   4500' }))),
  ),
  utf8(marcXmlStart + marcXmlRecord({ titre: 'Été', exemplaires: [{ cote: 'A' }] }).repeat(3) + marcXmlEnd),
];

const outcome = (file: Uint8Array, size: number): Promise<SourceRecord<BookFields>[] | UnreadableFile> =>
  read(file, {}, size).catch((failure: unknown) => {
    if (failure instanceof UnreadableFile) return failure;
    throw failure;
  });

const WRONG = /\ufffd|Ã©|\p{Cc}/u;

const textsOf = ({ exemplaires, ...fields }: BookFields): string[] =>
  [...Object.values(fields), ...exemplaires.flatMap((copy) => Object.values(copy))].flatMap((value) => value ?? []);

test('a file that was changed anywhere is read or refused, and nothing that is told has a character that was lost', async () => {
  await fc.assert(
    fc.asyncProperty(damaged(FILES), fc.integer({ min: 1, max: 2000 }), async (file, size) => {
      const result = await outcome(file, size);
      if (result instanceof UnreadableFile)
        return expect(result.message).toMatch(/^(Ce|La lecture de ce) fichier .*\.$/s);
      const taken = result.filter(({ faults }) => faults.length === 0);
      for (const { fields } of taken) for (const text of textsOf(fields)) expect(text).not.toMatch(WRONG);
      expect(result.map(({ number }) => number)).toEqual(result.map((_, n) => n + 1));
    }),
    { numRuns: often({ everyday: 250, thorough: 1000 }) },
  );
});

test('bytes that are no file at all are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 500 }),
      fc.constantFrom('', '00100nam  2200049', '<', '<?xml ?>'),
      async (bytes, start) => {
        const result = await outcome(Buffer.concat([utf8(start), bytes]), 100);
        expect(result instanceof UnreadableFile || result.every(({ faults }) => faults.length > 0)).toBe(true);
      },
    ),
    { numRuns: often({ everyday: 125, thorough: 500 }) },
  );
});

test('what comes after a damaged record is read all the same', async () => {
  const one = iso2709(french);
  await fc.assert(
    fc.asyncProperty(fc.nat(one.length - 2), fc.nat(255), async (where, byte) => {
      fc.pre(byte !== 0x1d);
      const damaged = Buffer.from(one);
      damaged[where] = byte;
      const records = await read([one, damaged, one]);
      expect([records.length, records[2]?.fields.titre, records[2]?.faults]).toEqual([3, "L'été à Noël", []]);
    }),
    { numRuns: often({ everyday: 75, thorough: 300 }) },
  );
});

const LONG = 80_000;

/** A record in XML, whose fields have no longest length. */
const inXml = (...fields: Field[]): Uint8Array => utf8(xml('', '00000nam  2200000   450 ', fields));

test.each<[string, ...Field[]]>([
  ['200', `200   $aA${' /'.repeat(LONG / 2)}x`],
  ['210', '200   $aA', `210   $cA${'&lt;'.repeat(LONG)}x`],
  ['700', '200   $aA', `700   $aA${' ,'.repeat(LONG / 2)}x`],
  ['200', '801   $bbibliotheque-export-1', `200   $a${'x'.repeat(LONG)}`],
])('a text of 80,000 characters in field %s is refused by the name of the field', async (tag, ...fields) => {
  const [record] = await read(inXml(...fields));
  expect(record?.faults).toEqual([{ champ: `zone ${tag}`, raison: expect.stringMatching(/5.000 caractères/) }]);
});

test('a long text in a field that is not taken is none of ours', async () => {
  const [record] = await read(inXml('200   $aA', `330   $a${'x'.repeat(LONG)}`));
  expect(record).toMatchObject({ fields: { titre: 'A' }, faults: [] });
});
