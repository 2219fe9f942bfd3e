import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { writeIso2709 } from '../../dev/import/marc/write-iso2709.ts';
import { call } from '../support/api.ts';
import { BOOKS, COLUMNS, SUM } from './books.ts';
import { catalogue, useImportDesk } from './desk.ts';
import { xml } from './marc/support.ts';

/** What an import of books promises, against the library of this process over HTTP. */

const { library, desk } = useImportDesk();

const now = () => catalogue(library.client(), (barcode) => !/^(CAM|HER|ZOL)-/.test(barcode));

test('a file of copies comes in whole, each title once with the copies of all its rows', async () => {
  const { counts, isWhole, report, said } = await desk.bring(desk.file('livres.csv', BOOKS));
  expect([counts, isWhole, report]).toEqual([SUM, true, undefined]);
  expect(said).toContain('4 lus = 3 créés + 1 mis à jour + 0 ignoré (déjà là) + 0 refusé');
  const titles = (await now()).map((title) => JSON.parse(title)).sort((a, b) => (a.titre < b.titre ? -1 : 1));
  expect(titles).toMatchObject([
    { titre: 'Anthologie', auteur: null, exemplaires: 2 },
    { isbn: '9782070360024', editeur: 'Gallimard', annee: 1942, type: 'livre', exemplaires: 2 },
    { type: 'bd', copies: [expect.stringContaining('"code_barres":"HER-0001","cote":"BD HER"')] },
  ]);
});

test('a simulation says what the import will do, and sends nothing but reads', async () => {
  const file = desk.file('livres.csv', BOOKS);
  const from = library.requests.length;
  await desk.bring(file, ['--simulation']);
  expect(library.requests.slice(from).filter((request) => !request.startsWith('GET '))).toEqual([]);
  expect(await now()).toEqual([]);
  expect((await desk.foreseen(file)).counts).toEqual(SUM);
});

test('the same file again makes nothing twice', async () => {
  const file = desk.file('livres.csv', BOOKS);
  await desk.bring(file);
  const before = await now();
  const { counts } = await desk.bring(file);
  expect([counts, await now()]).toEqual([{ lus: 4, crees: 0, mis_a_jour: 0, ignores: 4, refuses: 0 }, before]);
});

test('a type of the policy is known with capitals, as other programs write it', async () => {
  await desk.bring(desk.file('livres.csv', `${COLUMNS}A;;;;;;DVD;;;\nB;;;;;;Livre;;;\n`));
  const types = (await now()).map((title) => JSON.parse(title).type);
  expect(types.sort()).toEqual(['dvd', 'livre']);
});

test('what an import has made and somebody has deleted is made again by the next', async () => {
  const file = desk.file('livres.csv', BOOKS);
  await desk.bring(file);
  const before = await now();
  for (const { id } of (await call('GET', '/livres')).body.elements) await call('DELETE', `/livres/${id}`);
  expect([(await desk.bring(file)).counts, await now()]).toEqual([SUM, before]);
});

test('a number that a program gives every title makes none of two, and two of none', async () => {
  const rows = ['1;Un;;AB-1', '1;Deux;;AB-2', '1;Un;;AB-3', '1;Tome;2070360024;AB-4'];
  const { counts } = await desk.bring(desk.file('livres.csv', `livre_id;titre;isbn;code_barres\n${rows.join('\n')}\n`));
  expect(counts).toEqual({ lus: 4, crees: 3, mis_a_jour: 1, ignores: 0, refuses: 0 });
});

test('a report that somebody may be mending stays, and the next has another name', async () => {
  const file = desk.file('livres.csv', `${BOOKS}X;;123;;;;;;;\n`);
  const [first, second] = [await desk.bring(file), await desk.bring(file)];
  expect([first.report, second.report]).toEqual([`${file}.refus.csv`, `${file}.refus-2.csv`]);
});

describe('what the library has already', () => {
  const OWN = { titre: 'L’Étranger', auteur: null, isbn: '9782070360024', exemplaires: [{ code_barres: 'CAM-0001' }] };

  test.each([
    ['ignorer', { crees: 2, mis_a_jour: 0, ignores: 2 }, { auteur: null, editeur: null }, 1],
    ['exemplaires', { crees: 2, mis_a_jour: 1, ignores: 1 }, { auteur: null, editeur: null }, 2],
    ['completer', { crees: 2, mis_a_jour: 2, ignores: 0 }, { auteur: 'Albert Camus', editeur: 'Gallimard' }, 2],
  ])('with --existants %s comes to that', async (mode, counts, fields, copies) => {
    await call('POST', '/livres', { body: OWN });
    const file = desk.file('livres.csv', BOOKS);
    const brought = await desk.foreseen(file, ['--existants', mode]);
    expect(brought.counts).toEqual({ lus: 4, refuses: 0, ...counts });
    const { elements } = (await call('GET', '/livres?isbn=9782070360024')).body;
    expect(elements).toEqual([expect.objectContaining({ ...fields, exemplaires: copies })]);
  });

  test.each(['1', 'Tome 1', 't. 1', '[1]'])('is known by its volume as a cataloguer writes it: %s', async (written) => {
    await call('POST', '/livres', { body: { ...OWN, tome: '1' } });
    const record = xml('', '00000nam  2200000   450 ', ['010   $a9782070360024', `200   $aL’Étranger$h${written}`]);
    expect((await desk.bring(desk.file('livres.xml', record))).counts).toMatchObject({ lus: 1, ignores: 1 });
  });

  test('gets no copies of which the file says nothing', async () => {
    await call('POST', '/livres', { body: { ...OWN, exemplaires: 2 } });
    const rows = `titre;isbn;editeur;exemplaires\nL’Étranger;9782070360024;Gallimard;`;
    const none = await desk.bring(desk.file('un.csv', `${rows}\n`), ['--existants', 'completer']);
    expect(none.counts).toMatchObject({ mis_a_jour: 1 });
    for (const mode of ['exemplaires', 'completer', 'exemplaires'])
      await desk.bring(desk.file('trois.csv', `${rows}3\n`), ['--existants', mode]);
    expect((await call('GET', '/livres?isbn=9782070360024')).body.elements).toEqual([
      expect.objectContaining({ exemplaires: 3, editeur: 'Gallimard' }),
    ]);
  });

  test('is filled in once, by the first row that says it', async () => {
    await call('POST', '/livres', { body: { ...OWN, exemplaires: 0 } });
    const file = desk.file('deux.csv', 'titre;isbn;editeur;exemplaires\nA;9782070360024;X;0\nA;9782070360024;Y;0\n');
    const brought = await desk.foreseen(file, ['--existants', 'completer']);
    expect(brought.counts).toMatchObject({ mis_a_jour: 1, ignores: 1 });
  });

  test('stays as somebody has filled it in meanwhile', async () => {
    const { body } = await call('POST', '/livres', { body: { ...OWN, exemplaires: 0 } });
    // At the desk, between the import's look and its change.
    library.answer = ({ method, path }, response) => {
      if (method !== 'GET' || path !== `/livres/${body.id}`) return false;
      void call('GET', path).then(async (seen) => {
        await call('PATCH', path, { body: { editeur: 'Folio' } });
        response.writeHead(200, { ...seen.headers }).end(JSON.stringify(seen.body));
      });
      return true;
    };
    const { counts, refused } = await desk.bring(desk.file('livres.csv', BOOKS), ['--existants', 'completer']);
    library.answer = () => false;
    expect([counts.refuses, refused[0]]).toEqual([1, expect.stringContaining('quelqu’un l’a modifié entre-temps')]);
    const { elements } = (await call('GET', '/livres?isbn=9782070360024')).body;
    expect(elements).toEqual([expect.objectContaining({ editeur: 'Folio' })]);
  });

  test('stays as it is where the file says something else', async () => {
    await call('POST', '/livres', { body: { ...OWN, auteur: 'A. Camus', annee: 1957, exemplaires: 0 } });
    await desk.bring(desk.file('livres.csv', BOOKS), ['--existants', 'completer']);
    const { elements } = (await call('GET', '/livres?isbn=9782070360024')).body;
    expect(elements).toEqual([expect.objectContaining({ auteur: 'A. Camus', annee: 1957, editeur: 'Gallimard' })]);
  });
});

describe('a record that is refused', () => {
  test.each([
    ['an ISBN with a wrong check digit', 'X;;9782070360025;;;;;;;', 'isbn', 'clé de contrôle'],
    ['an ISBN that a spreadsheet has destroyed', 'X;;9,78207E+12;;;;;;;', 'isbn', 'Texte'],
    ['no title', ';Camus;;;;;;;;', 'titre', 'obligatoire'],
    ['a type that the policy does not have', 'X;;;;;;vinyle;;;', 'type', 'livre'],
    ['a year that is none', 'X;;;;;bientôt;;;;', 'annee', 'nombre'],
    ['too many words', `${Array.from({ length: 46 }, (_, n) => `mot${n}`).join(' ')};;;;;;;;;`, 'titre', '45 mots'],
    ['the barcode of another row', 'X;;;;;;;;CAM-0001;', 'code_barres', 'enregistrement 1'],
    ['the barcode of a copy of the library', 'X;;;;;;;;ZOL-0001;', 'code_barres', 'Germinal'],
  ])('is told with its number, field and reason: %s', async (_, row, field, reason) => {
    await call('POST', '/livres', { body: { titre: 'Germinal', exemplaires: [{ code_barres: 'ZOL-0001' }] } });
    const file = desk.file('livres.csv', `${BOOKS}${row}\n`);
    const brought = await desk.foreseen(file);
    expect(brought.counts).toEqual({ ...SUM, lus: 5, refuses: 1 });
    const [number, told, why] = brought.refused[0]?.split(';') ?? [];
    expect([brought.refused.length, number, told, why]).toEqual([1, '5', field, expect.stringContaining(reason)]);
  });

  test('is told with the library’s reason when something came in between, and what was made of it stays one', async () => {
    // The copy that comes after those that are made at once is somebody else's by then.
    library.spoil = ({ method, path }, response) => {
      if (method !== 'POST' || !path.endsWith('/exemplaires')) return false;
      response.writeHead(409, { 'content-type': 'application/problem+json' });
      response.end('{"code":"code_barres_deja_utilise","detail":"Le code-barres est celui d’un autre exemplaire."}');
      return true;
    };
    const mrc = writeIso2709({
      titre: 'Suite',
      exemplaires: Array.from({ length: 21 }, (_, n) => ({ code_barres: `SUI-${n}` })),
    });
    const { counts, refused } = await desk.bring(desk.file('suite.mrc', Buffer.concat([mrc, mrc])));
    library.spoil = () => false;
    expect([counts.lus, counts.refuses]).toEqual([2, 2]);
    expect(refused[0]).toMatch(/autre exemplaire.*le début a été fait/);
    expect(await now()).toHaveLength(1);
  });

  test('can be mended in the report, which is imported as it is', async () => {
    const { report = '' } = await desk.bring(
      desk.file('livres.csv', `${BOOKS}Nana;Zola;9782070360025;;;;;;ZOL-0002;R ZOL\n`),
    );
    const mended = readFileSync(report, 'utf8').replace('9782070360025', '9782253003656');
    const { counts } = await desk.bring(desk.file('corrigés.csv', mended));
    expect(counts).toEqual({ lus: 1, crees: 1, mis_a_jour: 0, ignores: 0, refuses: 0 });
    expect(await now()).toContainEqual(expect.stringMatching(/9782253003656.*ZOL-0002.*R ZOL/));
  });
});
