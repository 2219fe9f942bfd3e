import { randomUUID } from 'node:crypto';
import type { BatchGetItemCommandInput, GetItemCommandInput } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { call } from '../../support/api.ts';
import {
  deleteBook,
  getBook,
  newBook,
  newBooks,
  patchBook,
  postBook,
  type Query,
  searchPage,
  uniqueWord,
} from '../../support/books.ts';
import { newTaking, returnCopy, takeCopy } from '../../support/copies.ts';
import { countRequests } from '../../support/faults.ts';
import { newIsbn } from '../../support/isbn.ts';
import { keyed } from '../../support/users.ts';

const counter = countRequests(client);

/** What a piece of work sends to DynamoDB. */
async function sentBy(work: () => Promise<unknown>): Promise<string[]> {
  counter.take();
  await work();
  return counter.requests();
}

const WRITE = 'TransactWriteItems of';
/** The book itself and its place in the list of all; its words come on top. */
const BASE = 2;

describe('one GetItem', () => {
  it('reads a book and its availability, there or not', async () => {
    const { id } = await newBook();
    for (const path of [`/livres/${id}`, `/livres/${randomUUID()}`])
      for (const suffix of ['', '/disponibilite'])
        expect(await sentBy(() => call('GET', path + suffix))).toEqual(['GetItem']);
  });

  it('tells whether a copy could be taken', async () => {
    const { id } = await newBook();
    expect(await sentBy(() => takeCopy(id, { nature: 'essai' }))).toEqual(['GetItem']);
  });
});

describe('one UpdateItem', () => {
  it('takes a copy, takes it again, is refused, moves its due date, gives it back, gives it back again', async () => {
    const { id } = await newBook();
    const emprunt_id = randomUUID();
    for (const work of [
      () => takeCopy(id, { emprunt_id }),
      () => takeCopy(id, { emprunt_id }),
      () => takeCopy(id),
      () => takeCopy(id, { emprunt_id, nature: 'prolongation', date_echeance: '2999-02-01' }),
      () => takeCopy(id, { nature: 'prolongation' }),
      () => returnCopy(id, emprunt_id),
      () => returnCopy(id, emprunt_id),
      () => takeCopy(randomUUID()),
    ])
      expect(await sentBy(work)).toEqual(['UpdateItem']);
  });
});

describe('one transaction', () => {
  it('makes a book, with its ISBN and with a first answer when there are', async () => {
    const words = 'un deux trois';
    const book = () => ({ titre: words, auteur: 'quatre cinq' });
    expect(await sentBy(() => postBook(book()))).toEqual([`${WRITE} ${BASE + 5}`]);
    expect(await sentBy(() => postBook({ ...book(), isbn: newIsbn().ten }))).toEqual([`${WRITE} ${BASE + 6}`]);
    const options = keyed();
    expect(await sentBy(() => postBook(book(), options))).toEqual([`${WRITE} ${BASE + 6}`]);
    expect(await sentBy(() => postBook(book(), options))).toEqual([`${WRITE} ${BASE + 6}`, 'GetItem']);
  });

  it('after one GetItem changes a book, and writes only what the change moves', async () => {
    const { id } = await newBook({ titre: 'un deux', auteur: 'trois quatre' });
    const changes: [object, number][] = [
      [{ annee: 1900 }, 1],
      [{ exemplaires: 5 }, 1],
      [{ titre: 'Un, DEUX' }, 1],
      [{ isbn: newIsbn().ten }, 2],
      [{ isbn: newIsbn().ten }, 3],
      [{ isbn: null }, 2],
      // The texts beside every word change: five items. One word goes, and no place in the list does.
      [{ auteur: 'trois' }, 1 + 4 + 1],
      // Every item stands by title: four old ones go, five new ones come.
      [{ titre: 'un deux cinq' }, 1 + 4 + 5],
    ];
    for (const [change, items] of changes)
      expect([change, await sentBy(() => patchBook(id, change))]).toEqual([change, ['GetItem', `${WRITE} ${items}`]]);
  });

  it('after one GetItem deletes a book', async () => {
    const { id } = await newBook({ titre: 'un deux', auteur: 'trois', isbn: newIsbn().ten });
    expect(await sentBy(() => deleteBook(id))).toEqual(['GetItem', `${WRITE} ${BASE + 4}`]);
  });

  it('is not begun for what the read refuses', async () => {
    const { id } = await newBook();
    await newTaking(id);
    expect(await sentBy(() => deleteBook(id))).toEqual(['GetItem']);
    expect(await sentBy(() => patchBook(id, { exemplaires: 0 }))).toEqual(['GetItem']);
    expect(await sentBy(() => deleteBook(randomUUID()))).toEqual(['GetItem']);
    expect(await sentBy(() => postBook({ titre: '' }))).toEqual([]);
    expect(await sentBy(() => getBook('123'))).toEqual([]);
  });
});

describe('one Query and one BatchGetItem', () => {
  const [titre, auteur] = [uniqueWord(), uniqueWord()];
  const COUNT = 45;

  beforeAll(async () => {
    await newBooks(COUNT, (n) => ({ titre: `${titre} commun ${n}`, auteur: `${auteur} commun` }));
  });

  it.each<[string, Query]>([
    ['a word of a title', { titre }],
    ['the beginning of a word of an author', { auteur: auteur.slice(0, 12) }],
    ['two words', { titre: `${titre} commun` }],
    ['a common word and a rarer one', { titre: `commun ${titre}` }],
    ['title and author', { titre, auteur }],
    ['nothing: all books', {}],
  ])('read each page of a search by %s', async (_, query) => {
    let curseur: string | undefined;
    const pages: number[] = [];
    do {
      counter.take();
      const page = await searchPage({ ...query, ...(curseur !== undefined && { curseur }) });
      expect(counter.requests()).toEqual(['Query', 'BatchGetItem']);
      pages.push(page.body.elements.length);
      curseur = page.body.curseur_suivant;
    } while (curseur !== undefined);
    expect(pages.slice(0, 2)).toEqual([20, 20]);
  });

  it('read a page of a hundred', async () => {
    expect(await sentBy(() => searchPage({ titre, limite: '100' }))).toEqual(['Query', 'BatchGetItem']);
  });

  it('are one Query where nothing is found', async () => {
    expect(await sentBy(() => searchPage({ titre: uniqueWord() }))).toEqual(['Query']);
    expect(await sentBy(() => searchPage({ titre, auteur: 'personne' }))).toEqual(['Query']);
  });

  it('are two GetItems for an ISBN, one for an ISBN that no book has', async () => {
    const { ten } = newIsbn();
    expect(await sentBy(() => searchPage({ isbn: ten }))).toEqual(['GetItem']);
    await newBook({ isbn: ten });
    expect(await sentBy(() => searchPage({ isbn: ten }))).toEqual(['GetItem', 'GetItem']);
  });

  it('cost no more when the catalogue grows by what is not asked for', async () => {
    const cost = async (query: Query) => {
      counter.take();
      await searchPage(query);
      return counter.take().reduce((sum, { units }) => sum + units, 0);
    };
    const queries: Query[] = [{ titre }, { titre: `${titre} commun` }, { titre, auteur }, {}];
    const costs = async () => {
      const all: number[] = [];
      for (const query of queries) all.push(await cost(query));
      return all;
    };
    const before = await costs();
    await newBooks(150, (n) => ({ titre: `zz commun ${n}`, auteur: 'zz' }));
    expect(await costs()).toEqual(before);
    for (const units of before) expect(units).toBeGreaterThan(0);
  });
});

describe('every read', () => {
  it('is a strong one, so that the very next request sees what was written', async () => {
    const isStrong: [command: string, strong: boolean | undefined][] = [];
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) => {
          const { ConsistentRead, RequestItems } = args.input as GetItemCommandInput & BatchGetItemCommandInput;
          const [batch] = Object.values(RequestItems ?? {});
          isStrong.push([commandName, batch ? batch.ConsistentRead : ConsistentRead]);
          return next(args);
        },
      { step: 'initialize', name: 'lookAtReads' },
    );
    const { id } = await newBook({ titre: 'fort', isbn: newIsbn().ten });
    isStrong.length = 0;
    for (const path of [`/livres/${id}`, `/livres/${id}/disponibilite`, '/livres', '/livres?titre=fort&auteur=q'])
      expect((await call('GET', path)).status).toBe(200);
    client.middlewareStack.remove('lookAtReads');
    expect(isStrong.map(([command]) => command)).toEqual([
      ...['GetItemCommand', 'GetItemCommand'],
      ...['QueryCommand', 'BatchGetItemCommand', 'QueryCommand', 'BatchGetItemCommand'],
    ]);
    for (const [, strong] of isStrong) expect(strong).toBe(true);
  });
});
