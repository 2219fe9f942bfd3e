import { describe, expect, test } from '@jest/globals';
import { book, control, general, utf8, xml } from './support.ts';

/** Records as large catalogues give them, by their documentation: what each does in its own way is read as it is meant. */

const inSru = (p: string, record: string) =>
  `<${p}:searchRetrieveResponse><${p}:records><${p}:record><${p}:recordData>${record}</${p}:recordData></${p}:record></${p}:records></${p}:searchRetrieveResponse>`;

describe('a record', () => {
  test.each<[string, string, object]>([
    [
      'of the Sudoc, with marks for sorting and a shelf mark of its members',
      xml('', '     cam0 22        450 ', [
        '001 000123456',
        '010   $a2-07-036002-4$bbr.$d15 F',
        general('1986'),
        '200 1 $a\u0098L’\u009cétranger$bTexte imprimé$eroman$fAlbert Camus',
        '210   $a[Paris]$cGallimard$d1986',
        '700  1$3026762056$aCamus$bAlbert$f1913-1960$4070',
        '930   $5751052105:12345$b751052105$a8 Y2 123',
      ]),
      {
        ...{ livre_id: '000123456', titre: 'L’étranger : roman', auteur: 'Albert Camus', isbn: '2-07-036002-4' },
        ...{ editeur: 'Gallimard', annee: '1986', type: 'livre', exemplaires: [] },
      },
    ],
    [
      'of the BnF, where the writer and the artist of a series have fields of their own',
      inSru(
        'srw',
        xml('mxc', '     cam  22        450 ', [
          '001 FRBNF35084270',
          '010   $a2-205-00698-5$brel.',
          '073  0$a9782205006988',
          general('1972'),
          '200 1 $aAstérix$bTexte imprimé$h19$iLe devin$ftextes de Goscinny$gdessins d’Uderzo',
          '210   $aParis$cDargaud$d1972',
          '700  |$aGoscinny$bRené$4070',
          '702  |$aUderzo$bAlbert$4440',
        ]),
      ),
      {
        ...{ livre_id: 'FRBNF35084270', titre: 'Astérix. 19, Le devin', auteur: 'René Goscinny', tome: '19' },
        ...{ isbn: '2-205-00698-5', editeur: 'Dargaud', annee: '1972', type: 'livre', exemplaires: [] },
      },
    ],
    [
      'of K10plus, whose roles are in German and whose ISBN stands twice',
      inSru(
        'zs',
        xml('marc', '     cam a22        4500', [
          '001 123456789',
          control('1974', 'ger'),
          '020   $a3499133393$ckart. : DM 9.80$93-499-13339-3',
          '100 1 $aBöll, Heinrich$d1917-1985$eVerfasserIn$4aut',
          '245 14$a\u0098Die\u009c verlorene Ehre der Katharina Blum$boder: wie Gewalt entstehen kann$cHeinrich Böll',
          '264 31$aKöln$bKiepenheuer &amp; Witsch$c1974',
          '490 0 $arororo$v1150',
        ]),
      ),
      {
        ...{ livre_id: '123456789', auteur: 'Heinrich Böll', isbn: '3499133393', editeur: 'Kiepenheuer & Witsch' },
        titre: 'Die verlorene Ehre der Katharina Blum : oder: wie Gewalt entstehen kann',
        ...{ annee: '1974', type: 'livre', exemplaires: [] },
      },
    ],
    [
      'in RDA with its title in two scripts, of which the first field has the one that is read here',
      xml('', '01234cam a2200385 i 4500', [
        '001 in0001',
        control('2017', 'jpn'),
        '020   $a9784103534228$q(v. 1 ;$qhardcover)',
        '020   $z4103534222',
        '100 1 $6880-01$aMurakami, Haruki,$d1949-$eauthor.',
        '245 10$6880-02$aKishidanchō goroshi /$cMurakami Haruki.',
        '264  2$bDistributor$c2018',
        '264  1$6880-03$aTōkyō :$bShinchōsha,$c2017.',
        '264  4$c©2017',
        '336   $atext$btxt$2rdacontent',
        '880 1 $6100-01/$1$a村上春樹,$eauthor.',
        '880 10$6245-02/$1$a騎士団長殺し /$c村上春樹.',
      ]),
      {
        ...{ livre_id: 'in0001', titre: 'Kishidanchō goroshi', auteur: 'Haruki Murakami', isbn: '9784103534228' },
        ...{ editeur: 'Shinchōsha', annee: '2017', type: 'livre', exemplaires: [] },
      },
    ],
    [
      'of PMB, with copies of which each field says where it is and whose it is',
      xml('', '     nam0 22        450 ', [
        '001 42',
        '010   $a978-2-07-036002-4$d6,90 EUR',
        general('1972', '50  '),
        '200 1 $aL’étranger$fAlbert Camus$gillustré par Untel',
        '210   $cGallimard$d1972',
        '225   $aFolio$v2',
        '676   $a843$l843',
        '700  1$aCamus$bAlbert$4070',
        '995   $aBibliothèque$bBM$cBibliothèque$fA00012$kR CAM$ra$ou$ulivre fragile',
        '996   $fA00012$kR CAM$vSalle de lecture',
      ]),
      {
        ...{ livre_id: '42', titre: 'L’étranger', auteur: 'Albert Camus', isbn: '978-2-07-036002-4' },
        ...{ editeur: 'Gallimard', annee: '1972', type: 'livre' },
        exemplaires: [{ code_barres: 'A00012', cote: 'R CAM', note: 'livre fragile' }],
      },
    ],
  ])('%s', async (_, file, expected) => {
    expect(await book(utf8(`<?xml version="1.0" encoding="UTF-8"?>${file}`))).toEqual(expected);
  });
});
