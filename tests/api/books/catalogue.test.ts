import { beforeAll, expect, test } from '@jest/globals';
import { overHttp } from '../../support/api.ts';
import { deleteBook, type Livre, newBook, patchBook, search, searchPath, uniqueWord } from '../../support/books.ts';
import { allPages } from '../../support/users.ts';

/** The list of all books, which a search without a word gives, and what a search finds of what was changed just before. */

/** Begins every title made here, so that these books stand together in the list of all. */
const mark = uniqueWord();

const titlesOf = (books: Livre[]) => books.map(({ titre }) => titre);

/** The titles made here as the list of all has them, read in pages of so many. */
const listed = async (limit = 100): Promise<string[]> => {
  const { elements } = await allPages(searchPath({}), limit);
  return titlesOf(elements as Livre[]).filter((titre) => titre.toLowerCase().includes(mark));
};

const ORDERED = [
  mark,
  `${mark} 1984`,
  `« ${mark} » alpha`,
  `${mark.toUpperCase()} Âne`,
  `${mark}, Apéro`,
  `${mark} beta`,
  `${mark} École`,
  `${mark}-eden`,
  `${mark} Œuf`,
  `${mark} ouf`,
  `${mark} zèbre`,
  `${mark} Ζευς`,
  `${mark} Яма`,
  `${mark} 红`,
];

beforeAll(async () => {
  for (const titre of ORDERED.toReversed()) await newBook({ titre });
});

// A running system may hold a hundred thousand others, which pages of one would take hours to read.
test.each(overHttp ? [100] : [1, 3, 7, 20, 100])(
  'the list of all is by title, whatever its case, accents and punctuation, in pages of %i',
  async (limit) => {
    expect(await listed(limit)).toEqual(ORDERED);
  },
);

test('the volumes of a long title are in their order', async () => {
  const volume = (n: number) => `${mark} : ${'histoire véritable de ce qu’il en advint, '.repeat(6)}tome ${10 + n}`;
  const titles = Array.from({ length: 12 }, (_, n) => volume(n));
  const books: Livre[] = [];
  for (const titre of titles.toReversed()) books.push(await newBook({ titre }));
  expect((await listed()).filter((titre) => titles.includes(titre))).toEqual(titles);
  expect(titlesOf((await allPages(searchPath({ titre: `tome ${mark}` }), 1)).elements as Livre[])).toEqual(titles);
  for (const { id } of books) await deleteBook(id);
});

test('a book whose title has no letter or digit is in the list', async () => {
  const { id } = await newBook({ titre: '… ?!' });
  const ids = async () => (await search({})).map((book) => book.id);
  expect(await ids()).toContain(id);
  await deleteBook(id);
  expect(await ids()).not.toContain(id);
});

test('a title of which case, accents or punctuation change is shown in its new spelling', async () => {
  const word = uniqueWord();
  const { id } = await newBook({ titre: `${word} l'ecole` });
  const { body } = await patchBook(id, { titre: `${word.toUpperCase()}, L’École !` });
  expect(await search({ titre: `${word} ecole` })).toEqual([{ ...body, disponibles: 1 }]);
});
