import { describe, expect, it } from '@jest/globals';
import {
  deleteBook,
  findersOf,
  found,
  getBook,
  newBook,
  patchBook,
  postBook,
  searchPage,
  someBook,
  uniqueWord,
} from '../../support/books.ts';
import { expectFaults } from '../../support/problems.ts';

const LETTERS = 'abcdefghijklmnopqrst';

/** Different words of `length` letters that begin with `start`; none begins another. */
const words = (count: number, length: number, start: string): string[] => {
  const all = new Set<string>();
  while (all.size < count) all.add((start + uniqueWord()).slice(0, length));
  return [...all];
};

/** Thirty words of a title and thirty of an author, as long as the fields allow; two sets have none in common. */
const sixty = (start: string) => ({ titre: words(30, 9, start), auteur: words(30, 5, start) });
type Words = ReturnType<typeof sixty>;
const texts = ({ titre, auteur }: Words) => ({ titre: titre.join(' '), auteur: auteur.join(' ') });

/** How many of the words find the book. Other books may have some of them too. */
const countFinders = async (id: string, { titre, auteur }: Words) =>
  (await findersOf(id, [...titre.map((word) => ({ titre: word })), ...auteur.map((word) => ({ auteur: word }))]))
    .length;

describe('a title of 30 words by an author of 30 words', () => {
  it('is found by each of them, after a change by each new one and none of the old, and gone once deleted', async () => {
    const [before, after] = [sixty('v'), sixty('w')];
    const book = await newBook(texts(before));
    expect(await countFinders(book.id, before)).toBe(60);

    expect(await patchBook(book.id, texts(after))).toMatchObject({ status: 200, body: { ...book, ...texts(after) } });
    expect([await countFinders(book.id, before), await countFinders(book.id, after)]).toEqual([0, 60]);

    expect((await deleteBook(book.id)).status).toBe(204);
    expect(await countFinders(book.id, after)).toBe(0);
  });

  it('is found by all of them together', async () => {
    const every = sixty('x');
    const { id } = await newBook(texts(every));
    expect(await found(texts(every))).toEqual([id]);
    expect(await found({ ...texts(every), auteur: every.auteur.slice(0, 29).concat('absent').join(' ') })).toEqual([]);
  });

  it('may keep half of them', async () => {
    const [before, after] = [sixty('y'), sixty('z')];
    const half = { titre: after.titre, auteur: before.auteur };
    const { id } = await newBook(texts(before));
    await patchBook(id, texts(half));
    expect(await countFinders(id, half)).toBe(60);
    expect(await countFinders(id, { titre: before.titre, auteur: [] })).toBe(0);
  });
});

describe('more words than can be found', () => {
  const pairs = (count: number, from = 0) =>
    Array.from({ length: count }, (_, n) => `${LETTERS[Math.floor((from + n) / 20)]}${LETTERS[(from + n) % 20]}`).join(
      ' ',
    );

  it('are refused with a message that says how many may be, and nothing is stored', async () => {
    const mark = uniqueWord();
    const answer = await postBook(someBook({ titre: `${mark} ${pairs(90)}`, auteur: 'x' }));
    expectFaults(answer, 'titre');
    expect(answer.body.erreurs[0].message).toMatch(/90 mots/);
    expect((await searchPage({ titre: mark })).body).toEqual({ elements: [] });
  });

  it('are refused as a change too, which then changes nothing', async () => {
    const book = await newBook({ auteur: pairs(60) });
    expectFaults(await patchBook(book.id, { titre: pairs(31) }), 'titre');
    expect((await getBook(book.id)).body).toEqual(book);
    expect(await found({ titre: book.titre })).toEqual([book.id]);
  });

  it('are not those that come again and again', async () => {
    expect(await newBook({ titre: 'la '.repeat(100).trim(), auteur: pairs(60) })).toMatchObject({ auteur: pairs(60) });
  });

  it('as many as are allowed can be changed for as many others, and deleted', async () => {
    const [first, last] = [uniqueWord(), uniqueWord()];
    const { id } = await newBook({ titre: `${first} ${pairs(87)}`, auteur: `${first} a` });
    expect((await patchBook(id, { titre: `${last} ${pairs(87, 200)}`, auteur: `${last} z` })).status).toBe(200);
    expect([await found({ titre: first }), await found({ auteur: first })]).toEqual([[], []]);
    expect([await found({ titre: last }), await found({ auteur: last })]).toEqual([[id], [id]]);
    expect((await deleteBook(id)).status).toBe(204);
    expect(await found({ titre: last })).toEqual([]);
  });
});
