import { beforeAll, expect, test } from '@jest/globals';
import { found, newBook, uniqueWord } from '../../support/books.ts';

/** Beside every query, so that only the books made here are found, whatever else the system holds. */
const mark = uniqueWord();

const BOOKS: [script: string, titre: string, auteur: string, finds: string[], not: string[]][] = [
  ['Greek', 'Οδύσσεια και Ίλιάς', 'Όμηρος', ['οδυσσεια', 'ΟΔΎΣΣΕΙΑ', 'οδυσ', 'ιλιασ', 'ΙΛΙΑΣ', 'ιλιάς'], ['δυσσεια']],
  ['Cyrillic', 'Преступление и наказание', 'Фёдор Достоевский', ['преступление', 'НАКАЗ', 'и прес'], ['ступление']],
  ['Arabic', 'الأَيَّام الجميلة', 'طه حسين', ['الأيام', 'الأيّام', 'الجميلة', 'الجم'], ['أيام']],
  ['romanised Arabic', 'al-Shuʿarāʾ', 'ʿAbd al-Malik', ['shuara', 'al-Shuʿarāʾ', 'Shu'], ['arae']],
  ['Maltese', 'Ħrejjef Maltin', 'Ġużè Ħaġiaġ', ['hrejjef', 'ĦREJJEF', 'ħrej'], ['rejjef']],
  ['Hebrew', 'סִפּוּר עַל אַהֲבָה', 'עמוס עוז', ['ספור', 'סִפּוּר', 'אהבה'], ['הבה']],
  ['Hebrew with its hyphen', 'בֵּית־הַמִּקְדָּשׁ', 'דוד בן־גוריון', ['המקדש', 'בית המקדש', 'בית־המקדש', 'ב'], ['ביתהמקדש']],
  ['Han', '红楼梦', '曹雪芹', ['红楼梦', '红楼', '红'], ['楼梦', '紅樓夢']],
  [
    'Japanese',
    '吾輩は猫である ガラスの街',
    '夏目漱石',
    ['吾輩', '吾輩は猫である', 'ガラス', 'ｶﾞﾗｽ'],
    ['カラス', 'カ', '猫'],
  ],
  ['Hangul', '토지 사람들', '박경리', ['토지', '토', '사람들', '사람'], ['지', '토끼', '사라']],
  ['Devanagari', 'गोदान की कहानी', 'प्रेमचन्द', ['गोदान', 'गो', 'कहानी'], ['दान', 'गौदान']],
  ['Persian', 'کتاب\u200cهای من', 'صادق هدایت', ['کتاب\u200cهای', 'کتابهای', 'کتاب'], ['های']],
  ['Khmer', 'ភាសា\u200bខ្មែរ', 'គឹម ហាក់', ['ខ្មែរ', 'ភាសា', 'ភាសា ខ្មែរ'], ['ភាសាខ្មែរ']],
  [
    'Japanese with a chosen form of a letter',
    '辻\u{e0100}村',
    '辻\u{e0100}井',
    ['辻村', '辻', '辻\u{e0101}村'],
    ['村'],
  ],
  [
    'French, cut where a line may end',
    'Biblio\u00adthèque',
    'Saint\u2060e',
    ['bibliotheque', 'BIBLIO\u00adT'],
    ['theque'],
  ],
  ['Armenian', 'Սամվել ԾԻՐԱՆԻ', 'Րաֆֆի', ['սամվել', 'ՍԱՄ', 'ծիրանի'], ['ամվել']],
  ['Vietnamese', 'Truyện Kiều Đất', 'Nguyễn Du', ['truyen', 'TRUYỆN', 'kieu', 'kiều', 'dat', 'đất'], ['ruyen']],
  ['a script beyond the basic plane', '𐎀𐎁𐎂 𠮷野', '𠮷田', ['𐎀𐎁𐎂', '𐎀', '𠮷'], ['𐎁', '野']],
];

const ids: Record<string, string> = {};

beforeAll(async () => {
  for (const [script, titre, auteur] of BOOKS)
    ids[script] = (await newBook({ titre: `${titre} ${mark}`, auteur: `${auteur} ${mark}` })).id;
});

test.each(BOOKS)(
  'a book in %s is found by itself, also without a word of another alphabet',
  async (script, titre, auteur) => {
    for (const query of [
      { titre: `${titre} ${mark}` },
      { auteur: `${auteur} ${mark}` },
      { titre: `${titre} ${mark}`, auteur },
    ])
      expect(await found(query)).toEqual([ids[script]]);
    expect(await found({ titre })).toContain(ids[script]);
  },
);

test.each(BOOKS)(
  'a book in %s is found by what its readers type, and by nothing else',
  async (script, _, __, finds, not) => {
    for (const asked of finds)
      expect([asked, await found({ titre: `${asked} ${mark}` })]).toEqual([asked, [ids[script]]]);
    for (const asked of not) expect([asked, await found({ titre: `${asked} ${mark}` })]).toEqual([asked, []]);
  },
);

test('a name that begins with an ayn is found without it', async () => {
  for (const auteur of [`abd ${mark}`, `ʿabd ${mark}`])
    expect(await found({ auteur })).toEqual([ids['romanised Arabic']]);
});
