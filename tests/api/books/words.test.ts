import { beforeAll, describe, expect, test } from '@jest/globals';
import { found, newBook, uniqueWord } from '../../support/books.ts';

/** Stands beside every query, so that only the books made here are found, whatever else the system holds. */
const mark = uniqueWord();

const BOOKS: Record<string, [titre: string, auteur: string]> = {
  étranger: ["L'Étranger", 'Albert Camus'],
  prince: ['Le Petit Prince', 'Antoine de Saint-Exupéry'],
  œuvre: ['L’Œuvre au noir', 'Marguerite Yourcenar'],
  cœur: ['Un cœur simple', 'Gustave Flaubert'],
  mille: ['Vingt mille lieues sous les mers', 'Jules Verne'],
  curriculum: ['Ex-æquo : le curriculum vitæ', 'Léopold Sédar Senghor'],
  straße: ['Die Straße', 'Günter Grass'],
  1984: ['1984', 'George Orwell'],
  złoty: ['Złoty łan', 'Stanisław Lem'],
  points: ['Allô ?... Non !', "N'Guyen (dit « Ng »)"],
};
const made = new Map<string, string>();

beforeAll(async () => {
  for (const [name, [titre, auteur]] of Object.entries(BOOKS))
    made.set((await newBook({ titre: `${titre} ${mark}`, auteur: `${auteur} ${mark}` })).id, name);
});

/** The names of the books found, in no order. */
const named = async (query: { titre?: string; auteur?: string }) => {
  const marked = Object.entries(query).map(([field, text]) => [field, `${text} ${mark}`]);
  return (await found(Object.fromEntries(marked))).map((id) => made.get(id)).sort();
};

describe('words of a title', () => {
  test.each([
    ['étranger', ['etranger', 'ÉTRANGER', 'étranger', 'e\u0301tranger', 'etr', 'ét', "l'étranger", 'l’etranger']],
    ['étranger', ['etranger l']],
    ['œuvre', ['oeuvre', 'œuvre', 'OEUVRE', 'ŒUV', 'oe']],
    ['cœur', ['coeur', 'cœur']],
    ['curriculum', ['aequo', 'Æquo', 'vitae', 'ex-aequo']],
    ['straße', ['strasse', 'STRASSE']],
    ['złoty', ['zloty', 'ŁAN']],
    ['1984', ['1984', '19']],
    ['mille', ['mill mer vin', '  mers,   (sous) ']],
    ['points', ['allo', 'non!']],
    ['prince', ['petit-prince', 'prince le petit']],
  ])(
    'find « %s » by the beginning of each, in any order, case, accents and ligatures ignored: %j',
    async (name, all) => {
      for (const titre of all) expect([titre, await named({ titre })]).toEqual([titre, [name]]);
    },
  );

  test('find nothing by the middle of a word, by more than a word, or by words that are not all there', async () => {
    for (const titre of ['tranger', 'etrangers', 'uvre', 'rince', '984', 'petit prince noir', 'petitprince', 'camus'])
      expect([titre, await named({ titre })]).toEqual([titre, []]);
  });

  test('find every book that has such a word', async () => {
    const l = ['étranger', 'prince', 'œuvre', 'mille', 'curriculum', 'złoty'].sort();
    expect(await named({ titre: 'l' })).toEqual(l);
    expect(await named({ titre: 'le' })).toEqual(['curriculum', 'mille', 'prince']);
  });
});

test.each([
  ['prince', ['exupery', 'Saint-Exupéry', 'SAINT EXUP', 'exupéry antoine']],
  ['straße', ['gunter']],
  ['złoty', ['stanislaw']],
  ['points', ["n'guyen", 'guyen ng']],
  ['curriculum', ['sedar']],
  [undefined, ['nguyen', 'étranger']],
])('words of an author find the book « %s » alone: %j', async (name, all) => {
  for (const auteur of all) expect([auteur, await named({ auteur })]).toEqual([auteur, name ? [name] : []]);
});

test.each([
  [{ titre: 'petit', auteur: 'exupery' }, ['prince']],
  [{ titre: 'prince', auteur: 'a s' }, ['prince']],
  [{ titre: 'petit', auteur: 'camus' }, []],
  [{ titre: 'etranger', auteur: 'exupery' }, []],
  [{ titre: 'l', auteur: 'g' }, []],
  [{ titre: 'un', auteur: 'g' }, ['cœur']],
  [{ titre: 'le', auteur: 's' }, ['curriculum', 'prince']],
])('title and author narrow each other: %j', async (query, names) => {
  expect(await named(query)).toEqual(names);
});

test('every word that is asked for counts, however many there are', async () => {
  const words = Array.from({ length: 24 }, (_, n) => `mot${String.fromCharCode(97 + n)}`);
  const { id } = await newBook({ titre: `${mark}x ${words.join(' ')}` });
  expect(await found({ titre: `${mark}x ${words.toReversed().join(' ')}` })).toEqual([id]);
  expect(await found({ titre: `${mark}x ${words.join(' ')} absent` })).toEqual([]);
});

test('long words that differ only far into them are told apart', async () => {
  const long = `${mark}${'y'.repeat(100)}`;
  const [first, second] = [await newBook({ titre: `${long}a ${long}b` }), await newBook({ titre: `${long}c` })];
  expect(await found({ titre: `${long}b` })).toEqual([first.id]);
  expect(await found({ titre: `${long}c` })).toEqual([second.id]);
  expect((await found({ titre: long })).sort()).toEqual([first.id, second.id].sort());
  expect(await found({ titre: `${long}d` })).toEqual([]);
});
