import { expect, test } from '@jest/globals';
import { useImportDesk } from './desk.ts';

/** What a librarian is told of an import. */

const { desk } = useImportDesk();

const COLUMNS = 'titre;auteur;isbn;tome;editeur;annee;type;exemplaires;code_barres;cote\n';
const ROWS = `L’Étranger;Albert Camus;9782070360024;;Gallimard;1942;;;CAM-0001;R CAM
Tintin au Congo;Hergé;;;;;bd;;HER-0001;BD HER
`;

test('a number and its word agree', async () => {
  const { said } = await desk.bring(desk.file('livre.csv', `${COLUMNS}Nana;Zola;;;;;;;;\n`));
  expect(said).toContain('1 lu = 1 créé + 0 mis à jour + 0 ignoré (déjà là) + 0 refusé');
});

test('who leaves what is there as it is, is told how it is filled in', async () => {
  const file = desk.file('livres.csv', COLUMNS + ROWS);
  expect((await desk.bring(file)).said.join()).not.toContain('--existants');
  expect((await desk.bring(file)).said.join()).toContain('--existants exemplaires');
  expect((await desk.bring(file, ['--existants', 'completer'])).said.join()).not.toContain('--existants');
});

test('an import whose refused records cannot be written down ends, and says so', async () => {
  // The report’s name would be longer than any file’s.
  const file = desk.file(`${'l'.repeat(242)}.csv`, `${COLUMNS}X;;123;;;;;;;\n${ROWS}`);
  await expect(desk.bring(file)).rejects.toThrow(/refus\.csv » ne peut pas être écrit/);
});
