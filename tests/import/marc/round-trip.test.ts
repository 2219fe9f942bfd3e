import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeIso2709 } from '../../../dev/import/marc/write-iso2709.ts';
import { marcXmlEnd, marcXmlRecord, marcXmlStart } from '../../../dev/import/marc/write-xml.ts';
import { type BookFields, type CopyFields, present } from '../../../dev/import/record.ts';
import { NewBook } from '../../../lib/books/schema-requests.ts';
import { often } from '../../support/extent.ts';
import { someBook } from '../written.ts';
import { read, utf8 } from './support.ts';

/** Books that the API takes, in the words of a file; of some copies nothing is said but what stands on them. */
const book: fc.Arbitrary<BookFields> = fc
  .tuple(someBook, fc.boolean())
  .map(([{ annee, exemplaires, ...title }, isBare]) => {
    const copies = typeof exemplaires === 'number' ? Array(exemplaires).fill({}) : exemplaires;
    return present<BookFields>({
      ...title,
      annee: annee === null ? null : String(annee),
      exemplaires: copies.map((copy) => present<CopyFields>({ ...copy, ...(isBare && { code_barres: null }) })),
    });
  });

function isTaken({ annee, exemplaires, ...others }: BookFields): boolean {
  const request = { ...others, ...(annee === undefined ? {} : { annee: Number(annee) }), exemplaires };
  return NewBook.safeParse(request).success;
}

test('what is written in ISO 2709 is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(book, { minLength: 1, maxLength: 3 }), async (books) => {
      const records = await read(books.map(writeIso2709));
      expect(records).toEqual(books.map((fields, n) => ({ number: n + 1, fields, faults: [] })));
    }),
    { numRuns: often({ everyday: 125, thorough: 500 }) },
  );
});

/** XML has no way to write these two, which are no characters. */
const inXml = (fields: BookFields): BookFields => JSON.parse(JSON.stringify(fields).replace(/[\ufffe\uffff]/g, ''));

test('what is written in XML is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(book, { minLength: 1, maxLength: 3 }), async (books) => {
      const written = books.map(inXml).filter(isTaken);
      fc.pre(written.length > 0);
      const records = await read(utf8(marcXmlStart + written.map(marcXmlRecord).join('') + marcXmlEnd));
      expect(records).toEqual(written.map((fields, n) => ({ number: n + 1, fields, faults: [] })));
    }),
    { numRuns: often({ everyday: 125, thorough: 500 }) },
  );
});

test('an author whom the record of another library would name otherwise stays as it was written', async () => {
  const fields = { titre: 'Titre /', auteur: 'par Camus, Albert ; ill. X.', tome: 'Tome 2', exemplaires: [] };
  expect((await read(writeIso2709(fields)))[0]?.fields).toEqual(fields);
});

test('a record of ours that was damaged is refused like any other', async () => {
  const written = Buffer.from(writeIso2709({ titre: 'Été à Paris', exemplaires: [] }));
  written[written.indexOf('à')] = 0xff;
  const [record] = await read(written);
  expect(record?.faults.map(({ champ }) => champ)).toEqual(['zone 200']);
});

describe('what others see in our records', () => {
  const fields = { titre: 'Été', annee: '1942', type: 'revue', exemplaires: [{ code_barres: 'AB-12' }] };

  test('the lengths and the places are right', () => {
    const record = Buffer.from(writeIso2709(fields));
    const base = Number(record.subarray(12, 17));
    const entries = record
      .subarray(24, base - 1)
      .toString()
      .match(/.{12}/g) as string[];
    expect([Number(record.subarray(0, 5)), record.at(base - 1)]).toEqual([record.length, 0x1e]);
    for (const entry of entries) {
      const [start, length] = [base + Number(entry.slice(7)), Number(entry.slice(3, 7))];
      expect([record[start - 1], record[start + length - 1]]).toEqual([0x1e, 0x1e]);
    }
  });

  test('the leader and the general data say that it is UNIMARC in UTF-8, and which kind of document', () => {
    const record = Buffer.from(writeIso2709(fields)).toString();
    const generalData = /a(\d{8}d1942 {4}.{19})\p{Cc}/u.exec(record)?.[1];
    expect([record.slice(5, 8), record.slice(10, 12), record.slice(20, 24)]).toEqual(['nas', '22', '450 ']);
    expect([generalData?.length, generalData?.slice(26, 30)]).toEqual([36, '50  ']);
  });
});

describe('what ISO 2709 has no room for is told', () => {
  test('a field', () => {
    const fields = { titre: 'x'.repeat(10_000), exemplaires: [] };
    expect(() => writeIso2709(fields)).toThrow('La zone 200 dépasserait 9 999 octets');
  });

  test('a record', () => {
    const exemplaires = Array.from({ length: 300 }, () => ({ note: 'n'.repeat(400) }));
    expect(() => writeIso2709({ titre: 'T', exemplaires })).toThrow('La notice dépasserait 99 999 octets');
  });

  test('a field of as many bytes as there is room for is written', async () => {
    const fields = { titre: `${'€'.repeat((9_999 - 5 - 1) / 3)}x`, exemplaires: [] };
    expect((await read(writeIso2709(fields)))[0]?.fields).toEqual(fields);
    expect(() => writeIso2709({ titre: `${fields.titre}x`, exemplaires: [] })).toThrow(RangeError);
  });
});
