import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { call } from '../support/api.ts';
import { emptyTables } from '../support/read.ts';
import { catalogue, useImportDesk } from './desk.ts';

/** What a librarian downloads to see how a file looks comes in as it is. */

const { library, desk } = useImportDesk();

const bring = (name: string) =>
  desk.bring(desk.file(name, readFileSync(new URL(`../../docs/reprise/${name}`, import.meta.url))));

test.each([
  ['livres.csv', 6, 'Écriture : UTF-8, cellules séparées par point-virgule.'],
  ['livres-windows-1252.csv', 3, 'Écriture : Windows-1252, cellules séparées par virgule.'],
  ['utilisateurs.csv', 5, 'Écriture : UTF-8, cellules séparées par point-virgule.'],
  ['livres-unimarc.mrc', 5, 'Écriture : UNIMARC, ISO 2709, UTF-8 (5).'],
  ['livres-unimarc.xml', 5, 'Écriture : UNIMARC, XML, UTF-8 (5).'],
  ['livres-marc21.mrc', 5, 'Écriture : MARC 21, ISO 2709, MARC-8 (5).'],
])('%s: %i records are taken, and how it is written is told', async (name, lus, told) => {
  const { counts, said } = await bring(name);
  expect([counts.lus, counts.refuses]).toEqual([lus, 0]);
  expect(said).toContain(told);
});

test('the sample of books has a title of two copies, a number of copies, a comic, a film, and a book without an author', async () => {
  await bring('livres.csv');
  const { elements } = (await call('GET', '/livres')).body;
  const told = elements.map((book: Record<string, unknown>) => [book.titre, book.auteur, book.type, book.exemplaires]);
  expect(told.sort()).toEqual([
    ['Astérix "le Gaulois"', 'René Goscinny, Albert Uderzo', 'bd', 1],
    ['Jour de fête', 'Jacques Tati', 'dvd', 1],
    ['La Chanson de Roland', null, 'livre', 1],
    ['Le Château de ma mère', 'Marcel Pagnol', 'livre', 3],
    ['L’Étranger', 'Albert Camus', 'livre', 2],
  ]);
});

test('the sample of members has a family, an account that is over and blocked, and a school', async () => {
  await bring('utilisateurs.csv');
  const { elements } = (await call('GET', '/utilisateurs')).body;
  const memberships = elements.map(({ adhesion }: { adhesion: { responsable_id: string | null } }) => adhesion);
  expect(memberships.filter((one: { responsable_id: string | null }) => one.responsable_id)).toHaveLength(2);
  const blocage = expect.objectContaining({ motif: 'Documents à rendre', jusqu_au: '2027-12-31' });
  for (const special of [
    { date_fin: '2025-06-30', blocage },
    { categorie: 'collectivite', date_fin: '2027-07-31' },
  ])
    expect(memberships).toContainEqual(expect.objectContaining(special));
});

test('the three MARC samples make the same five titles, of which MARC-8 cannot write one sign', async () => {
  const made: string[][] = [];
  for (const name of ['livres-unimarc.mrc', 'livres-unimarc.xml', 'livres-marc21.mrc']) {
    await emptyTables();
    await bring(name);
    made.push((await catalogue(library.client())).map((title) => title.replace('n° 1 de', 'no 1 de')));
  }
  expect(made[0]).toHaveLength(5);
  expect(made).toEqual(Array(3).fill(made[0]));
  expect(made[0]).toContainEqual(
    expect.stringMatching(/Proust.*9782070379248.*1988.*Gallimard.*30001001.*R PRO.*Couverture abîmée/),
  );
});
