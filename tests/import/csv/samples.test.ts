import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { readCsv } from '../../../dev/import/csv/read.ts';
import { toldOf } from '../../../dev/import/csv/told.ts';
import { NewBook } from '../../../lib/books/schema.ts';
import { NewUser } from '../../../lib/users/schema.ts';
import { recordsIn, sample } from './file.ts';

/** What a librarian downloads to see how a file looks must be taken as it is. */

const opened = (name: string) => readCsv(sample(name));

describe('the sample of books', () => {
  test('has a title on two rows, a number of copies, accents, a comic, a film and a book without an author', async () => {
    const records = await recordsIn(await opened('livres.csv'));
    expect(records.map(({ faults }) => faults)).toEqual(Array(6).fill([]));
    expect(
      records.map(({ fields: { titre, auteur, annee, type, exemplaires } }) => [
        titre,
        auteur,
        annee,
        type,
        exemplaires,
      ]),
    ).toEqual([
      ['L’Étranger', 'Albert Camus', '1942', 'livre', [{ code_barres: '30000012', cote: 'R CAM' }]],
      [
        ...['L’Étranger', 'Albert Camus', '1942', 'livre'],
        [{ code_barres: '30000013', cote: 'R CAM', note: 'Couverture tachée ; don d’une lectrice' }],
      ],
      ['Le Château de ma mère', 'Marcel Pagnol', '1958', 'livre', [{}, {}, {}]],
      [
        'Astérix "le Gaulois"',
        'René Goscinny, Albert Uderzo',
        '1961',
        'bd',
        [{ code_barres: '30000021', cote: 'BD AST' }],
      ],
      ['Jour de fête', 'Jacques Tati', '1949', 'dvd', [{ code_barres: '30000034', cote: 'DVD TAT' }]],
      ['La Chanson de Roland', undefined, '1100', 'livre', [{ code_barres: '30000047', cote: '841 CHA' }]],
    ]);
  });

  test.each(['livres.csv', 'livres-windows-1252.csv'])('is taken by the API, in %s', async (name) => {
    for (const { fields } of await recordsIn(await opened(name))) {
      const { annee, ...rest } = fields;
      expect(z.safeParse(NewBook, { ...rest, annee: Number(annee) }).error).toBeUndefined();
    }
  });

  test('is read in Windows-1252 with English names, and says so', async () => {
    const file = await opened('livres-windows-1252.csv');
    const records = await recordsIn(file);
    expect(toldOf(file)).toEqual(['Contenu : livres.', 'Écriture : Windows-1252, cellules séparées par virgule.']);
    expect(records.map(({ fields: { titre, auteur, annee } }) => [titre, auteur, annee])).toEqual([
      ['Cyrano de Bergerac', 'Rostand, Edmond', '1898'],
      ['Les Misérables', 'Hugo, Victor', '1862'],
      ['L’Œuvre', 'Zola, Émile', '1886'],
    ]);
  });
});

test('the sample of members has a family, an account that is over and a school, and is taken by the API', async () => {
  const records = await recordsIn(await opened('utilisateurs.csv'));
  expect(records.map(({ faults }) => faults)).toEqual(Array(5).fill([]));
  expect(records.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({
      numero_carte: 'A00101',
      email: 'helene.lefevre@example.org',
      date_naissance: '1984-03-14',
    }),
    {
      ...{ numero_carte: 'A00102', nom: 'Lefèvre', prenom: 'Noé', categorie: 'jeune', date_naissance: '2014-05-02' },
      ...{ date_fin: '2027-08-31', responsable: 'A00101' },
    },
    expect.objectContaining({ numero_carte: 'A00103', date_naissance: '2017-11-30', responsable: 'A00101' }),
    expect.objectContaining({
      ...{ date_naissance: '1951-07-01', date_fin: '2025-06-30' },
      ...{ blocage_motif: 'Documents à rendre', blocage_jusqu_au: '2027-12-31' },
    }),
    expect.objectContaining({ nom: 'École des Tilleuls', categorie: 'collectivite', date_fin: '2027-07-31' }),
  ]);
  for (const { fields } of records) {
    const { nom, prenom, email, numero_carte, categorie, date_naissance, date_fin } = fields;
    const user = { nom, prenom, email, adhesion: { numero_carte, categorie, date_naissance, date_fin } };
    expect(z.safeParse(NewUser, user).error).toBeUndefined();
  }
});
