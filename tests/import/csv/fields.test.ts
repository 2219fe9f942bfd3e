import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAll } from './file.ts';

/** What cells mean: years, numbers, days. */

const bookWith = async (column: string, cell: string) => {
  const [record] = await readAll(`titre\t${column}\nA\t"${cell}"`);
  return { ...record, faulty: record?.faults.map(({ champ }) => champ) };
};

test.each([
  ['1942', '1942'],
  ['1942.0', '1942'],
  ['[1942]', '1942'],
  ['cop. 1998', '1998'],
  ['impr. 2005, cop. 1998', '2005'],
  ['1942-06-01', '1942'],
  ['01/06/1942', '1942'],
  ["'-44", '-44'],
  ['987', '987'],
  ['[19--]', '[19--]'],
  ['s. d.', 's. d.'],
  ['19425', '19425'],
])('the year of « %s » is « %s »', async (cell, year) => {
  expect(await bookWith('annee', cell)).toMatchObject({ fields: { annee: year }, faulty: [] });
});

describe('copies', () => {
  test.each([
    ['3', 3],
    ['3.0', 3],
    ['', 1],
    ['0', 0],
    ['1 000', 1000],
  ])('are as many as the number « %s » says', async (cell, number) => {
    const { fields, faulty } = await bookWith('exemplaires', cell);
    expect([fields?.exemplaires, faulty]).toEqual([Array(number).fill({}), []]);
  });

  test.each(['1001', '-1', 'trois', '2,5', '1e3'])('are refused for « %s »', async (cell) => {
    expect((await bookWith('exemplaires', cell)).faulty).toEqual(['exemplaires']);
  });

  test('with a barcode are one, whatever number stands beside it, and are of the row alone', async () => {
    const records = await readAll('titre;exemplaires;code_barres;cote;note;id\nA;2;0007;R;;k\nA;2;0008;R;vu;k');
    expect(records.map(({ fields }) => fields)).toEqual([
      { livre_id: 'k', titre: 'A', exemplaires: [{ code_barres: '0007', cote: 'R' }] },
      { livre_id: 'k', titre: 'A', exemplaires: [{ code_barres: '0008', cote: 'R', note: 'vu' }] },
    ]);
  });

  test('without a barcode keep their shelfmark', async () => {
    const [record] = await readAll('titre;exemplaires;cote\nA;2;R CAM');
    expect(record?.fields.exemplaires).toEqual([{ cote: 'R CAM' }, { cote: 'R CAM' }]);
  });
});

describe('a number that a spreadsheet destroyed is refused, with how to get it again', () => {
  test.each(['isbn', 'code_barres'])('as %s', async (column) => {
    for (const cell of ['9,78207E+12', '2,07E+12', '9.78207036E+12', '9E+12', '9.78e12']) {
      const { faults } = await bookWith(column, cell);
      expect(faults).toEqual([
        { champ: column, raison: expect.stringContaining('la colonne doit être au format Texte') },
      ]);
    }
  });

  test.each(['numero_carte', 'responsable'])('as %s', async (column) => {
    const [record] = await readAll(`nom;${column}\nA;1,2E+9`);
    expect(record?.faults).toMatchObject([{ champ: column }]);
  });

  test('but a barcode that has an E among its digits is whole', async () => {
    expect((await bookWith('code_barres', '7E0012')).faulty).toEqual([]);
  });
});

describe('days', () => {
  const memberWith = async (cell: string) =>
    (await readAll(`nom;date_naissance;date_fin;blocage_jusqu_au\nA;${cell};${cell};${cell}`))[0];
  const days = ['date_naissance', 'date_fin', 'blocage_jusqu_au'] as const;
  const someDay = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('are the same in ISO and with their day first, with or without zeros', async () => {
    const sign = fc.constantFrom('/', '.', '-');
    await fc.assert(
      fc.asyncProperty(someDay, sign, fc.boolean(), async (iso, apart, isShort) => {
        const [year, month, day] = iso.split('-') as [string, string, string];
        const parts = isShort ? [String(Number(day)), String(Number(month)), year] : [day, month, year];
        for (const cell of [iso, iso.replaceAll('-', apart), parts.join(apart)]) {
          const record = await memberWith(cell);
          expect(record?.faults).toEqual([]);
          for (const column of days) expect(record?.fields[column]).toBe(iso);
        }
      }),
    );
  });

  test.each([
    ['05/13/2014', 'le jour s’écrit avant le mois'],
    ['2014-13-05', 'le jour s’écrit avant le mois'],
    ['31/02/2014', 'qui n’existe pas'],
    ['29/02/2100', 'qui n’existe pas'],
    ['00/00/0000', 'qui n’existe pas'],
    ['02/05/14', 'comme 2014-05-02 ou 02/05/2014'],
    ['2 mai 2014', 'comme 2014-05-02 ou 02/05/2014'],
    ['41761', 'comme 2014-05-02 ou 02/05/2014'],
  ])('are refused for « %s », which is kept to be mended', async (cell, raison) => {
    const record = await memberWith(cell);
    expect(record?.faults).toEqual(days.map((champ) => ({ champ, raison: expect.stringContaining(raison) })));
    for (const column of days) expect(record?.fields[column]).toBe(cell);
  });
});
