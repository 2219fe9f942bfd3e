import { describe, expect, test } from '@jest/globals';
import { EXPORTED } from '../../../dev/import/csv/columns.ts';
import { readAll } from './file.ts';

/** The tables that other programs write, as far as their ways differ from a spreadsheet's, by their documentation. */

/** What is read of the rows of a file. */
const fieldsIn = async (...lines: string[]) => (await readAll(lines.join('\n'))).map(({ fields }) => fields);
const faultsIn = async (...lines: string[]) => (await readAll(lines.join('\n'))).flatMap(({ faults }) => faults);

test('Goodreads: both ISBNs as formulas of text, and two years', async () => {
  expect(
    await fieldsIn(
      'Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Publisher,Binding,Year Published,Original Publication Year,Exclusive Shelf',
      '49552,"The Stranger","Albert Camus","Camus, Albert",,="0679720200",="9780679720201",5,Vintage,Paperback,1989,1942,read',
      '1617,"Night","Elie Wiesel","Wiesel, Elie",,="",="9780374500016",5,Hill and Wang,Paperback,,1956,read',
      '4934,"L\'Assommoir","Émile Zola","Zola, Émile",,"=""""","=""""",0,Poche,Paperback,,1877,to-read',
    ),
  ).toMatchObject([
    { livre_id: '49552', titre: 'The Stranger', auteur: 'Albert Camus', isbn: '0679720200', annee: '1989' },
    { titre: 'Night', isbn: '9780374500016', annee: '1956' },
    { titre: "L'Assommoir", annee: '1877' },
  ]);
});

test('what says that there is no ISBN is none, and refuses nothing', async () => {
  const cells = ['[]', '=""', 'N/A', '-', 'sans'];
  expect(await fieldsIn('titre;isbn', ...cells.map((cell) => `A;${cell}`))).toEqual(
    cells.map(() => ({ titre: 'A', exemplaires: [{}] })),
  );
});

test('LibraryThing: a tab between cells, and the ISBN in brackets', async () => {
  expect(
    await fieldsIn(
      'Book Id\tTitle\tPrimary Author\tSecondary Author\tPublication\tBarcode\tISBN\tISBNs\tCopies',
      "1\tL'étranger\tCamus, Albert\t\tGallimard (1972)\t\t[2070360024]\t2070360024, 9782070360024\t1",
      '2\tZazie dans le métro\tQueneau, Raymond\t\tFolio\t\t[]\t\t2',
    ),
  ).toMatchObject([
    { titre: "L'étranger", auteur: 'Camus, Albert', isbn: '2070360024', exemplaires: [{}] },
    { titre: 'Zazie dans le métro', exemplaires: [{}, {}] },
  ]);
});

test('BiblioteQ: two ISBNs, a number of copies, and N/A for what it does not know', async () => {
  expect(
    await fieldsIn(
      '"Title","Authors","Publisher","Publication Date","ISBN-10","ISBN-13","Quantity","Call Number"',
      '"Le Horla","Guy de Maupassant","N/A","01/15/1999","N/A","N/A","2","N/A"',
    ),
  ).toEqual([{ titre: 'Le Horla', auteur: 'Guy de Maupassant', annee: '1999', exemplaires: [{}, {}] }]);
});

test('Koha: several ISBNs in a cell, a subtitle, and the punctuation of cards', async () => {
  expect(
    await fieldsIn(
      'biblionumber;title;subtitle;author;isbn;publishercode;publicationyear;barcode;itemcallnumber',
      '7;"L\'étranger /";;"Camus, Albert,";"2070360025 | 9782070360024";"Gallimard,";1942;0001234;"R CAM"',
      '8;"Sapiens :";"une brève histoire /";"Harari, Yuval";"978-2-226-25701-7 (br.)";"Albin Michel";2015;0001235;"909"',
    ),
  ).toMatchObject([
    { livre_id: '7', titre: "L'étranger", auteur: 'Camus, Albert', isbn: '9782070360024', editeur: 'Gallimard' },
    { titre: 'Sapiens : une brève histoire', isbn: '978-2-226-25701-7' },
  ]);
});

test.each([
  ['Canal +', 'Canal +'],
  ['Qui ?', 'Qui ?'],
  ['20 000 lieues…', '20 000 lieues…'],
  ['/', '/'],
  [',', ','],
])('a title that ends in a sign of its own keeps it: %s', async (title, expected) => {
  expect(await fieldsIn('titre;auteur', `${title};X`)).toMatchObject([{ titre: expected }]);
});

test('Koha and PMB: a day with its midnight, and one of zeros', async () => {
  expect(
    await fieldsIn(
      'cardnumber,surname,firstname,title,dateofbirth,categorycode,dateexpiry,debarred,debarredcomment',
      '2352,Garnier,Luc,M.,1951-07-01 00:00:00,adulte,0000-00-00,9999-12-31,Documents à rendre',
    ),
  ).toEqual([
    {
      ...{ nom: 'Garnier', prenom: 'Luc', numero_carte: '2352', categorie: 'adulte', date_naissance: '1951-07-01' },
      ...{ blocage_motif: 'Documents à rendre', blocage_jusqu_au: '9999-12-31' },
    },
  ]);
  expect(
    await fieldsIn(
      'empr_cb;empr_nom;empr_prenom;empr_categ;empr_date_expiration',
      '12;Durand;Anne;jeune;31/12/2027 00:00',
    ),
  ).toMatchObject([{ numero_carte: '12', date_fin: '2027-12-31' }]);
  expect(await faultsIn('nom;date_fin', 'Durand;2027-12-31 12:30')).toMatchObject([{ champ: 'date_fin' }]);
});

describe('what a file of this library says is meant as it stands', () => {
  test.each([['Sapiens /'], ['N/A'], ['\\N'], ['Un, deux,']])('a title « %s »', async (title) => {
    const row = EXPORTED.livres.map((column) => ({ titre: title, editeur: title })[column as string] ?? '').join(';');
    expect(await fieldsIn(EXPORTED.livres.join(';'), row)).toMatchObject([{ titre: title, editeur: title }]);
  });
});
