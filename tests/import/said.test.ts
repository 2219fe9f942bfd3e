import { expect, test } from '@jest/globals';
import { optionsIn as exportAsked } from '../../dev/export/options.ts';
import { optionsIn as importAsked } from '../../dev/import/options.ts';
import { BOOKS, COLUMNS } from './books.ts';
import { useImportDesk } from './desk.ts';

/** What a librarian is told of an import, and of a command line that cannot be followed. */

const { desk } = useImportDesk();

test('a number and its word agree', async () => {
  const { said } = await desk.bring(desk.file('livre.csv', `${COLUMNS}Nana;Zola;;;;;;;;\n`));
  expect(said).toContain('1 lu = 1 créé + 0 mis à jour + 0 ignoré (déjà là) + 0 refusé');
});

test('who leaves what is there as it is, is told how it is filled in', async () => {
  const file = desk.file('livres.csv', BOOKS);
  expect((await desk.bring(file)).said.join()).not.toContain('--existants');
  expect((await desk.bring(file)).said.join()).toContain('--existants exemplaires');
  expect((await desk.bring(file, ['--existants', 'completer'])).said.join()).not.toContain('--existants');
});

test('an import whose refused records cannot be written down ends, and says so', async () => {
  // The report’s name would be longer than any file’s.
  const file = desk.file(`${'l'.repeat(242)}.csv`, `${BOOKS}X;;123;;;;;;;\n`);
  await expect(desk.bring(file)).rejects.toThrow(/refus\.csv » ne peut pas être écrit/);
});

test.each([
  ['export', ['livre.csv'], '« livre.csv » n’est le nom d’aucun export', 'livres.csv, livres.mrc'],
  ['export', ['ici/livres.ods'], '« livres.ods » n’est le nom d’aucun export', 'emprunts.csv, reservations.csv'],
  ['export', ['toString'], '« toString » n’est le nom d’aucun export', 'livres.csv'],
  ['export', [], 'Quel fichier ?', 'Usage : npm run export'],
  ['export', ['livres.csv', 'emprunts.csv'], '« emprunts.csv » est de trop', 'Usage : npm run export'],
  ['export', ['livres.csv', '--adresse', 'x'], 'L’option --adresse n’existe pas', '--url'],
  ['import', ['a.csv', '--genre', 'disques'], 'et non « disques »', 'livres, utilisateurs'],
  ['import', ['a.csv', '--simuler'], 'L’option --simuler n’existe pas', '--simulation'],
  ['import', [], 'Quel fichier ?', 'Usage : npm run import'],
  ['import', ['a.csv', 'b.csv'], '« b.csv » est de trop', 'Usage : npm run import'],
])('an %s asked for with %j says which word it does not know, and what it knows', (command, args, wrong, known) => {
  const asked = { export: exportAsked, import: importAsked }[command as 'export' | 'import'];
  expect(() => asked(args)).toThrow(wrong);
  expect(() => asked(args)).toThrow(known);
});

test('a file that is not there is named', () =>
  expect(desk.bring('ici/livre.csv')).rejects.toThrow('« ici/livre.csv » n’existe pas'));
