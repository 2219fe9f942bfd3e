import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BookFields } from '../../../dev/import/record.ts';
import { isbn13Of } from '../../../lib/books/isbn.ts';
import { isbn10 } from '../../support/isbn.ts';
import { book, type Field, general, iso2709, read, tagOf } from './support.ts';

const TITLE: Field = '200 1 $aTitre';

const unimarc = (fields: readonly Field[], leader = 'nam  22   450 '): Promise<BookFields> => {
  const tags = new Set(fields.map(tagOf));
  const others = [general('19uu'), TITLE].filter((field) => !tags.has(tagOf(field)));
  return book(iso2709([...others, ...fields], { leader }), { dialect: 'UNIMARC' });
};

describe('the title has its parts, without the punctuation of the card', () => {
  test.each([
    ['1 $aLe rouge et le noir', 'Le rouge et le noir'],
    ['1 $aLe rouge et le noir$bTexte imprimé$echronique de 1830$fStendhal', 'Le rouge et le noir : chronique de 1830'],
    ['1 $aLe rouge et le noir :$echronique de 1830 /$fStendhal', 'Le rouge et le noir : chronique de 1830'],
    ['1 $aCandide$aZadig$fVoltaire', 'Candide ; Zadig'],
    ['1 $aCandide$cLe Neveu de Rameau$fDiderot', 'Candide'],
    ['1 $aHamlet$eprince de Danemark$dHamlet$ePrince of Denmark$fShakespeare', 'Hamlet : prince de Danemark'],
    ['1 $aLes Misérables$hTome 2$iCosette', 'Les Misérables. Tome 2, Cosette'],
    ['1 $aGerminal$iDeuxième partie', 'Germinal. Deuxième partie'],
    ['1 $a[Lettres à Nelson]', 'Lettres à Nelson'],
    ['1 $aÀ bout de souffle...', 'À bout de souffle...'],
    ['1 $aLes Pieds nickelés, etc.', 'Les Pieds nickelés, etc.'],
    ['1 $aTolkien J.R.R.', 'Tolkien J.R.R.'],
    ['1 $a« Je est un autre »', '« Je est un autre »'],
    ['1 $a$aTitre$e', 'Titre'],
    ['1 $a24/7 : le capitalisme', '24/7 : le capitalisme'],
  ])('%j', async (field, titre) => {
    expect((await unimarc([`200 ${field}`])).titre).toBe(titre);
  });

  test('a title that is too long is left as it is, for the API to refuse', async () => {
    const titre = 'mot '.repeat(100).trim();
    expect((await unimarc([`200 1 $a${titre}`])).titre).toBe(titre);
  });

  test('a record without a title has none', async () => {
    const [record] = await read(iso2709([general(), '200 1 $e ']), { dialect: 'UNIMARC' });
    expect(record?.fields).not.toHaveProperty('titre');
  });
});

const F200: Field = '200 1 $aTitre$fpar [Albert Camus] ; traduit par X';

describe('authors have the natural order of their names', () => {
  test.each<[string, Field[], string | undefined]>([
    ['a person', ['700  1$aCamus$bAlbert$f1913-1960$4070'], 'Albert Camus'],
    ['a person with a comma', ['700  1$aCamus,$bAlbert,$f1913-1960'], 'Albert Camus'],
    ['one name', ['700  0$aMolière'], 'Molière'],
    ['a particle', ['700  1$aMusset$bAlfred de'], 'Alfred de Musset'],
    ['an apostrophe', ["700  1$aAlembert$bJean Le Rond d'"], "Jean Le Rond d'Alembert"],
    ['a pope', ['700  0$aJean-Paul$dII$cpape'], 'Jean-Paul II'],
    ['a countess', ['700  1$aSégur$bSophie de$ccomtesse de'], 'Sophie de Ségur'],
    ['two authors', ['700  1$aGoscinny$bRené', '701  1$aUderzo$bAlbert'], 'René Goscinny, Albert Uderzo'],
    ['one author twice', ['700  1$aZola$bÉmile', '701  1$aZola$bÉmile'], 'Émile Zola'],
    ['a translator', ['700  1$aPoe$bEdgar', '701  1$aBaudelaire$bCharles$4730'], 'Edgar Poe'],
    ['a body', ['710 02$aFrance$bMinistère de la culture'], 'France. Ministère de la culture'],
    ['a person before a body', ['710 02$aInsee', '700  1$aZola$bÉmile'], 'Émile Zola'],
    ['a director', ['702  1$aVarda$bAgnès$4300', '702  1$aTuloux$bG.$4245'], 'Agnès Varda'],
    ['the title page', [F200], 'Albert Camus'],
    ['another part', ['702  1$aX$bYves$4245'], 'Yves X'],
    ['nobody', [], undefined],
  ])('%s', async (_, fields, auteur) => {
    expect((await unimarc(fields)).auteur).toBe(auteur);
  });

  test('as many as the field holds', async () => {
    const others = Array.from({ length: 12 }, (_, n): Field => `701  1$aAuteurissime$bPrénom Composé ${n}`);
    const { auteur = '' } = await unimarc(['700  1$aZola$bÉmile', ...others]);
    expect([auteur.length <= 200, auteur.split(', ').length]).toEqual([true, 7]);
  });
});

describe('the other fields are where the table says', () => {
  test.each<[string, Field[], Partial<BookFields>]>([
    ['an ISBN with its binding', ['010   $a2-07-036002-4 (br.) : 12 F'], { isbn: '2-07-036002-4' }],
    ['an ISBN before other digits', ['010   $a2070360024 12 F'], { isbn: '2070360024' }],
    ['an ISBN of 13 digits', ['010   $a978-2-07-036002-4$brel.$d12 EUR'], { isbn: '978-2-07-036002-4' }],
    ['the first that is right', ['010   $a2-07-036002-5', '010   $a978-2-07-036002-4'], { isbn: '978-2-07-036002-4' }],
    ['a wrong one, when there is no other', ['010   $a2-07-036002-5 (br.)'], { isbn: '2-07-036002-5' }],
    ['a cancelled one', ['010   $z2-07-036002-4'], {}],
    ['a price', ['010   $abr.$d12 F', '010   $a12,50 EUR'], {}],
    ['a volume', ['200 1 $aNaruto$hVol. 12'], { titre: 'Naruto. Vol. 12', tome: '12' }],
    ['a volume in words', ['200 1 $aContes$hTome premier'], { titre: 'Contes. Tome premier', tome: 'Tome premier' }],
    ['a volume of a set', ['461  0$tLes Misérables$vT. II'], { tome: 'II' }],
    ['a part too long', ['200 1 $aT$hLivre des merveilles du monde'], { titre: 'T. Livre des merveilles du monde' }],
    ['the number in a series', ['225 2 $aFolio$v12', '410  0$tFolio$v12'], {}],
    ['a publisher', ['210   $a[Paris]$c[Gallimard] :$d1942'], { editeur: 'Gallimard', annee: '1942' }],
    ['a publisher in 214', ['214  4$dC 1999', '214  0$aParis$cMinuit$dDL 1999'], { editeur: 'Minuit', annee: '1999' }],
    ['no publisher', ['210   $a[S.l.]$c[s.n.]'], {}],
    ['the publisher before the distributor', ['210   $cPathé [prod.]$cFox [distrib.]'], { editeur: 'Pathé' }],
    ['a year', [general('1942'), '210   $d1950'], { annee: '1942' }],
    ['a year in brackets', ['210   $d[ca 1850]'], { annee: '1850' }],
    ['a year too far', [general('9999')], {}],
  ])('%s', async (_, fields, expected) => {
    expect(await unimarc(fields)).toEqual({ titre: 'Titre', type: 'livre', exemplaires: [], ...expected });
  });
});

test('a wrong ISBN of 13 digits stays wrong, even where a part of it would be one of 10', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^978[0-9]{6}$/), fc.stringMatching(/^[0-9]{3}$/), async (nine, three) => {
      const number = isbn10(nine) + three;
      fc.pre(/^\d+$/.test(number) && isbn13Of(number) === undefined);
      expect((await unimarc([`010   $a${number} (br.)`])).isbn).toBe(number);
    }),
  );
});

describe('the type is one of ours only where the record says so', () => {
  test.each<[string, string, Field[], string | undefined]>([
    ['a book', 'nam', [], 'livre'],
    ['a manuscript', 'nbm', [], 'livre'],
    ['a serial', 'nas', [], 'revue'],
    ['a film', 'ngm', ['115   $acg'], 'dvd'],
    ['slides', 'ngm', ['115   $abg'], undefined],
    ['a comic by its codes', 'nam', ['105   $aa   t   00|||'], 'bd'],
    ['a comic by its form', 'nam', ['608   $aBandes dessinées$2rameau'], 'bd'],
    ['a comic by its class', 'nam', ['676   $a741.5'], 'bd'],
    ['a comic by its designation', 'nam', ['200 1 $aTitre$bBande dessinée'], 'bd'],
    ['a book about comics', 'nam', ['606   $aBandes dessinées$xHistoire', '676   $a741.509'], 'livre'],
    ['a score', 'ncm', [], undefined],
    ['a map', 'nem', [], undefined],
    ['a recording', 'njm', [], undefined],
    ['an object', 'nrm', [], undefined],
  ])('%s', async (_, kind, fields, type) => {
    expect((await unimarc(fields, `${kind}  22   450 `)).type).toBe(type);
  });
});

test('copies have their barcodes, their shelf marks and their notes', async () => {
  const { exemplaires } = await unimarc([
    '995   $bBIB$f30001234$kR CAM$uabîmé',
    '995   $f 30001235 $k$rLIV',
    '995   $kR CAM',
    '995   $bBIB',
  ]);
  expect(exemplaires).toEqual([
    { code_barres: '30001234', cote: 'R CAM', note: 'abîmé' },
    { code_barres: '30001235' },
    { cote: 'R CAM' },
    {},
  ]);
});
