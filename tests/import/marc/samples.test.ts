import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { newFindings } from '../../../dev/import/marc/model.ts';
import { readMarc } from '../../../dev/import/marc/read.ts';
import type { BookFields } from '../../../dev/import/record.ts';

/** The files of the documentation say the same five titles in three ways. */

const sample = (name: string): string => fileURLToPath(new URL(`../../../docs/reprise/${name}`, import.meta.url));

const expected = (isbn: string, numero: string): BookFields[] =>
  titles(isbn, numero).map((book, n) => ({ livre_id: `LIV${n + 1}`, ...book }));

const titles = (isbn: string, numero: string): BookFields[] => [
  {
    titre: 'Du côté de chez Swann',
    auteur: 'Marcel Proust',
    isbn,
    editeur: 'Gallimard',
    annee: '1988',
    type: 'livre',
    exemplaires: [
      { code_barres: '30001001', cote: 'R PRO' },
      { code_barres: '30001002', cote: 'R PRO', note: 'Couverture abîmée' },
    ],
  },
  ...['Tome 1, Fantine', 'Tome 2, Cosette'].map((part, n) => ({
    titre: `Les Misérables. ${part}`,
    auteur: 'Victor Hugo',
    tome: String(n + 1),
    editeur: 'Pagnerre',
    annee: '1862',
    type: 'livre',
    exemplaires: [{ code_barres: `3000100${n + 3}`, cote: `R HUG ${n + 1}` }],
  })),
  {
    titre: 'La Famille Fenouillard',
    auteur: 'Christophe',
    editeur: 'Armand Colin',
    annee: '1893',
    type: 'bd',
    exemplaires: [{ code_barres: '30001005', cote: 'BD FEN' }],
  },
  {
    titre: 'Revue des deux mondes',
    editeur: 'Au bureau de la Revue des deux mondes',
    annee: '1829',
    type: 'revue',
    exemplaires: [{ code_barres: '30001006', cote: 'P REV', note: `${numero} 1 de 1829` }],
  },
];

const HYPHENS = '978-2-07-037924-8';

test.each([
  ['livres-unimarc.mrc', 'ISO 2709', 'UNIMARC', 'UTF-8', expected(HYPHENS, 'n°')],
  ['livres-unimarc.xml', 'XML', 'UNIMARC', 'UTF-8', expected(HYPHENS, 'n°')],
  // MARC-8 has no sign for the French « numéro ».
  ['livres-marc21.mrc', 'ISO 2709', 'MARC 21', 'MARC-8', expected('2070379248', 'no')],
])('%s has five titles with their copies', async (name, container, dialect, encoding, books) => {
  const findings = newFindings();
  const read: BookFields[] = [];
  for await (const { number, fields, faults } of readMarc(createReadStream(sample(name)), { findings })) {
    expect([number, faults]).toEqual([read.length + 1, []]);
    read.push(fields);
  }
  expect(read).toEqual(books);
  expect(findings).toEqual({ container, dialect, encodings: new Map([[encoding, 5]]) });
});
