import fs from 'node:fs';
import { expect, jest, test } from '@jest/globals';
import { useImportDesk } from './desk.ts';

/** What is left of an import when the power goes. */

const { library, desk } = useImportDesk();

const BOOKS = 30;

test('what is asked for is on the disk as begun before', async () => {
  const rows = Array.from({ length: BOOKS }, (_, n) => `Livre ${n};AB-${n}`);
  const file = desk.file('livres.csv', ['titre;code_barres', ...rows].join('\n'));
  const begunIn = (journal: string) => journal.split('\n').filter((line) => line.includes('"plan"')).length;
  let [kept, writes] = [0, 0];
  const real = fs.fdatasync;
  const slow = jest.spyOn(fs, 'fdatasync').mockImplementation((descriptor, done) => {
    const begun = begunIn(fs.readFileSync(`${file}.reprise`, 'utf8'));
    writes += 1;
    real(descriptor, (error) => {
      kept = begun;
      done(error);
    });
  });
  const lost: string[] = [];
  let asked = 0;
  library.spoil = ({ method, path }) => {
    asked += method === 'POST' ? 1 : 0;
    if (asked > kept) lost.push(`${method} ${path}`);
    return false;
  };
  await desk.bring(file);
  slow.mockRestore();
  expect([lost, asked, kept]).toEqual([[], BOOKS, BOOKS]);
  // Those that are begun side by side are written in one go.
  expect(writes).toBeLessThan(BOOKS);
});
