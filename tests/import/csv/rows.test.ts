import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { read, readAll, recordsIn, titlesIn } from './file.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const cell = fc
  .string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', '\t', ' ', "'"), minLength: 1, maxLength: 8 })
  .map((text) => `x${text}x`);
const table = fc.array(fc.record({ titre: cell, auteur: cell }), { minLength: 1, maxLength: 8 });

test('cells in quotation marks are read as written, with any separator, any end of line and any cut', async () => {
  const separator = fc.constantFrom(';', ',', '\t');
  const end = fc.constantFrom('\n', '\r\n', '\r');
  await fc.assert(
    fc.asyncProperty(table, separator, end, fc.integer({ min: 1, max: 40 }), async (rows, apart, ended, size) => {
      const lines = rows.map(({ titre, auteur }) => [quoted(titre), quoted(auteur)].join(apart));
      const file = await read([`Titre${apart}Auteur`, ...lines].join(ended), {}, size);
      expect(file.separator).toBe(apart);
      const seen = (await recordsIn(file)).map(({ fields: { titre, auteur } }) => ({ titre, auteur }));
      // Tabs are layout.
      const plain = (text: string) => text.replace(/\t+/g, ' ');
      expect(seen).toEqual(rows.map(({ titre, auteur }) => ({ titre: plain(titre), auteur: plain(auteur) })));
    }),
  );
});

describe('what real files have is read as it was meant', () => {
  test.each([
    [
      'a quotation mark within a cell',
      'titre\nUn disque 12" rare\n"Tintin" au Congo',
      ['Un disque 12" rare', '"Tintin" au Congo'],
    ],
    ['an end of line within a cell, which is layout', 'titre;note\n"Le Petit\r\nPrince";x', ['Le Petit Prince']],
    ['an end of line within a name', '"Titre\npropre";Auteur\nA;B', ['A']],
    ['blank lines, and rows of empty cells', '\n\ntitre;auteur\n\nA;B\n;\n   \n;;;;\nC;D\n\n', ['A', 'C']],
    ['separators that trail', 'titre;auteur;\nA;B;\nC;D;;;;', ['A', 'C']],
    ['a row that is too short', 'titre;auteur;note\nA', ['A']],
    ['spaces after a separator', 'auteur, titre\nB, "A, ou C"', ['A, ou C']],
    ['no-break spaces, which stay within and go around', 'titre\n\u00a0Quoi\u00a0?\u00a0', ['Quoi\u00a0?']],
    ['the line by which Excel tells its separator', 'sep=,\r\nTitre;x,auteur,titre\nB,b,A', ['A']],
    ['a separator that stands in a name', '"Auteur; illustrateur; traducteur",titre\nB,A', ['A']],
    ['a separator that stands in a name without quotation marks', 'Auteur, illustrateur, traducteur;titre\nB;A', ['A']],
    ['ends of lines of several kinds', 'titre\r\nA\nB\rC\r\nD', ['A', 'B', 'C', 'D']],
    ['an apostrophe that begins a title', "titre\n'Tis pity\n'=1+1\n''=1\n'", ["'Tis pity", '=1+1', "'=1", "'"]],
    ['an apostrophe before a sign that is no formula', "titre\n'!\n'1+1", ["'!", "'1+1"]],
  ])('%s', async (_, content, titles) => {
    for (const size of [1, 3, 1000]) expect(await titlesIn(content, size)).toEqual(titles);
  });

  test('control characters are left to the API, which refuses them by the field', async () => {
    expect(await titlesIn('titre\nA\0B\u0007')).toEqual(['A\0B\u0007']);
  });
});

test('records count from 1 by what is not blank, and tell the line on which they begin', async () => {
  for (const end of ['\n', '\r\n', '\r'])
    for (const size of [1, 2, 3, 100]) {
      const content = ['titre;note', '', 'A;"une', 'note"', 'B;', ';', 'C;', ''].join(end);
      const records = await readAll(content, {}, size);
      expect(records.map(({ number, line, fields }) => [number, line, fields.titre])).toEqual([
        [1, 3, 'A'],
        [2, 5, 'B'],
        [3, 7, 'C'],
      ]);
    }
});

describe('a row that cannot be read is refused by its line, and the others are read', () => {
  const refusals = async (content: string) =>
    (await readAll(content, {}, 5000)).map(({ fields, faults }) => faults[0]?.raison ?? fields.titre);

  test('when it has more cells than there are columns', async () => {
    const [refusal, other] = await refusals('titre;auteur\nA;B;C\nD;E\n');
    expect(refusal).toBe(
      'ligne 2 du fichier : 3 cellules pour 2 colonnes : un texte qui contient le séparateur doit être entre guillemets',
    );
    expect(other).toBe('D');
  });

  test('when a quotation mark is never closed', async () => {
    const [before, refusal, ...after] = await refusals('titre;auteur\nA;B\n"C;D\nE;F\nG;H');
    expect([before, after]).toEqual(['A', ['E', 'G']]);
    expect(refusal).toContain('ligne 3 du fichier : un guillemet (")');
  });

  test('when a quotation mark is closed only thousands of lines further down, which no cell is long enough for', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => `T${n};x`);
    const found = await refusals(['titre;auteur', 'A;"B', ...many, 'C;"D"'].join('\n'));
    expect(found).toEqual([expect.stringContaining('ligne 2'), ...many.map((_, n) => `T${n}`), 'C']);
  });

  test('when it is longer than a million characters, in one line or in several', async () => {
    const long = 'x'.repeat(600_000);
    const found = await refusals(`titre;auteur\nA;${long}${long}\nB;"${long}\n${long}"\nC;D\n`);
    const told = ['ligne 2', 'ligne 3', 'la cellule a plus de'].map((reason) => expect.stringContaining(reason));
    expect(found).toEqual([...told, 'C']);
  });
});
