import { beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../../support/api.ts';
import { found, newBook, newBooks, type Query, searchPage, searchPath, uniqueWord } from '../../support/books.ts';
import { expectFaults } from '../../support/problems.ts';
import { allPages } from '../../support/users.ts';

const mark = uniqueWord();
const author = uniqueWord();
const COUNT = 13;

/** Titles in their order; every third has several words that begin alike, and some are alike altogether. */
const titles = Array.from({ length: COUNT }, (_, n) => {
  const place = `${mark} ${String.fromCharCode(97 + n)}`;
  if (n % 3 === 0) return `${place} ${mark}z ${mark}a ${mark}ab`;
  return n % 5 === 0 ? `${mark} pareil` : place;
});
let ids: string[];

beforeAll(async () => {
  ids = [];
  for (const titre of titles) ids.push((await newBook({ titre, auteur: `${author} ${author}bis` })).id);
});

const allIds = async (query: Query, limit: number) => {
  const { elements } = await allPages(searchPath(query), limit);
  return elements.map(({ id }: { id: string }) => id);
};

describe.each<[string, Query]>([
  ['the beginning of several words', { titre: mark }],
  ['the beginning of an author’s several words', { auteur: author }],
  ['two words', { titre: `${mark} ${mark}` }],
  ['title and author', { titre: mark, auteur: author }],
])('a search by %s', (_, query) => {
  it.each(Array.from({ length: COUNT + 2 }, (__, n) => n + 1))(
    'finds each book once, in one order, in pages of %i',
    async (limit) => {
      const whole = await allIds(query, 100);
      expect(whole.toSorted()).toEqual(ids.toSorted());
      expect(await allIds(query, limit)).toEqual(whole);
    },
  );
});

describe('a page', () => {
  it('is as long as asked for until the last, which has no cursor', async () => {
    for (const limit of [1, 4, 6, COUNT]) {
      const lengths: number[] = [];
      let cursor: string | undefined;
      do {
        const query = { titre: `${mark}a`, limite: `${limit}`, ...(cursor !== undefined && { curseur: cursor }) };
        const { body } = await searchPage(query);
        lengths.push(body.elements.length);
        cursor = body.curseur_suivant;
      } while (cursor !== undefined);
      const total = (await found({ titre: `${mark}a` })).length;
      expect(lengths.slice(0, -1).every((length) => length === limit)).toBe(true);
      expect(lengths.reduce((sum, length) => sum + length)).toBe(total);
      expect(lengths.at(-1)).toBeGreaterThan(0);
    }
  });

  it('of a search that finds nothing is empty, and the last', async () => {
    expect((await searchPage({ titre: uniqueWord() })).body).toEqual({ elements: [] });
  });

  it('has twenty books when nothing is said', async () => {
    const word = uniqueWord();
    await newBooks(21, (n) => ({ titre: `${word} ${n}` }));
    const { body } = await searchPage({ titre: word });
    expect(body.elements).toHaveLength(20);
    expect(body.curseur_suivant).toEqual(expect.any(String));
  });

  it('of one search is the same when its cursor is used again', async () => {
    const query = { titre: mark, limite: '3' };
    const { curseur_suivant } = (await searchPage(query)).body;
    const again = { ...query, curseur: curseur_suivant };
    expect((await searchPage(again)).body).toEqual((await searchPage(again)).body);
  });
});

describe('a cursor', () => {
  const first = async (query: Query) => (await searchPage({ ...query, limite: '2' })).body.curseur_suivant as string;

  it('goes on with another page size', async () => {
    const { elements } = (await searchPage({ titre: mark, limite: '100', curseur: await first({ titre: mark }) })).body;
    expect(elements.map(({ id }: { id: string }) => id)).toEqual((await found({ titre: mark })).slice(2));
  });

  it.each<[string, Query]>([
    ['another word', { titre: `${mark} a` }],
    ['another field', { auteur: author }],
    ['one field more', { titre: mark, auteur: author }],
    ['all books', {}],
  ])('is refused in a search of %s', async (_, query) => {
    expectFaults(await searchPage({ ...query, curseur: await first({ titre: mark }) }), 'curseur');
  });

  it('of the list of all is refused in a search', async () => {
    expectFaults(await searchPage({ titre: mark, curseur: await first({}) }), 'curseur');
  });

  it("is refused in another service's list", async () => {
    expectFaults(await call('GET', `/utilisateurs?curseur=${await first({})}`), 'curseur');
  });

  it('is refused damaged in any place', async () => {
    const cursor = await first({ titre: mark });
    const other = (letter: string | undefined) => (letter === 'A' ? 'B' : 'A');
    const damaged = [
      ...[0, 5, 20, Math.floor(cursor.length / 2), cursor.length - 3].map(
        (n) => cursor.slice(0, n) + other(cursor[n]) + cursor.slice(n + 1),
      ),
      cursor.slice(1),
      cursor.slice(0, -2),
      `${cursor}AA`,
      cursor.toLowerCase(),
    ];
    for (const curseur of damaged) expectFaults(await searchPage({ titre: mark, curseur }), 'curseur');
  });
});
