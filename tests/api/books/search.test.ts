import { beforeAll, expect, test } from '@jest/globals';
import { found, newBook, type Query, uniqueWord } from '../../support/books.ts';

/** Stands beside every query, so that only the books made here are found, whatever else the system holds. */
const mark = uniqueWord();

/** Each book is found alone by the words in the fourth place, and by none of those in the fifth. */
const BOOKS: [name: string, titre: string, auteur: string, finds: string[], not: string[]][] = [
  [
    'étranger',
    "L'Étranger",
    'Albert Camus',
    ['ÉTRANGER', 'e\u0301tr', "l'étranger", 'etranger l'],
    ['tranger', 'camus', 'le etranger'],
  ],
  ['prince', 'Le Petit Prince', 'Antoine de Saint-Exupéry', ['petit-prince', 'prince le'], ['rince', 'petitprince']],
  ['œuvre', 'L’Œuvre au noir', 'Marguerite Yourcenar', ['oeuvre', 'œuvre', 'ŒUV', 'oe'], ['uvre', 'petit noir']],
  ['cœur', 'Un cœur simple', 'Gustave Flaubert', ['coeur', 'cœur'], ['coeurs']],
  ['mille', 'Vingt mille lieues sous les mers', 'Jules Verne', ['mill mer vin', '  mers,   (sous) '], ['vingtmille']],
  ['curriculum', 'Ex-æquo : le curriculum vitæ', 'Léopold Sédar Senghor', ['Æquo', 'vitae', 'ex-aequo'], ['quo']],
  ['straße', 'Die Straße', 'Günter Grass', ['strasse', 'STRASSE'], ['asse']],
  ['1984', '1984', 'George Orwell', ['1984', '19'], ['984']],
  ['złoty', 'Złoty łan', 'Stanisław Lem', ['zloty', 'ŁAN'], ['oty']],
  ['points', 'Allô ?... Non !', "N'Guyen (dit « Ng »)", ['allo', 'non!'], ['nguyen']],
  ['Greek', 'Οδύσσεια και Ίλιάς', 'Όμηρος', ['οδυσσεια', 'ΟΔΎΣ', 'ιλιασ', 'ΙΛΙΑΣ', 'ιλιάς'], ['δυσσεια']],
  ['Cyrillic', 'Преступление и наказание', 'Фёдор Достоевский', ['НАКАЗ', 'и прес'], ['ступление']],
  ['Arabic', 'الأَيَّام الجميلة', 'طه حسين', ['الأيام', 'الأيّام', 'الجم'], ['أيام']],
  ['romanised Arabic', 'al-Shuʿarāʾ', 'ʿAbd al-Malik', ['shuara', 'al-Shuʿarāʾ', 'Shu'], ['arae']],
  ['Maltese', 'Ħrejjef Maltin', 'Ġużè Ħaġiaġ', ['hrejjef', 'ĦREJJEF', 'ħrej'], ['rejjef']],
  ['Hebrew', 'סִפּוּר עַל אַהֲבָה', 'עמוס עוז', ['ספור', 'סִפּוּר', 'אהבה'], ['הבה']],
  [
    'Hebrew with its hyphen',
    'בֵּית־הַמִּקְדָּשׁ',
    'דוד בן־גוריון',
    ['המקדש', 'בית המקדש', 'בית־המקדש', 'ביתהמקדש'],
    ['קדש', 'ביתה'],
  ],
  ['Han', '红楼梦', '曹雪芹', ['红楼梦', '红'], ['楼梦', '紅樓夢']],
  ['Japanese', '吾輩は猫である ガラスの街', '夏目漱石', ['吾輩は猫である', 'ガラス', 'ｶﾞﾗｽ'], ['カラス', 'カ', '猫']],
  ['Hangul', '토지 사람들', '박경리', ['토지', '토', '사람'], ['지', '토끼', '사라']],
  ['Devanagari', 'गोदान की कहानी', 'प्रेमचन्द', ['गो', 'कहानी'], ['दान', 'गौदान']],
  ['Persian', 'کتاب\u200cهای من', 'صادق هدایت', ['کتاب\u200cهای', 'کتابهای', 'کتاب'], ['های']],
  ['Khmer', 'ភាសា\u200bខ្មែរ', 'គឹម ហាក់', ['ខ្មែរ', 'ភាសា ខ្មែរ'], ['ភាសាខ្មែរ']],
  ['a chosen form of a letter', '辻\u{e0100}村', '辻\u{e0100}井', ['辻村', '辻', '辻\u{e0101}村'], ['村']],
  ['cut where a line may end', 'Biblio\u00adthèque', 'Saint\u2060e', ['bibliotheque', 'BIBLIO\u00adT'], ['theque']],
  ['Armenian', 'Սամվել ԾԻՐԱՆԻ', 'Րաֆֆի', ['ՍԱՄ', 'ծիրանի'], ['ամվել']],
  ['Vietnamese', 'Truyện Kiều Đất', 'Nguyễn Du', ['truyen', 'TRUYỆN', 'kieu', 'kiều', 'dat', 'đất'], ['ruyen']],
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

test.each([
  ['l', ['curriculum', 'mille', 'prince', 'złoty', 'étranger', 'œuvre']],
  ['le', ['curriculum', 'mille', 'prince']],
])('the beginning « %s » finds every book that has such a word', async (titre, names) => {
  expect(await named({ titre })).toEqual(names.toSorted());
});

test.each([
  [['prince'], ['exupery', 'Saint-Exupéry', 'SAINT EXUP', 'exupéry antoine']],
  [['straße'], ['gunter']],
  [['złoty'], ['stanislaw']],
  [['points'], ["n'guyen", 'guyen ng']],
  [['curriculum'], ['sedar']],
  [['romanised Arabic'], ['abd', 'ʿabd']],
  [[], ['étranger', 'dit prince']],
])('exactly the books %j are found by each of these words of an author: %j', async (names, all) => {
  for (const auteur of all) expect([auteur, await named({ auteur })]).toEqual([auteur, names]);
});

test.each([
  [{ titre: 'petit', auteur: 'exupery' }, ['prince']],
  [{ titre: 'prince', auteur: 'a s' }, ['prince']],
  [{ titre: 'petit', auteur: 'camus' }, []],
  [{ titre: 'l', auteur: 'g' }, []],
  [{ titre: 'un', auteur: 'g' }, ['cœur']],
  [{ titre: 'le', auteur: 's' }, ['curriculum', 'prince']],
])('title and author narrow each other: %j', async (query, names) => {
  expect(await named(query)).toEqual(names);
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
