import type { BatchGetItemCommandInput, BatchGetItemCommandOutput } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/dynamodb.ts';
import { type Livre, newBook, newBooks, search, searchPage, searchPath, uniqueWord } from '../../support/books.ts';
import { countRequests } from '../../support/faults.ts';
import { allPages } from '../../support/users.ts';

const counter = countRequests(client);
const TABLE = process.env.LIVRES_TABLE as string;

describe('books that DynamoDB leaves for later', () => {
  afterEach(() => void client.middlewareStack.remove('leaveHalf'));

  /** A BatchGetItem that answers half of what it is asked and hands the other half back. */
  const leaveHalf = () =>
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== 'BatchGetItemCommand') return next(args);
          const { RequestItems } = args.input as BatchGetItemCommandInput;
          const { Keys = [], ...rest } = RequestItems?.[TABLE] ?? { Keys: [] };
          const half = Math.ceil(Keys.length / 2);
          const input = { ...args.input, RequestItems: { [TABLE]: { ...rest, Keys: Keys.slice(0, half) } } };
          const answered = await next({ ...args, input } as typeof args);
          const later = Keys.slice(half);
          if (later.length > 0)
            (answered.output as BatchGetItemCommandOutput).UnprocessedKeys = { [TABLE]: { ...rest, Keys: later } };
          return answered;
        },
      { step: 'serialize', priority: 'high', name: 'leaveHalf' },
    );

  it('are asked for again', async () => {
    const word = uniqueWord();
    const titles = (await newBooks(7, (n) => ({ titre: `${word} ${n}` }))).map(({ titre }) => titre);
    leaveHalf();
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
