import type { BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { type Livre, newBooks, type Query, searchPage, searchPath, uniqueWord } from '../../support/books.ts';
import { ALWAYS, fail, mend } from '../../support/faults.ts';
import { allPages } from '../../support/users.ts';
import { countRequests, type Handler } from '../../support/wire.ts';

/** What a search reads that finds much and shows little of it. */

const counter = countRequests();
const TABLE = process.env.LIVRES_TABLE as string;
const COUNT = 160;
const start = uniqueWord();
let books: Livre[];
const ids = (some: Livre[]) => some.map(({ id }) => id);

/** Every book is found by its first word and passed over at its second. Of fifty, the last is by another author. */
beforeAll(async () => {
  books = await newBooks(COUNT, (n) => ({
    titre: `${start}a ${start}lettre ${1000 + n}`,
    auteur: n % 50 === 49 ? 'Rare' : `${start}autre ${start}auteur`,
  }));
}, 120_000);

afterEach(() => {
  mend();
  client.middlewareStack.remove('oneByOne');
});

/** Has each Query read one item, as those of very many or very large items end early. */
const readOneByOne = () =>
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        next(commandName === 'QueryCommand' ? ({ ...args, input: { ...args.input, Limit: 1 } } as typeof args) : args),
    { step: 'serialize', priority: 'high', name: 'oneByOne' },
  );

const allOf = async (query: Query, limit: number) => ids((await allPages(searchPath(query), limit)).elements);

/** Every BatchGetItem answers half of what it finds and hands the keys of the other half back. */
const leaveHalf: Handler = async (_, send) => {
  const answer = (await send()) as BatchGetCommandOutput;
  const found = answer.Responses?.[TABLE] ?? [];
  const half = Math.ceil(found.length / 2);
  const Keys = found.slice(half).map(({ pk, sk }) => ({ pk, sk }));
  return {
    ...answer,
    Responses: { [TABLE]: found.slice(0, half) },
    UnprocessedKeys: Keys.length > 0 ? { [TABLE]: { Keys } } : {},
  };
};

it('books that DynamoDB leaves for later are asked for again', async () => {
  fail({ match: 'BatchGetItem', times: ALWAYS, how: leaveHalf });
  counter.take();
  const { body } = await searchPage({ titre: start, limite: '7' });
  expect(ids(body.elements)).toEqual(ids(books.slice(0, 7)));
  expect(counter.requests().filter((request) => request === 'BatchGetItem')).toHaveLength(3);
});

it.each([3, 20, 100])('pages of %i are full and have each book once, by few requests each', async (limit) => {
  for (const [query, wanted] of [
    [{ titre: start }, books],
    [{ auteur: `${start}au` }, books.filter((_, n) => n % 50 !== 49)],
    [{ titre: start, auteur: 'Rare' }, books.filter((_, n) => n % 50 === 49)],
  ] as const) {
    const pages: string[][] = [];
    for (let curseur: string | undefined = ''; curseur !== undefined; ) {
      counter.take();
      const { body } = await searchPage({ ...query, limite: `${limit}`, ...(curseur && { curseur }) });
      // The smallest page looks at 4, 16, 64 and 256 of the 320 index items in turn; BatchGetItem reads the books.
      expect(counter.requests().length).toBeLessThanOrEqual(7);
      pages.push(ids(body.elements));
      curseur = body.curseur_suivant;
    }
    expect(pages.flat()).toEqual(ids(wanted));
    expect(pages).toHaveLength(Math.ceil(wanted.length / limit));
  }
});

it('a search that finds nothing ends its page after 40 Queries, and its cursor goes on', async () => {
  readOneByOne();
  const query = { titre: start, auteur: 'Rare' };
  counter.take();
  const { status, body } = await searchPage(query);
  expect({ status, ...body }).toEqual({ status: 200, elements: [], curseur_suivant: expect.any(String) });
  expect(counter.requests()).toHaveLength(40);
  expect(await allOf(query, 20)).toEqual(ids(books.filter((_, n) => n % 50 === 49)));
});

it('a search loses nothing where its Queries end in the middle of a page', async () => {
  const word = uniqueWord();
  const nine = await newBooks(9, (n) => ({ titre: `${word} ${n} ${word}bis`, auteur: `Rare ${n % 2}` }));
  readOneByOne();
  for (const limit of [1, 2, 3, 4, 9, 20]) {
    expect(await allOf({ titre: word }, limit)).toEqual(ids(nine));
    expect(await allOf({ titre: word, auteur: 'rare 1' }, limit)).toEqual(ids(nine.filter((_, n) => n % 2 === 1)));
  }
});
