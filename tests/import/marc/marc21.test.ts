import { describe, expect, test } from '@jest/globals';
import { dialectOf } from '../../../dev/import/marc/dialect.ts';
import { newFindings } from '../../../dev/import/marc/model.ts';
import type { BookFields } from '../../../dev/import/record.ts';
import { book, control, type Field, general, iso2709, read, tagOf } from './support.ts';

const TITLE: Field = '245 10$aTitre.';

const marc21 = (fields: readonly Field[], leader = 'nam a22   4500'): Promise<BookFields> => {
  const tags = new Set(fields.map(tagOf));
  const others = [control('19uu'), TITLE].filter((field) => !tags.has(tagOf(field)));
  return book(iso2709([...others, ...fields], { leader }));
};

describe('the title has its parts, without the punctuation of the card', () => {
  test.each([
    ["10$aL'étranger /$cAlbert Camus.", "L'étranger"],
    ['10$aLes aspirations :$bpoésies canadiennes /$cW. Chapman.', 'Les aspirations : poésies canadiennes'],
    ['14$aLes misérables.$nTome 2,$pCosette.', 'Les misérables. Tome 2, Cosette'],
    ['10$aGerminal.$pDeuxième partie', 'Germinal. Deuxième partie'],
    ['10$aHamlet =$bHamlet, prince of Denmark /$cShakespeare', 'Hamlet'],
    ['10$aOpen Source GIS$h[electronic resource] :$ba GRASS approach', 'Open Source GIS : a GRASS approach'],
    ['10$a...Les constructeurs...', '...Les constructeurs...'],
    ['10$aLivres, disques, etc.', 'Livres, disques, etc.'],
    ['10$aThe hobbit by Tolkien, J.R.R.', 'The hobbit by Tolkien, J.R.R.'],
    ['10$aIl y a.', 'Il y a'],
    ['10$aQui ? /$cX', 'Qui ?'],
    ['10$aTitre/$cX', 'Titre'],
    ['10$bseul sous-titre', 'seul sous-titre'],
  ])('%j', async (field, titre) => {
    expect((await marc21([`245 ${field}`])).titre).toBe(titre);
  });
});

const C245: Field = '245 10$aTitre /$cpar Albert Camus ; ill. de X.';

describe('authors have the natural order of their names', () => {
  test.each<[string, Field[], string | undefined]>([
    ['a person', ['100 1 $aCamus, Albert,$d1913-1960.'], 'Albert Camus'],
    ['initials', ['100 1 $aChapman, W.$q(William),$d1850-1917.'], 'W. Chapman'],
    ['a full stop', ['100 1 $aNeteler, Markus.'], 'Markus Neteler'],
    ['a generation', ['100 1 $aKing, Martin Luther,$cJr.,$d1929-1968.'], 'Martin Luther King Jr.'],
    ['a pope', ['100 0 $aJean-Paul$bII,$cpape'], 'Jean-Paul II'],
    ['a direct name with a comma', ['100 0 $aMarie, de France'], 'Marie, de France'],
    ['a family', ['100 3 $aMédicis (famille)'], 'Médicis (famille)'],
    ['a name in two scripts', ['100 1 $aशाह, वीर.', '100 1 $aŚāha, Vīra.'], 'वीर शाह'],
    ['two authors', ['100 1 $aGoscinny, René', '700 1 $aUderzo, Albert,$eauteur'], 'René Goscinny, Albert Uderzo'],
    ['another work', ['100 1 $aGide, André', '700 1 $aPoe, Edgar$tContes$4aut'], 'André Gide'],
    ['an illustrator', ['100 1 $aGide, André', '700 1 $aX, Y$eill.'], 'André Gide'],
    ['a body', ['110 2 $aFrance.$bMinistère de la culture.'], 'France. Ministère de la culture'],
    ['a meeting', ['111 2 $aCongrès de Vienne$d(1815)'], 'Congrès de Vienne'],
    ['added persons', ['700 1 $aDiBona, Chris.', '700 1 $aStone, Mark.'], 'Chris DiBona, Mark Stone'],
    ['the title page', [C245], 'Albert Camus'],
    ['nobody', [], undefined],
  ])('%s', async (_, fields, auteur) => {
    expect((await marc21(fields)).auteur).toBe(auteur);
  });
});

describe('the other fields are where the table says', () => {
  test.each<[string, Field[], Partial<BookFields>]>([
    ['an ISBN', ['020   $a2070360024 (br.) :$c12 F'], { isbn: '2070360024' }],
    ['spaces before', ['020   $a  9780387685748'], { isbn: '9780387685748' }],
    ['a cancelled ISBN', ['020   $z2070360024'], {}],
    ['a price', ['020   $c12 F'], {}],
    ['a volume', ['245 10$aNaruto.$nVol. 12.'], { titre: 'Naruto. Vol. 12', tome: '12' }],
    ['the number in a series', ['490 1 $aFolio ;$v12', '830  0$aFolio ;$v12'], {}],
    ['a publisher', ['260   $aParis :$bGallimard,$c1942.'], { editeur: 'Gallimard', annee: '1942' }],
    ['a publisher in 264', ['264  4$c©1999', '264  1$aParis :$bMinuit,$c[1998]'], { editeur: 'Minuit', annee: '1998' }],
    [
      'an abbreviated publisher',
      ['260   $bVisualization Solutions, Inc.,$c2004'],
      { editeur: 'Visualization Solutions, Inc.', annee: '2004' },
    ],
    ['no publisher', ['260   $a[S.l. :$bs.n.,$c19--]'], {}],
    ['a year', [control('1942'), '260   $c1950.'], { annee: '1942' }],
  ])('%s', async (_, fields, expected) => {
    expect(await marc21(fields)).toEqual({ titre: 'Titre', type: 'livre', exemplaires: [], ...expected });
  });
});

describe('the type is one of ours only where the record says so', () => {
  const projected = (kind: string): Field => control().slice(0, 37) + kind + control().slice(38);
  test.each<[string, string, Field[], string | undefined]>([
    ['a book', 'nam', [], 'livre'],
    ['a serial', 'nas', [], 'revue'],
    ['a film', 'ngm', [projected('v')], 'dvd'],
    ['slides', 'ngm', [projected('s')], undefined],
    ['a comic by its codes', 'nam', [control('1942', 'fre', '6   ')], 'bd'],
    ['a comic by its genre', 'nam', ['655  7$aBandes dessinées.'], 'bd'],
    ['a comic by its subject form', 'nam', ['650  0$aChats$vComic books, strips, etc.'], 'bd'],
    ['a book about comics', 'nam', ['650  0$aComic books, strips, etc.$xHistory'], 'livre'],
    ['a score', 'ncm', [], undefined],
    ['a file', 'nmm', [], undefined],
  ])('%s', async (_, kind, fields, type) => {
    expect((await marc21(fields, `${kind} a22   4500`)).type).toBe(type);
  });
});

describe('copies have their barcodes, their shelf marks and their notes', () => {
  test.each<[string, Field[], BookFields['exemplaires']]>([
    [
      'Koha',
      ['952   $aBIB$o R CAM$p30001234$zabîmé', '952   $aBIB$bBIB$yLIV'],
      [{ code_barres: '30001234', cote: 'R CAM', note: 'abîmé' }, {}],
    ],
    ['a 952 of others', ['952   $aRejected as serial'], []],
    [
      'Sirsi',
      ['949   $aK 830 R44$v2$wLC$i30007001351492$p14.15$o.NOTE. B4'],
      [{ code_barres: '30007001351492', cote: 'K 830 R44', note: 'volume 2' }],
    ],
    ['others, in b', ['949   $b30007001351492$jK 830'], [{ code_barres: '30007001351492', cote: 'K 830' }]],
    ['others, in p', ['949   $p30007001351492$hK 830$b DESM'], [{ code_barres: '30007001351492', cote: 'K 830' }]],
    ['a call number alone', ['949   $aONLINE$wASIS$tBOOK_WEB'], [{ cote: 'ONLINE' }]],
    [
      'Evergreen',
      ['852 4 $bBR1$jR CAM$p30001234', '852   $aBibliothèque'],
      [{ code_barres: '30001234', cote: 'R CAM' }],
    ],
    ['Koha before others', ['949   $i30009999', '952   $p30001234'], [{ code_barres: '30001234' }]],
  ])('%s', async (_, fields, expected) => {
    expect((await marc21(fields)).exemplaires).toEqual(expected);
  });
});

describe('the dialect', () => {
  const french = iso2709([general(), '200 1 $aUnimarc', '700  1$aZola$bÉmile']);
  const american = iso2709([control(), '245 10$aMarc', '100 1 $aPoe, Edgar']);
  const bare = iso2709(['300   $aRien']);

  test('is that of most records of a file', async () => {
    const titles = async (...file: Uint8Array[]) => (await read(file)).map(({ fields }) => fields.titre);
    expect(await titles(bare, american, american, french)).toEqual([undefined, 'Marc', 'Marc', undefined]);
    expect(await titles(bare, french, french, american)).toEqual([undefined, 'Unimarc', 'Unimarc', undefined]);
  });

  test('may be given', async () => {
    const findings = newFindings();
    const [record] = await read([american, american, french], { dialect: 'UNIMARC', findings });
    expect([record?.fields.titre, findings.dialect]).toEqual([undefined, 'UNIMARC']);
  });

  test('is that of French libraries when nothing tells', () => {
    expect(dialectOf([])).toBe('UNIMARC');
  });
});
