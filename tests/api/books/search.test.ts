import { beforeAll, expect, test } from '@jest/globals';
import { BOOKS } from '../../support/alphabets.ts';
import { found, foundBy, newBook, type Query, uniqueWord } from '../../support/books.ts';

/** Stands beside every query, so that only the books made here are found, whatever else the system holds. */
const mark = uniqueWord();

/** The words of all alphabets are tested without a system; of these it is seen that the index keeps them apart. */
const NAMES = ['étranger', 'Greek', 'Arabic', 'Hebrew with its hyphen', 'Han', 'cut where a line may end'];
const SOME = BOOKS.filter(([name]) => [...NAMES, 'a script beyond the basic plane'].includes(name));

const ids: Record<string, string> = {};

beforeAll(async () => {
  for (const [name, titre, auteur] of SOME)
    ids[name] = (await newBook({ titre: `${titre} ${mark}`, auteur: `${auteur} ${mark}` })).id;
});

/** Of the books made here, the names of those that the query finds. */
const named = async (query: Query): Promise<string[]> => {
  const all = await found({ ...query, [query.titre ? 'titre' : 'auteur']: `${query.titre ?? query.auteur} ${mark}` });
  return all.map((id) => Object.keys(ids).find((name) => ids[name] === id) ?? 'another').sort();
};

test.each(SOME)(
  'a book (%s) is found by what its readers type, and not otherwise',
  async (name, titre, auteur, ...all) => {
    for (const query of [{ titre }, { auteur }, { titre, auteur }]) expect(await named(query)).toEqual([name]);
    const [finds, not] = all;
    for (const asked of finds) expect([asked, await named({ titre: asked })]).toEqual([asked, [name]]);
    for (const asked of not) expect([asked, await named({ titre: asked })]).toEqual([asked, []]);
  },
);

test('a book is found without a word of another alphabet', async () => {
  for (const [name, titre] of SOME) expect(await found({ titre })).toContain(ids[name]);
});

test('long words that differ only far into them are told apart', async () => {
  const long = `${mark}${'y'.repeat(100)}`;
  const [first, second] = [await newBook({ titre: `${long}a ${long}b` }), await newBook({ titre: `${long}c` })];
  for (const [titre, finds] of [
    [`${long}b`, [first.id]],
    [`${long}c`, [second.id]],
    [`${long}d`, []],
    [long, [first.id, second.id]],
  ] as const)
    expect((await found({ titre })).sort()).toEqual(finds.toSorted());
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
