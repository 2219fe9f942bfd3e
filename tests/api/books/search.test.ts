import { beforeAll, expect, test } from '@jest/globals';
import { found, newBook, type Query, uniqueWord } from '../../support/books.ts';

/** Stands beside every query, so that only the books made here are found, whatever else the system holds. */
const mark = uniqueWord();

/**
 * Each book is found alone by the words in the fourth place, and by none of those in the fifth. How words are read is
 * tested without a system; of these it is seen that the index keeps them apart.
 */
const BOOKS: [name: string, titre: string, auteur: string, finds: string[], not: string[]][] = [
  [
    'étranger',
    "L'Étranger",
    'Albert Camus',
    ['ÉTRANGER', 'e\u0301tr', "l'étranger", 'etranger l'],
    ['tranger', 'camus', 'le etranger'],
  ],
  ['Greek', 'Οδύσσεια και Ίλιάς', 'Όμηρος', ['οδυσσεια', 'ΟΔΎΣ', 'ιλιασ', 'ΙΛΙΑΣ', 'ιλιάς'], ['δυσσεια']],
  ['Arabic', 'الأَيَّام الجميلة', 'طه حسين', ['الأيام', 'الأيّام', 'الجم'], ['أيام']],
  [
    'Hebrew with its hyphen',
    'בֵּית־הַמִּקְדָּשׁ',
    'דוד בן־גוריון',
    ['המקדש', 'בית המקדש', 'בית־המקדש', 'ביתהמקדש'],
    ['קדש', 'ביתה'],
  ],
  ['Han', '红楼梦', '曹雪芹', ['红楼梦', '红'], ['楼梦', '紅樓夢']],
  ['cut where a line may end', 'Biblio\u00adthèque', 'Saint\u2060e', ['bibliotheque', 'BIBLIO\u00adT'], ['theque']],
  ['a script beyond the basic plane', '𐎀𐎁𐎂 𠮷野', '𠮷田', ['𐎀𐎁𐎂', '𐎀', '𠮷'], ['𐎁', '野']],
];

const ids: Record<string, string> = {};

beforeAll(async () => {
  for (const [name, titre, auteur] of BOOKS)
    ids[name] = (await newBook({ titre: `${titre} ${mark}`, auteur: `${auteur} ${mark}` })).id;
});

/** Of the books made here, the names of those that the query finds. */
const named = async (query: Query): Promise<string[]> => {
  const all = await found({ ...query, [query.titre ? 'titre' : 'auteur']: `${query.titre ?? query.auteur} ${mark}` });
  return all.map((id) => Object.keys(ids).find((name) => ids[name] === id) ?? 'another').sort();
};

test.each(BOOKS)(
  'a book (%s) is found by what its readers type, and not otherwise',
  async (name, titre, auteur, ...all) => {
    for (const query of [{ titre }, { auteur }, { titre, auteur }]) expect(await named(query)).toEqual([name]);
    const [finds, not] = all;
    for (const asked of finds) expect([asked, await named({ titre: asked })]).toEqual([asked, [name]]);
    for (const asked of not) expect([asked, await named({ titre: asked })]).toEqual([asked, []]);
  },
);

test('a book is found without a word of another alphabet', async () => {
  for (const [name, titre] of BOOKS) expect(await found({ titre })).toContain(ids[name]);
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
