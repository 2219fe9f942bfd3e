import { beforeAll, expect, test } from '@jest/globals';
import { found, foundBy, newBook, type Query, uniqueWord } from '../../support/books.ts';

/** What readers type, and the book that they mean. */

/** Stands beside every query, so that only the books made here are found, whatever else the system holds. */
const mark = uniqueWord();

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
    ['jrr tolkien', 'tolkien jrr', 'j r r tolkien', 'J.R.R. Tolkien', 'j. r. r. tol'].map((auteur) => ({ auteur })),
  ],
  ['Contes inachevés', 'Tolkien, J. R. R.', [{ q: 'jrr tolkien contes' }, { auteur: 'j.r.r. tolkien' }]],
  ['Harry Potter', 'J. K. Rowling', [{ auteur: 'jk rowling' }, { auteur: 'j.k. rowling' }, { q: 'rowling jk' }]],
  ['Désert', 'J.-M. G. Le Clézio', ['jmg le clezio', 'j-m g le clézio', 'le clezio'].map((auteur) => ({ auteur }))],
  ['L’O.N.U. en question', null, ['onu', 'lonu', 'o.n.u.', "l'onu", 'o n u'].map((titre) => ({ titre }))],
  ['C.O.W.L.', null, [{ titre: 'cowl' }]],
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

const ids: string[] = [];

beforeAll(async () => {
  for (const [titre, auteur] of TYPED) ids.push((await newBook({ titre: `${titre} ${mark}`, auteur })).id);
}, 60_000);

const NUMBERED = TYPED.map(([titre, , typed], n): [number, string, Query[]] => [n, titre, typed]);

test.each(NUMBERED)('%i: « %s » is found by what its readers type', async (n, _, typed) => {
  for (const query of typed) {
    const marked = query.auteur
      ? { ...query, titre: mark }
      : { ...query, [query.q ? 'q' : 'titre']: `${query.q ?? query.titre} ${mark}` };
    expect([marked, await found(marked)]).toEqual([marked, expect.arrayContaining([ids[n]])]);
  }
});

test.each<[Query]>([
  [{ titre: `etrnager ${mark}` }],
  [{ titre: `tranger ${mark}` }],
  [{ titre: `le etranger ${mark}` }],
  [{ titre: `boulebill ${mark}` }],
  [{ titre: mark, auteur: 'tolkein' }],
  [{ q: `vingt mille ${mark}` }],
])('%j finds nothing', async (query) => {
  expect(await found(query)).toEqual([]);
});

test('a title that begins with what was typed comes first, then the others by title, in pages of any size', async () => {
  const word = uniqueWord();
  const titles = [
    `${word} prince`,
    `${word.toUpperCase()}, Prince des nuées`,
    `${word} princesse`,
    `Ah ! ${word} prince`,
    `Le prince du ${word}`,
    `Prince ${word}`,
  ];
  const made: string[] = [];
  for (const titre of titles.toReversed()) made.unshift((await newBook({ titre })).id);
  for (const limit of [1, 2, 3, 100])
    for (const query of [{ titre: `${word} prince` }, { q: `${word}, Prince` }])
      expect(await foundBy(query, limit)).toEqual(made);
  expect(await found({ titre: `prince ${word}` })).toEqual([5, 3, 4, 0, 1, 2].map((n) => made[n]));
  expect(await found({ auteur: 'quelqu', q: word, titre: 'prince' })).toEqual([5, 3, 4, 0, 1, 2].map((n) => made[n]));
});

test('le petit prince is the first of those that have its words', async () => {
  const word = uniqueWord();
  const other = await newBook({ titre: `Ici, le petit prince ${word}` });
  const prince = await newBook({ titre: 'Le Petit Prince', auteur: word });
  const later = await newBook({ titre: `Le Petit Prince ${word}`, auteur: word });
  expect(await found({ titre: 'le petit prince', auteur: word })).toEqual([prince.id, later.id]);
  expect(await found({ q: `le petit prince ${word}` })).toEqual([later.id, other.id, prince.id]);
});
