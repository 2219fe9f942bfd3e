import { beforeAll, describe, expect, it } from '@jest/globals';
import { found, newBook, uniqueWord } from '../../support/books.ts';

/** Stands before every query, so that only the books made here are found, whatever else the system holds. */
const mark = uniqueWord();

const made: Record<string, string> = {};
const BOOKS: [name: string, titre: string, auteur: string][] = [
  ['étranger', "L'Étranger", 'Albert Camus'],
  ['prince', 'Le Petit Prince', 'Antoine de Saint-Exupéry'],
  ['œuvre', 'L’Œuvre au noir', 'Marguerite Yourcenar'],
  ['coeur', 'Un cœur simple', 'Gustave Flaubert'],
  ['mille', 'Vingt mille lieues sous les mers', 'Jules Verne'],
  ['curriculum', 'Ex-æquo : le curriculum vitæ', 'Léopold Sédar Senghor'],
  ['straße', 'Die Straße', 'Günter Grass'],
  ['1984', '1984', 'George Orwell'],
  ['czytanka', 'Złoty łan', 'Stanisław Lem'],
  ['points', 'Allô ?... Non !', "N'Guyen (dit « Ng »)"],
];

beforeAll(async () => {
  for (const [name, titre, auteur] of BOOKS) {
    const book = await newBook({ titre: `${titre} ${mark}`, auteur: `${auteur} ${mark}` });
    made[book.id] = name;
  }
});

/** The names of the books found, in no order. */
const named = async (query: { titre?: string; auteur?: string }) => {
  const marked = Object.fromEntries(Object.entries(query).map(([field, text]) => [field, `${text} ${mark}`]));
  return (await found(marked)).map((id) => made[id]).sort();
};

describe('a word of a title', () => {
  it.each([
    ['etranger', 'étranger'],
    ['ÉTRANGER', 'étranger'],
    ['étranger', 'étranger'],
    ['e\u0301tranger', 'étranger'],
    ['etr', 'étranger'],
    ['ét', 'étranger'],
    ["l'étranger", 'étranger'],
    ['l’etranger', 'étranger'],
    ['etranger l', 'étranger'],
    ['oeuvre', 'œuvre'],
    ['œuvre', 'œuvre'],
    ['OEUVRE', 'œuvre'],
    ['ŒUV', 'œuvre'],
    ['oe', 'œuvre'],
    ['coeur', 'coeur'],
    ['cœur', 'coeur'],
    ['aequo', 'curriculum'],
    ['Æquo', 'curriculum'],
    ['vitae', 'curriculum'],
    ['strasse', 'straße'],
    ['STRASSE', 'straße'],
    ['zloty', 'czytanka'],
    ['ŁAN', 'czytanka'],
    ['1984', '1984'],
    ['19', '1984'],
    ['mill mer vin', 'mille'],
    ['  mers,   (sous) ', 'mille'],
    ['allo', 'points'],
    ['non!', 'points'],
    ['petit-prince', 'prince'],
    ['prince le petit', 'prince'],
  ])('%s finds it', async (titre, name) => {
    expect(await named({ titre })).toEqual([name]);
  });

  it.each(['tranger', 'etrangers', 'uvre', 'rince', '984', 'petit prince noir', 'petitprince', 'camus'])(
    '%s finds nothing: it begins no word, or not every word asked for is there',
    async (titre) => {
      expect(await named({ titre })).toEqual([]);
    },
  );

  it('l finds every title with such a word, and no other', async () => {
    expect(await named({ titre: 'l' })).toEqual(
      ['étranger', 'prince', 'œuvre', 'mille', 'curriculum', 'czytanka'].sort(),
    );
    expect(await named({ titre: 'le' })).toEqual(['curriculum', 'mille', 'prince']);
  });
});

describe('a word of an author', () => {
  it.each([
    ['exupery', 'prince'],
    ['Saint-Exupéry', 'prince'],
    ['SAINT EXUP', 'prince'],
    ['exupéry antoine', 'prince'],
    ['gunter', 'straße'],
    ['stanislaw', 'czytanka'],
    ['nguyen', undefined],
    ["n'guyen", 'points'],
    ['guyen ng', 'points'],
    ['sedar', 'curriculum'],
    ['étranger', undefined],
  ])('%s', async (auteur, name) => {
    expect(await named({ auteur })).toEqual(name === undefined ? [] : [name]);
  });
});

describe('title and author together', () => {
  it.each([
    [{ titre: 'petit', auteur: 'exupery' }, ['prince']],
    [{ titre: 'prince', auteur: 'a s' }, ['prince']],
    [{ titre: 'petit', auteur: 'camus' }, []],
    [{ titre: 'etranger', auteur: 'exupery' }, []],
    [{ titre: 'l', auteur: 'g' }, []],
    [{ titre: 'un', auteur: 'g' }, ['coeur']],
    [{ titre: 'le', auteur: 's' }, ['curriculum', 'prince']],
  ])('%j narrow', async (query, names) => {
    expect(await named(query)).toEqual(names);
  });
});

describe('a search', () => {
  it('looks beyond the first ten words asked for', async () => {
    const words = Array.from({ length: 24 }, (_, n) => `mot${String.fromCharCode(97 + n)}`);
    const { id } = await newBook({ titre: `${mark}x ${words.join(' ')}` });
    expect(await found({ titre: `${mark}x ${words.toReversed().join(' ')}` })).toEqual([id]);
    expect(await found({ titre: `${mark}x ${words.join(' ')} absent` })).toEqual([]);
  });

  it('tells long words apart beyond what a key can hold', async () => {
    const long = `${mark}${'y'.repeat(100)}`;
    const first = await newBook({ titre: `${long}a ${long}b` });
    const second = await newBook({ titre: `${long}c` });
    expect(await found({ titre: `${long}b` })).toEqual([first.id]);
    expect(await found({ titre: `${long}c` })).toEqual([second.id]);
    expect((await found({ titre: long })).sort()).toEqual([first.id, second.id].sort());
    expect(await found({ titre: `${long}d` })).toEqual([]);
  });
});
