import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { EXPORTED, type Kind } from '../../../dev/import/csv/columns.ts';
import { refusalColumns, refusedBookRows, refusedMemberRows } from '../../../dev/import/csv/refused.ts';
import { csvHeader, csvLine } from '../../../dev/import/csv/write.ts';
import { NewBook } from '../../../lib/books/schema-requests.ts';
import { NewUser } from '../../../lib/users/schema-requests.ts';
import { often } from '../../support/extent.ts';
import { someBook, someUser } from '../written.ts';
import { type Fields, readAll, type Told } from './file.ts';

/** What is exported comes back the same, and so does what was refused. */

type Cells = Readonly<Record<string, unknown>>;

const exported = (kind: Kind, rows: readonly Cells[]): string =>
  csvHeader(EXPORTED[kind]) +
  rows.map((row) => csvLine(EXPORTED[kind].map((column) => String(row[column] ?? '')))).join('');

/** A row for each copy, as exports have them. */
const rowsOf = ({ exemplaires, ...title }: NewBook): Cells[] =>
  typeof exemplaires === 'number' || exemplaires.length === 0
    ? [{ ...title, exemplaires: Number(exemplaires) }]
    : exemplaires.map((copy) => ({ ...title, ...copy, etat: 'en_reparation' }));

const fieldsOf = (records: readonly Told[]): Fields[] => records.map(({ fields }) => fields);

/** The request for one title, of which all of these tell. */
function asked(rows: readonly Fields[]) {
  const { annee, exemplaires: _, livre_id: __, ...title } = rows[0] as Fields;
  const copies = rows.flatMap(({ exemplaires = [] }) =>
    exemplaires.map(({ etat, ...copy }) => {
      expect(['en_reparation', undefined]).toContain(etat);
      return copy;
    }),
  );
  const exemplaires = copies.every((copy) => Object.keys(copy).length === 0) ? copies.length : copies;
  return z.parse(NewBook, { ...title, annee: annee === undefined ? null : Number(annee), exemplaires });
}

/** No copy at all is said in two ways. */
const plain = (book: NewBook): NewBook =>
  Array.isArray(book.exemplaires) && book.exemplaires.length === 0 ? { ...book, exemplaires: 0 } : book;

test('a title of whatever text the API takes comes back the same, with all of its copies', async () => {
  await fc.assert(
    fc.asyncProperty(someBook, async (book) => {
      const records = await readAll(exported('livres', rowsOf(book)));
      expect(records.flatMap(({ faults }) => faults)).toEqual([]);
      expect(asked(fieldsOf(records))).toEqual(plain(book));
    }),
    { numRuns: often({ everyday: 75, thorough: 300 }) },
  );
});

test('a member of whatever text the API takes comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(someUser, async ({ nom, prenom, email, adhesion }) => {
      const { responsable_id: _, ...membership } = adhesion;
      const [record] = await readAll(
        exported('utilisateurs', [{ nom, prenom, email, ...membership, date_creation: 'x' }]),
      );
      const { nom: name, prenom: first, email: mail, ...rest } = record?.fields ?? {};
      expect(record?.faults).toEqual([]);
      const user = z.parse(NewUser, { nom: name, prenom: first, email: mail, adhesion: rest });
      expect(user).toEqual({ nom, prenom, email, adhesion });
    }),
    { numRuns: often({ everyday: 75, thorough: 300 }) },
  );
});

test('no cell that is exported begins as a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), fc.constantFrom(...'=+-@\t\r'), (cells, sign) => {
      const [first] = csvLine([sign + cells[0], ...cells]).replace(/^"/, '');
      expect(first).toBe("'");
    }),
  );
});

const faults = [
  { champ: 'isbn', raison: '=1 ; "faux"' },
  { champ: 'annee', raison: 'à corriger' },
];

const report = (kind: Kind, rows: readonly string[][]): string =>
  csvHeader(refusalColumns(kind)) + rows.map((row) => csvLine(row)).join('');

test('the report of a refused title can be read again, with each copy, and says on each row what to mend', async () => {
  await fc.assert(
    fc.asyncProperty(someBook, async (book) => {
      const read = fieldsOf(await readAll(exported('livres', rowsOf(book))));
      const fields = { ...read[0], exemplaires: read.flatMap(({ exemplaires = [] }) => exemplaires) };
      const rows = refusedBookRows({ number: 7, fields, faults });
      for (const row of rows) expect(row.slice(0, 3)).toEqual(['7', 'isbn, annee', '=1 ; "faux" ; à corriger']);
      expect(asked(fieldsOf(await readAll(report('livres', rows))))).toEqual(plain(book));
    }),
  );
});

test('the report of a refused member can be read again', async () => {
  const fields = { nom: 'Durand', date_fin: '31/02/2027', responsable: 'A00101', blocage_motif: "'=x" };
  const rows = refusedMemberRows({ number: 2, fields, faults });
  expect((await readAll(report('utilisateurs', rows)))[0]?.fields).toEqual(fields);
});

test('a number of copies that could not be read is refused again as long as nobody mends it', async () => {
  const [refused] = await readAll('titre;exemplaires\nA;beaucoup');
  const rows = refusedBookRows(refused as Parameters<typeof refusedBookRows>[0]);
  expect((await readAll(report('livres', rows)))[0]?.faults).toMatchObject([{ champ: 'exemplaires' }]);
});

test('many copies of which nothing is said are one row', () => {
  const rows = refusedBookRows({ number: 1, fields: { titre: 'A', exemplaires: Array(500).fill({}) }, faults });
  expect(rows).toHaveLength(1);
});
