import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { call } from '../../support/api.ts';
import { availability, bookPath, getBook, newBook } from '../../support/books.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';

describe('GET /livres/{id}', () => {
  it('gives the book, with a tag that stays while nothing changes', async () => {
    const book = await newBook({ annee: 1942 });
    const [first, second] = [await getBook(book.id), await getBook(book.id)];
    expect(first).toMatchObject({ status: 200, body: book });
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(first.headers['content-type']).toMatch(/^application\/json/);
    expect(first.headers['x-request-id']).toMatch(/./);
  });

  it('takes the identifier in capitals too', async () => {
    const book = await newBook();
    expect((await getBook(book.id.toUpperCase())).body).toEqual(book);
  });
});

describe('GET /livres/{id}/disponibilite', () => {
  it('tells the copies, all of them on the shelf', async () => {
    const { id } = await newBook({ exemplaires: 3 });
    expect(await call('GET', `${bookPath(id)}/disponibilite`)).toMatchObject({
      status: 200,
      body: { livre_id: id, exemplaires: 3, disponibles: 3, disponible: true, prochain_retour: null },
    });
  });

  it('tells that there is no copy', async () => {
    const { id } = await newBook({ exemplaires: 0 });
    expect(await availability(id)).toEqual({
      livre_id: id,
      exemplaires: 0,
      disponibles: 0,
      disponible: false,
      prochain_retour: null,
    });
  });
});

const ON_ONE_BOOK: [method: string, suffix: string, body?: object][] = [
  ['GET', ''],
  ['GET', '/disponibilite'],
  ['PATCH', '', { annee: 2000 }],
  ['DELETE', ''],
];

describe.each(ON_ONE_BOOK)('%s /livres/{id}%s', (method, suffix, body) => {
  it('knows no other book', async () => {
    expectProblem(await call(method, bookPath(randomUUID()) + suffix, { body }), 404, 'livre_introuvable');
  });

  it.each(['123', 'null', '8bb62a6c-8be0-441e-91ac-67427e52cd2', 'LIVRE%23x', '%00', "'--"])(
    'refuses the identifier %s',
    async (id) => {
      expectFaults(await call(method, bookPath(id) + suffix, { body }), 'id');
    },
  );

  it('takes no query', async () => {
    const { id } = await newBook();
    expectFaults(await call(method, `${bookPath(id)}${suffix}?force=true`, { body }), 'force');
  });
});
