import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Kind, NAMES } from '../../../dev/import/csv/columns.ts';
import { readMapping } from '../../../dev/import/csv/mapping.ts';
import { nameKey } from '../../../dev/import/csv/names.ts';
import { UnreadableFile } from '../../../dev/import/unreadable.ts';
import { type Asked, read, readAll } from './file.ts';

const kinds = ['livres', 'utilisateurs'] as const;
const columnsOf = (kind: Kind) => Object.entries(NAMES[kind]) as [string, readonly string[]][];

test.each(kinds)('each name of the %s means one column only', (kind) => {
  const keys = columnsOf(kind).flatMap(([, names]) => names.map(nameKey));
  expect(keys.filter((key, n) => keys.indexOf(key) !== n)).toEqual([]);
  expect(keys).not.toContain('');
});

/** The ways in which programs write one name. */
const written = (name: string) =>
  fc
    .tuple(
      fc.constantFrom(' ', '_', '-', '  ', '\u00a0'),
      fc.constantFrom('', '.', ' :', ' '),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([space, end, way]) => {
      const spaced = name.replace(/[ _]/g, space) + end;
      return [spaced, spaced.toUpperCase(), spaced.normalize('NFD'), spaced.normalize('NFD').replace(/\p{M}/gu, '')][
        way
      ] as string;
    });

test.each(kinds)('a column of the %s is known by each of its names, however it is written', async (kind) => {
  const one = fc.constantFrom(
    ...columnsOf(kind).flatMap(([column, names]) => names.map((name) => [column, name] as const)),
  );
  await fc.assert(
    fc.asyncProperty(
      one.chain(([column, name]) => fc.tuple(fc.constant(column), written(name))),
      async ([column, header]) => {
        const required = kind === 'livres' ? 'titre' : 'nom';
        fc.pre(column !== required);
        const [record] = await readAll(`${required}\t${header}\nA\t7`, { kind });
        const { exemplaires = [], ...fields } = record?.fields ?? {};
        const copies = column === 'exemplaires' ? exemplaires.length : undefined;
        const subtitle = column === 'sous_titre' ? fields.titre?.replace('A : ', '') : undefined;
        expect(copies ?? subtitle ?? fields[column] ?? exemplaires[0]?.[column]).toEqual(copies ? 7 : '7');
      },
    ),
  );
});

test.each(['N° de carte', 'No de carte', 'Num. de carte', 'NUMÉRO DE CARTE', 'nº de carte', 'numero_de_carte'])(
  'a number is known by its name in whatever way that is cut: %s',
  async (header) => {
    expect((await readAll(`nom;${header}\nA;0007`))[0]?.fields.numero_carte).toBe('0007');
  },
);

/** Of Koha, PMB, BCDI and Evergreen. */
const EXPORTS: Record<Kind, string[]> = {
  livres: [
    'title,author,isbn,publishercode,publicationyear,itemtype,barcode,itemcallnumber,biblionumber',
    'Titre propre;Auteur principal;Éditeur;Année;ISBN;Code-barres;Cote;Support',
    'Titre;Auteurs;Editeur;Date de parution;ISBN/ISSN;Support;N° exemplaire;Cote',
    'Title\tAuthor\tISBN\tPublisher\tPubdate\tBarcode\tCall Number',
  ],
  utilisateurs: [
    'cardnumber,surname,firstname,title,email,categorycode,dateofbirth,dateexpiry',
    'Code-barres;Nom;Prénom;Adresse e-mail;Catégorie;Date d’expiration',
    'Card Barcode\tFamily Name\tFirst Given Name\tPrimary Email\tDOB\tExpire Date',
  ],
};

test.each(kinds)('the %s that other programs export are known', async (kind) => {
  for (const header of EXPORTS[kind]) {
    const ignored = kind === 'utilisateurs' && header.includes('title') ? ['title'] : [];
    expect(await read(`${header}\n1\n`)).toMatchObject({ kind, ignored });
  }
});

test('columns that are not known are told, but for those of our own report', async () => {
  expect((await read('numero;champ;raison;titre;Résumé;Prix;\n1;a;b;A;x;y;z')).ignored).toEqual(['Résumé', 'Prix']);
});

const refusal = async (content: string, asked?: Asked): Promise<string> => {
  const error = await read(content, asked).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnreadableFile);
  return (error as Error).message;
};

describe('a file is refused with what to do about it', () => {
  test.each<[string, string, string[], Kind?]>([
    ['whose columns say nothing', 'foo;bar\nA;B', ['« titre »', '« nom »', '« foo », « bar »']],
    ['of books without titles', 'auteur;isbn\nA;B', ['Il manque la colonne « titre »', '« title »'], 'livres'],
    ['of members without names', 'titre;isbn\nA;B', ['Il manque la colonne « nom »', '« surname »'], 'utilisateurs'],
    ['with two columns for one thing', 'Titre;Publisher;Éditeurs\nA;B;C', ['« Publisher » et « Éditeurs »', 'editeur']],
    ['of loans', 'id;numero_carte;titre;date_emprunt;livre_id\nA;B;C;D;E', ['prêts', 'ne rentrent pas']],
    ['of holds', 'id;numero_carte;titre;date_reservation;livre_id\nA;B;C;D;E', ['ne rentrent pas']],
    ['that could be of books or of members', 'titre;nom\nA;B', ['livres ou des utilisateurs']],
    ['with a hundred thousand columns', `foo;${'bar;'.repeat(100_000)}\nA`, ['et 99982 autres']],
    ['without anything', '', ['est vide']],
    ['of blank lines', '\n\r\n \n', ['est vide']],
    ['of a header only', 'titre;auteur\r\n', ['que la ligne des noms']],
    ['of a header that is too long', `titre${'x'.repeat(1_100_000)}\nA`, ['« CSV UTF-8 »']],
  ])('%s', async (...[, content, told, kind]) => {
    const message = await refusal(content, kind && { kind });
    for (const part of told) expect(message).toContain(part);
    expect(message.length).toBeLessThan(2000);
  });
});

describe('a file of the library’s own names', () => {
  const columns = readMapping('Mon document: titre\n"écrit par": auteur\nYear: ignorer\n');

  test('tells what columns are, and which are left', async () => {
    const [record] = await readAll('MON_DOCUMENT,Écrit par,Year,Pubdate\nA,B,1,1999', { columns });
    expect(record?.fields).toEqual({ titre: 'A', auteur: 'B', annee: '1999', exemplaires: [{}] });
  });

  test('may be JSON', () => {
    expect(readMapping('{"Mon document": "titre"}').get(nameKey('mon document'))?.column).toBe('titre');
  });

  test.each([
    ['a name that we do not have', 'a: titre\nb: titer\n', ['ligne 2', '« b »', '« titer »']],
    ['one column twice', 'a: titre\nb: auteur\nA.: isbn', ['ligne 3', '« a »']],
    ['no names', '- titre', ['ligne 1', 'Titre du document: titre']],
    ['nothing', '', ['ligne 1', 'Titre du document: titre']],
    ['what is no YAML', 'a: "titre', ['ligne 1']],
    ['two faults', 'a: x\nb: y', ['ligne 1', 'ligne 2']],
  ])('is refused by its lines, with %s', (_, text, told) => {
    const reading = () => readMapping(text);
    expect(reading).toThrow(UnreadableFile);
    for (const part of told) expect(reading).toThrow(part);
  });

  test('is refused when the file has no such column, or its kind has not', async () => {
    expect(await refusal('Mon document;auteur;Year\nA;B;C', { columns })).toContain('« écrit par »');
    const members = readMapping('x: email');
    expect(await refusal('titre;x\nA;B', { columns: members, kind: 'livres' })).toContain('« email »');
  });
});
