import { describe, expect, it } from '@jest/globals';
import { overHttp } from '../../support/api.ts';
import { deleteBook, type Livre, newBook, patchBook, search, searchPath, uniqueWord } from '../../support/books.ts';
import { allPages } from '../../support/users.ts';

/** Begins every title made here, so that these books stand together in the list of all. */
const mark = uniqueWord();

/** The titles made here as the list of all has them, read in pages of so many. */
const listed = async (limit = 100) => {
  const titles = (await allPages(searchPath({}), limit)).elements.map(({ titre }: Livre): string => titre);
  return titles.filter((titre) => titre.toLowerCase().includes(mark));
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

describe('GET /livres without a word', () => {
  it('lists all books by title, whatever their case, accents and punctuation', async () => {
    for (const titre of ORDERED.toReversed()) await newBook({ titre });
    expect(await listed()).toEqual(ORDERED);
  });

  // A running system may hold a hundred thousand others, which pages of one would take hours to read.
  it.each(overHttp ? [100] : [1, 3, 7, 20])('has each book once in pages of %i', async (limit) => {
    expect(await listed(limit)).toEqual(ORDERED);
  });

  it('keeps the volumes of a long title in their order', async () => {
    const volume = (n: number) => `${mark} : ${'histoire véritable de ce qu’il en advint, '.repeat(6)}tome ${10 + n}`;
    const titles = Array.from({ length: 12 }, (_, n) => volume(n));
    const books: Livre[] = [];
    for (const titre of titles.toReversed()) books.push(await newBook({ titre }));
    expect((await listed()).filter((titre) => titles.includes(titre))).toEqual(titles);
    const { elements } = await allPages(searchPath({ titre: `tome ${mark}` }), 1);
    expect(elements.map(({ titre }: Livre) => titre)).toEqual(titles);
    for (const { id } of books) await deleteBook(id);
  });

  it('moves a book whose title changes, and drops one that is deleted', async () => {
    const { id } = await newBook({ titre: `${mark} aaa` });
    expect((await listed()).indexOf(`${mark} aaa`)).toBe(2);
    await patchBook(id, { titre: `${mark} zzz` });
    const moved = await listed();
    expect([moved.includes(`${mark} aaa`), moved.filter((titre) => titre === `${mark} zzz`).length]).toEqual([
      false,
      1,
    ]);
    expect(moved.indexOf(`${mark} zzz`)).toBeGreaterThan(moved.indexOf(`${mark} zèbre`));
    await deleteBook(id);
    expect(await listed()).toEqual(ORDERED);
  });

  it('has books whose title has no letter or digit', async () => {
    const { id } = await newBook({ titre: '… ?!' });
    expect((await search({})).map((book) => book.id)).toContain(id);
    await deleteBook(id);
    expect((await search({})).map((book) => book.id)).not.toContain(id);
  });
});
