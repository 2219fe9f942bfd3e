import { beforeAll, expect, test } from '@jest/globals';
import {
  deleteBook,
  found,
  foundBy,
  newBook,
  newBooks,
  patchBook,
  postBook,
  search,
  searchPath,
  someBook,
  uniqueWord,
} from '../../support/books.ts';
import { violations } from '../../support/invariants.ts';
import { newIsbn } from '../../support/isbn.ts';
import { lend, newUser } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { allPages } from '../../support/users.ts';

/** Books of several volumes, and the copies that are left. */

const isbn = newIsbn().thirteen;
const titre = uniqueWord();
const VOLUMES = [null, '1', '2', '10', '11', 'Hors-série'];
const volumes: string[] = [];

beforeAll(async () => {
  for (const tome of VOLUMES.toReversed()) volumes.unshift((await newBook({ titre, isbn, tome })).id);
});

test('the volumes of a set may share an ISBN, which shows them all, in the order of their numbers', async () => {
  for (const limit of [1, 2, 4, 100])
    for (const query of [{ isbn }, { q: isbn }, { titre }]) expect(await foundBy(query, limit)).toEqual(volumes);
  expect(await found({ isbn, titre: 'autre' })).toEqual([]);
});

test('an ISBN and a volume belong to one book', async () => {
  for (const tome of VOLUMES) expectProblem(await postBook(someBook({ isbn, tome })), 409, 'isbn_deja_utilise');
  expectProblem(await patchBook(volumes[1] as string, { tome: '2' }), 409, 'isbn_deja_utilise');
  expectProblem(await patchBook(volumes[1] as string, { tome: null }), 409, 'isbn_deja_utilise');
  expect(await found({ isbn })).toEqual(volumes);
});

test.each([
  ['HORS-SÉRIE', 'Hors-série'],
  ['Hors-se\u0301rie', 'Hors-série'],
  ['Hors-série\u200d', 'Hors-série'],
])('%j is the volume %j, in whatever way it is written', async (written, tome) => {
  expectProblem(await postBook(someBook({ isbn, tome: written })), 409, 'isbn_deja_utilise');
  const other = newIsbn().thirteen;
  const { id } = await newBook({ isbn: other, tome });
  expect((await patchBook(id, { tome: written })).body).toMatchObject({ tome: written });
  expect(await found({ isbn: other })).toEqual([id]);
  expect(await violations({ only: 'books' })).toEqual([]);
});

test('a volume is free as soon as its book has another, or is gone', async () => {
  const other = newIsbn().thirteen;
  const [first, second] = [await newBook({ isbn: other, tome: '1' }), await newBook({ isbn: other, tome: '3' })];
  expect((await patchBook(first.id, { tome: '4' })).status).toBe(200);
  expect(await found({ isbn: other })).toEqual([second.id, first.id]);
  const third = await newBook({ isbn: other, tome: '1' });
  await deleteBook(second.id);
  expect(await found({ isbn: other })).toEqual([third.id, first.id]);
});

test('a found book says how many copies are left, and is asked for by that', async () => {
  const word = uniqueWord();
  const [none, one, two] = await newBooks(3, (exemplaires) => ({ titre: `${word} ${exemplaires}`, exemplaires }));
  await lend((await newUser()).id, two?.id as string);
  const left = async (query: object) =>
    (await search({ titre: word, ...query })).map(({ id, disponibles }) => [id, disponibles]);
  expect(await left({})).toEqual([
    [none?.id, 0],
    [one?.id, 1],
    [two?.id, 1],
  ]);
  expect(await left({ disponible: 'true' })).toEqual([
    [one?.id, 1],
    [two?.id, 1],
  ]);
  expect(await left({ disponible: 'false' })).toEqual([[none?.id, 0]]);
});

test('the last page has no cursor when a book of the same words or ISBN is not asked for', async () => {
  const [word, { thirteen: isbn }] = [uniqueWord(), newIsbn()];
  for (const [n, exemplaires] of [0, 1, 0].entries())
    await newBook({ titre: `${word} ${n === 2 ? 'autre' : 'tome'}`, isbn, tome: `${n}`, exemplaires });
  for (const [query, count, pages] of [
    [{ isbn }, 3, 3],
    [{ isbn, titre: 'tome' }, 2, 2],
    [{ isbn, disponible: 'true' }, 1, 1],
    [{ isbn, disponible: 'true', titre: 'autre' }, 0, 1],
    [{ titre: word, disponible: 'false' }, 2, 2],
    [{ titre: word, disponible: 'true' }, 1, 1],
  ] as const)
    expect(await allPages(searchPath(query), 1)).toEqual({ elements: Array(count).fill(expect.anything()), pages });
});

test('a search may ask for books of a type, with words, without and by ISBN, and sees it change', async () => {
  const [word, { thirteen: number }] = [uniqueWord(), newIsbn()];
  const dvd = await newBook({ titre: `${word} film`, type: 'dvd', isbn: number });
  const book = await newBook({ titre: `${word} roman` });
  for (const query of [{ titre: word }, { q: word }, { auteur: 'quelqu', titre: word }]) {
    expect(await found({ ...query, type: 'dvd' })).toEqual([dvd.id]);
    expect(await found({ ...query, type: 'livre' })).toEqual([book.id]);
    expect(await found({ ...query, type: 'revue' })).toEqual([]);
  }
  expect(await found({ isbn: number, type: 'livre' })).toEqual([]);
  expect(await found({ type: 'dvd' })).toContain(dvd.id);
  await patchBook(dvd.id, { type: 'bd' });
  expect(await found({ type: 'bd', titre: word })).toEqual([dvd.id]);
  expect(await found({ type: 'dvd', titre: word })).toEqual([]);
  expect(await found({ type: 'dvd' })).not.toContain(dvd.id);
});
