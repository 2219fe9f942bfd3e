import { expect, test } from '@jest/globals';
import { everyAsked, matches, seamless, searchOf, type Words, wordsOf } from '../../lib/books/words.ts';
import { BOOKS } from '../support/alphabets.ts';
import type { Query } from '../support/books.ts';

/**
 * What readers type, and the book that they mean, by the words of both. The index leads a search to its books by the
 * beginnings of their words.
 */

function isFound({ titre, auteur }: Words, query: Query): boolean {
  const search = searchOf(query);
  const finds = matches({ titre, auteur }, search);
  const words = [...titre, ...auteur].map(seamless);
  const astray = everyAsked(search).filter(({ lead }) => finds && !words.some((word) => word.startsWith(lead)));
  expect([query, astray]).toEqual([query, []]);
  return finds;
}

const OF_ALL_ALPHABETS = BOOKS.map(([name, titre, auteur]) => [name, wordsOf({ titre, auteur })] as const);

/** Of the books of all alphabets, the names of those that the query finds. */
const named = (query: Query): string[] =>
  OF_ALL_ALPHABETS.flatMap(([name, words]) => (isFound(words, query) ? name : [])).sort();

test.each(BOOKS)('a book (%s) is found by what its readers type, and not otherwise', (name, titre, auteur, ...all) => {
  for (const query of [{ titre }, { auteur }, { titre, auteur }]) expect(named(query)).toEqual([name]);
  const [finds, not] = all;
  for (const asked of finds) expect([asked, named({ titre: asked })]).toEqual([asked, [name]]);
  for (const asked of not) expect([asked, named({ titre: asked })]).toEqual([asked, []]);
});

test.each([
  ['l', ['curriculum', 'mille', 'prince', 'złoty', 'étranger', 'œuvre']],
  ['le', ['curriculum', 'mille', 'prince']],
])('the beginning « %s » finds every book that has such a word', (titre, names) => {
  expect(named({ titre })).toEqual(names.toSorted());
});

test.each([
  [['prince'], ['exupery', 'Saint-Exupéry', 'SAINT EXUP', 'exupéry antoine']],
  [['straße'], ['gunter']],
  [['złoty'], ['stanislaw']],
  [['points'], ["n'guyen", 'guyen ng']],
  [['curriculum'], ['sedar']],
  [['romanised Arabic'], ['abd', 'ʿabd']],
  [[], ['étranger', 'dit prince']],
])('exactly the books %j are found by each of these words of an author: %j', (names, all) => {
  for (const auteur of all) expect([auteur, named({ auteur })]).toEqual([auteur, names]);
});

test.each([
  [{ titre: 'petit', auteur: 'exupery' }, ['prince']],
  [{ titre: 'prince', auteur: 'a s' }, ['prince']],
  [{ titre: 'petit', auteur: 'camus' }, []],
  [{ titre: 'l', auteur: 'g' }, []],
  [{ titre: 'un', auteur: 'g' }, ['cœur']],
  [{ titre: 'le', auteur: 's' }, ['curriculum', 'prince']],
])('title and author narrow each other: %j', (query, names) => {
  expect(named(query)).toEqual(names);
});

/** Each is found by what follows it, in the field that is named. */
const TYPED: [titre: string, auteur: string | null, typed: Query[]][] = [
  [
    "L'Étranger",
    'Albert Camus',
    [
      ...['etranger', 'letranger', "l'etranger", 'l’étranger', 'L´ETRANGER'].map((titre) => ({ titre })),
      ...['camus etranger', 'etranger cam', 'letranger albert'].map((q) => ({ q })),
    ],
  ],
  ['L’Œuvre au noir', null, [{ titre: 'oeuvre' }, { q: 'loeuvre noir' }]],
  ['Spider-Man', 'Stan Lee', ['spiderman', 'spider man', 'spider-man', 'spider', 'man'].map((titre) => ({ titre }))],
  ['Spiderman contre tous', null, [{ titre: 'spider-man contre' }]],
  ['Week-end à Zuydcoote', 'Robert Merle', ['weekend', 'week-end', 'week end'].map((titre) => ({ titre }))],
  ['L’E-mail', null, ['email', 'e-mail', 'e mail', 'lemail'].map((titre) => ({ titre }))],
  [
    'Le Silmarillion',
    'J.R.R. Tolkien',
    ['jrr tolkien', 'tolkien jrr', 'j r r tolkien', 'J.R.R. Tolkien', 'j. r. r. tol', 'j.r.r. t', 'J. R. R. T'].map(
      (auteur) => ({ auteur }),
    ),
  ],
  ['Contes inachevés', 'Tolkien, J. R. R.', [{ q: 'jrr tolkien contes' }, { auteur: 'j.r.r. tolkien' }]],
  ['Harry Potter', 'J. K. Rowling', [{ auteur: 'jk rowling' }, { auteur: 'j.k. rowling' }, { q: 'rowling jk' }]],
  ['Désert', 'J.-M. G. Le Clézio', ['jmg le clezio', 'j-m g le clézio', 'le clezio'].map((auteur) => ({ auteur }))],
  ['L’O.N.U. en question', null, ['onu', 'lonu', 'o.n.u.', "l'onu", 'o n u'].map((titre) => ({ titre }))],
  ['C.O.W.L.', null, [{ titre: 'cowl' }, { titre: 'c.o.w' }, { titre: 'c. o.' }]],
  ['Tintin', 'Hergé (G. R.)', [{ auteur: 'g. r. h' }, { auteur: 'herge g. r' }]],
  [
    'Boule & Bill',
    'Roba',
    ['boule et bill', 'boule & bill', 'bill boule', 'boule and bill'].map((titre) => ({ titre })),
  ],
  ['Boule et Bill globe-trotters', 'Roba', [{ titre: 'boule & bill globetrotters' }]],
  ['Husky & Shizun', null, [{ titre: 'husky and shizun' }, { titre: 'husky et shizun' }]],
  [
    "Wizard's First Rule",
    null,
    ['wizards first rule', "wizard's first rule", 'wizard first'].map((titre) => ({ titre })),
  ],
  ['Wizards at War', null, [{ titre: "wizard's war" }]],
  ['20 000 lieues sous les mers', 'Jules Verne', ['20000 lieues', '20 000 lieues'].map((titre) => ({ titre }))],
  ['20\u202f000 lieues sous la terre', null, [{ titre: '20000 lieues terre' }, { titre: '20.000 lieues terre' }]],
  ['20\u00a0000 lieues dans les airs', null, [{ titre: '20000 lieues airs' }]],
  ['20.000 lieues dans les bois', null, [{ titre: '20000 lieues bois' }, { titre: '20\u2009000 lieues bois' }]],
  ['20000 lieues en ballon', null, [{ titre: '20 000 lieues ballon' }]],
  ...[...'ʹʺʻʼʽʾʿˈˊˋ‘’´'].flatMap((mark): typeof TYPED => [
    [`Le Qur${mark}ān (${mark.codePointAt(0)})`, null, [{ titre: `quran ${mark.codePointAt(0)}` }]],
    [`Hawai${mark}i ${mark.codePointAt(0)}`, null, [{ titre: `hawaii ${mark.codePointAt(0)}` }]],
    [`Taras Bul${mark}ba ${mark.codePointAt(0)}`, null, [{ titre: `taras bulba ${mark.codePointAt(0)}` }]],
  ]),
  ['Bi\ufe20a\ufe21lo bratstvo', null, [{ titre: 'bialo bratstvo' }]],
  ['کتاب فارسی', 'صادق هدایت', ['كتاب فارسي', 'کتاب فارسی', 'کتاب فارسى'].map((titre) => ({ titre }))],
];

test.each(TYPED)('« %s » (%s) is found by what its readers type', (titre, auteur, typed) => {
  for (const query of typed) expect([query, isFound(wordsOf({ titre, auteur }), query)]).toEqual([query, true]);
});

test.each<[Query]>([
  [{ titre: 'etrnager' }],
  [{ titre: 'tranger' }],
  [{ titre: 'le etranger' }],
  [{ titre: 'boulebill' }],
  [{ auteur: 'tolkein' }],
  [{ q: 'vingt mille' }],
])('%j finds none of these', (query) => {
  expect(TYPED.filter(([titre, auteur]) => isFound(wordsOf({ titre, auteur }), query))).toEqual([]);
});
