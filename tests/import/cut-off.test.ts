import { describe, expect, test } from '@jest/globals';
import { writeIso2709 } from '../../dev/import/marc/write-iso2709.ts';
import { tokenOf } from '../support/tokens.ts';
import { BOOKS, SUM } from './books.ts';
import { aged, catalogue, useImportDesk } from './desk.ts';
import { xml } from './marc/support.ts';

/** What an import of books promises when it is cut off, against the library of this process over HTTP. */

const { library, desk } = useImportDesk();

const now = () => catalogue(library.client(), (barcode) => !/^(CAM|HER|ZOL)-/.test(barcode));

describe('an import that is cut off', () => {
  test('at any of its requests, and soon again, goes on when it is given again, and comes to the same', () =>
    desk.survivesCuts(BOOKS, SUM, now));

  test('before its records have begun, does nothing and can be gone on from', async () => {
    const interrupted = new AbortController();
    interrupted.abort();
    const file = desk.file('livres.csv', BOOKS);
    const { isWhole, counts } = await desk.bring(file, [], { signal: interrupted.signal });
    expect([isWhole, counts.lus, await now()]).toEqual([false, 0, []]);
    expect((await desk.bring(file)).counts).toEqual(SUM);
  });

  test('by a file that ends before its time, counts what it has made', async () => {
    const records = [1, 2, 3, 4, 5].map((n) => xml('', '00000nam  2200000   450 ', [`200 1 $aTitre ${n}`]));
    const file = desk.file('livres.xml', `<collection>${records.join('')}<record><leader>`);
    await expect(desk.bring(file)).rejects.toThrow(/XML|ligne/);
    expect(await now()).toHaveLength(5);
  });

  describe('and is old, so that the library has forgotten its keys', () => {
    const none = { lus: 0, crees: 0, mis_a_jour: 0, ignores: 0, refuses: 0 };
    /** More copies of one title than one request makes, one that is lost, and two rows of one title. */
    const LONG = `titre;isbn;exemplaires;code_barres;cote;etat
Manuel;;23;;R MAN;
Lettres;;;LET-0001;;perdu
L’Étranger;9782070360024;;CAM-0001;R CAM;
L’Étranger;9782070360024;;CAM-0002;;en_reparation
`;
    const LONG_SUM = { ...none, lus: 4, crees: 3, mis_a_jour: 1 };

    test('is completed wherever it was cut off, and makes nothing twice', async () => {
      await desk.survivesCuts(LONG, LONG_SUM, now, true);
      expect((await now()).map((title) => JSON.parse(title).copies.length).sort()).toEqual([1, 2, 23]);
    }, 300_000);

    test('is completed once, though the library has kept a key longer', async () => {
      const file = desk.file('livres.csv', 'titre;exemplaires;cote\nManuel;60;R MAN\n');
      await desk.cut(file, 12).catch(() => {});
      expect(JSON.parse((await now())[0] as string).exemplaires).toBe(30);
      aged(file);
      expect((await desk.bring(file)).counts).toEqual({ ...none, lus: 1, crees: 1 });
      expect((await now()).map((title) => JSON.parse(title).exemplaires)).toEqual([60]);
    });

    test('is refused where nothing tells which of the copies have come', async () => {
      const file = desk.file('livres.csv', 'titre;exemplaires\nAnthologie;2\nAnthologie;1\n');
      await desk.cut(file, 3).catch(() => {});
      const before = await now();
      aged(file);
      const { counts, refused } = await desk.bring(file);
      expect(counts).toEqual({ ...none, lus: 2, crees: 1, refuses: 1 });
      expect(refused).toEqual([expect.stringMatching(/^2;exemplaires;.*vingt-trois heures/)]);
      expect([before.map((title) => JSON.parse(title).exemplaires), await now()]).toEqual([[3], before]);
    });
  });

  test('is gone on from by the account that has begun it', async () => {
    const file = desk.file('livres.csv', BOOKS);
    await desk.cut(file, 3).catch(() => {});
    const colleague = library.client(await tokenOf({ sub: 'collègue' }));
    await expect(desk.bring(file, [], { client: colleague })).rejects.toThrow(/compte « .* »/);
    expect((await desk.bring(file)).counts).toEqual(SUM);
  });

  test('begins anew when its file was changed meanwhile', async () => {
    const file = desk.file('livres.csv', BOOKS);
    await desk.cut(file, 3).catch(() => {});
    desk.file('livres.csv', `${BOOKS}Nana;Zola;;;;;;;ZOL-0001;\n`);
    const { counts, said } = await desk.bring(file);
    expect(said.join()).toMatch(/abandonné/);
    expect(said.join()).not.toContain('reprend');
    expect([counts.lus, counts.refuses]).toEqual([5, 0]);
    expect(await now()).toHaveLength(4);
  });

  test('begins anew when its columns are named otherwise meanwhile, so that all of it is read in one way', async () => {
    const file = desk.file('livres.csv', 'Ouvrage;Titre\nUn;A\nDeux;B\nTrois;C\n');
    const named = (column: string) => ['--colonnes', desk.file('noms.yml', column), '--genre', 'livres'];
    await desk.cut(file, 2, true, named('Titre: auteur\nOuvrage: titre\n')).catch(() => {});
    const { said } = await desk.bring(file, named('Titre: cote\nOuvrage: titre\n'));
    expect(said.join()).toMatch(/abandonné/);
    expect((await now()).filter((title) => JSON.parse(title).auteur !== null)).toHaveLength(1);
  });

  test.each([
    [
      ['--dialecte', 'unimarc'],
      ['--dialecte', 'marc21'],
    ],
    [['--format', 'marc'], []],
  ])('begins anew when what is said of its form changes from %j to %j', async (before, after) => {
    const mrc = ['Un', 'Deux'].map((titre) => writeIso2709({ titre, exemplaires: [] }));
    const file = desk.file('livres.mrc', Buffer.concat(mrc));
    await desk.cut(file, 2, true, before).catch(() => {});
    expect((await desk.bring(file, after)).said.join()).toMatch(/abandonné/);
  });
});
