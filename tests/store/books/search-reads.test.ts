import type { BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import {
  type Livre,
  newBook,
  newBooks,
  type Query,
  search,
  searchPage,
  searchPath,
  uniqueWord,
} from '../../support/books.ts';
import { ALWAYS, fail, mend } from '../../support/faults.ts';
import { allPages } from '../../support/users.ts';
import { countRequests, type Handler } from '../../support/wire.ts';

const counter = countRequests();
const TABLE = process.env.LIVRES_TABLE as string;

describe('books that DynamoDB leaves for later', () => {
  afterEach(() => void mend());

  /** Every BatchGetItem answers half of what it finds and hands the keys of the other half back. */
  const leaveHalf: Handler = async (_, send) => {
    const answer = (await send()) as BatchGetCommandOutput;
    const books = answer.Responses?.[TABLE] ?? [];
    const half = Math.ceil(books.length / 2);
    const Keys = books.slice(half).map(({ pk, sk }) => ({ pk, sk }));
    return {
      ...answer,
      Responses: { [TABLE]: books.slice(0, half) },
      UnprocessedKeys: Keys.length > 0 ? { [TABLE]: { Keys } } : {},
    };
  };

  it('are asked for again', async () => {
    const word = uniqueWord();
    const titles = (await newBooks(7, (n) => ({ titre: `${word} ${n}` }))).map(({ titre }) => titre);
    fail({ match: 'BatchGetItem', times: ALWAYS, how: leaveHalf });
    counter.take();
    expect((await search({ titre: word })).map(({ titre }) => titre)).toEqual(titles);
    expect(counter.requests()).toEqual(['Query', ...Array(3).fill('BatchGetItem')]);
  });
});

describe('a search that drops most of what its leading word has', () => {
  afterEach(() => void client.middlewareStack.remove('oneByOne'));

  /** Queries that read one item each, as those of very many or very large ones end early. */
  const oneByOne = () =>
    client.middlewareStack.add(
      (next, { commandName }) =>
        (args) =>
          next(
            commandName === 'QueryCommand' ? ({ ...args, input: { ...args.input, Limit: 1 } } as typeof args) : args,
          ),
      { step: 'serialize', priority: 'high', name: 'oneByOne' },
    );

  const ids = (books: Livre[]) => books.map(({ id }) => id);

  it('looks on until its page is full, and goes on from there', async () => {
    const word = uniqueWord();
    const books = await newBooks(160, (n) => ({
      titre: `${word} ${100 + n}`,
      auteur: n % 40 === 39 ? 'Rare' : 'Autre',
    }));
    const rare = books.filter(({ auteur }) => auteur === 'Rare');
    const query = { titre: word, auteur: 'rare' };
    for (const limit of [1, 2, 3, 20])
      expect(ids((await allPages(searchPath(query), limit)).elements)).toEqual(ids(rare));
    counter.take();
    await searchPage(query);
    expect(counter.requests()).toEqual(['Query', 'Query', 'BatchGetItem']);
  });

  it('gives up on a page after so many Queries, short, with a cursor that goes on to what is there', async () => {
    const word = uniqueWord();
    await newBooks(45, (n) => ({ titre: `${word} ${100 + n}` }));
    const book = await newBook({ titre: `${word} zz`, auteur: 'Rare' });
    oneByOne();
    const query = { titre: word, auteur: 'rare' };
    counter.take();
    const { status, body } = await searchPage(query);
    expect({ status, elements: body.elements }).toEqual({ status: 200, elements: [] });
    expect(counter.requests()).toHaveLength(40);
    expect((await searchPage({ ...query, curseur: body.curseur_suivant })).body).toEqual({ elements: [book] });
  });

  it('loses nothing where Queries end in the middle of a page', async () => {
    const word = uniqueWord();
    const books = await newBooks(9, (n) => ({ titre: `${word} ${n} ${word}bis`, auteur: `Rare ${n % 2}` }));
    oneByOne();
    for (const limit of [1, 2, 3, 4, 9, 20]) {
      const query = { titre: word, auteur: 'rare 1' };
      expect(ids((await allPages(searchPath(query), limit)).elements)).toEqual(
        ids(books.filter((_, n) => n % 2 === 1)),
      );
      expect(ids((await allPages(searchPath({ titre: word }), limit)).elements)).toEqual(ids(books));
    }
  });
});

describe('a search by one word that many books have twice', () => {
  const COUNT = 900;
  const start = uniqueWord();
  /** Every book is found by its first word, and passed over at its second; in titles, one more book follows. */
  const twice = (n: number) => `${start}a ${start}lettre ${1000 + n}`;
  let inTitles: string[];
  let inAuthors: string[];

  beforeAll(async () => {
    inAuthors = (await newBooks(COUNT, (n) => ({ titre: twice(n), auteur: twice(n) }))).map(({ id }) => id);
    inTitles = [...inAuthors, (await newBook({ titre: `${start}zeste` })).id];
  }, 120_000);

  /** The pages of a search as identifiers, with the most requests that one of them took. */
  async function walk(query: Query, limit: number) {
    const pages: string[][] = [];
    let most = 0;
    let curseur: string | undefined;
    do {
      counter.take();
      const { body } = await searchPage({ ...query, limite: `${limit}`, ...(curseur !== undefined && { curseur }) });
      most = Math.max(most, counter.requests().length);
      pages.push(body.elements.map(({ id }: Livre) => id));
      curseur = body.curseur_suivant;
    } while (curseur !== undefined);
    return { pages, most };
  }

  it.each([1, 20, 100])(
    'has each once in full pages of %i, to an exact end, by few requests each',
    async (limit) => {
      for (const [query, ids] of [
        [{ titre: start }, inTitles],
        [{ auteur: start }, inAuthors],
      ] as const) {
        const { pages, most } = await walk(query, limit);
        expect(pages.flat()).toEqual(ids);
        expect(pages).toHaveLength(Math.ceil(ids.length / limit));
        // Looks of 2, 8, 32, 128, 512 and 1,000 pass over 900; a BatchGetItem reads the books.
        expect(most).toBeLessThanOrEqual(7);
      }
    },
    120_000,
  );

  it('asks for no more than its page where nothing is dropped', async () => {
    counter.take();
    await searchPage({ titre: start });
    const [query, books] = counter.take();
    expect([query?.request, books?.request]).toEqual(['Query', 'BatchGetItem']);
    // 21 index items of a few hundred bytes, 4 KB a unit.
    expect(query?.units).toBeLessThanOrEqual(3);
  });
});
