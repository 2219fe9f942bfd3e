import { describe, expect, it } from '@jest/globals';
import { call } from '../../support/api.ts';
import { found, getBook, newBook, postBook, someBook, uniqueWord } from '../../support/books.ts';
import { newIsbn } from '../../support/isbn.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { keyed } from '../../support/users.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('POST /livres', () => {
  it('makes a book, tells where it is, and finds it there', async () => {
    const { thirteen } = newIsbn();
    const sent = someBook({ isbn: thirteen, annee: 1942, exemplaires: 3 });
    const before = Date.now();
    const { status, headers, body } = await postBook(sent);
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.stringMatching(UUID), ...sent, date_creation: expect.any(String) });
    expect(new Date(body.date_creation).toISOString()).toBe(body.date_creation);
    expect(Date.parse(body.date_creation)).toBeGreaterThanOrEqual(before - 1_000);
    expect(headers.location).toBe(`/livres/${body.id}`);

    const read = await call('GET', headers.location as string);
    expect(read.body).toEqual(body);
    expect(read.headers.etag).toBe(headers.etag);
    expect(headers.etag).toMatch(/^"[^"]+"$/);
  });

  it('takes one copy, no ISBN and no year when nothing is said of them', async () => {
    expect(await newBook()).toMatchObject({ exemplaires: 1, isbn: null, annee: null });
  });

  it('takes null for no ISBN and no year, and no copy at all', async () => {
    const wanted = { isbn: null, annee: null, exemplaires: 0 };
    expect(await newBook(wanted)).toMatchObject(wanted);
  });

  it('keeps title and author trimmed and otherwise as they were written', async () => {
    const titre = `« L’Œuvre ${uniqueWord()} » — 2e éd.`;
    expect(await newBook({ titre: `  ${titre}\u00a0`, auteur: '\tÉmile ZOLA ' })).toMatchObject({
      titre,
      auteur: 'Émile ZOLA',
    });
  });

  it.each([
    ['a title of 300 characters', { titre: 'é'.repeat(300) }],
    ['an author of 200 characters beyond the basic plane', { auteur: '𠮷'.repeat(200) }],
    ['200 ligatures that Unicode spells out', { auteur: 'ﷺ'.repeat(200) }],
    ['a title without letter or digit', { titre: '… ?!' }],
    ['a title of one letter', { titre: 'Ô' }],
    ['a year before our era', { annee: -750 }],
    ['the year 0', { annee: 0 }],
    ['a thousand copies', { exemplaires: 1000 }],
  ])('takes %s', async (_, over) => {
    const book = await newBook(over);
    expect(book).toMatchObject(over);
    expect((await getBook(book.id)).body).toEqual(book);
  });

  it.each([
    ['ten digits', (isbn: string) => isbn],
    ['ten digits with hyphens', (isbn: string) => `${isbn[0]}-${isbn.slice(1, 9)}-${isbn[9]}`],
    ['ten digits with spaces around and within', (isbn: string) => ` ${isbn.slice(0, 4)} ${isbn.slice(4)} `],
    ['ten digits with a small x', (isbn: string) => isbn.toLowerCase()],
  ])('keeps an ISBN of %s as thirteen digits', async (_, written) => {
    const { ten, thirteen } = newIsbn();
    expect(await newBook({ isbn: written(ten) })).toMatchObject({ isbn: thirteen });
  });

  it('gives an ISBN to one book, in whatever form it comes', async () => {
    const { ten, thirteen } = newIsbn();
    const book = await newBook({ isbn: ten });
    for (const isbn of [ten, thirteen, `${thirteen.slice(0, 3)}-${thirteen.slice(3)}`]) {
      const titre = uniqueWord();
      expectProblem(await postBook(someBook({ titre, isbn })), 409, 'isbn_deja_utilise');
      expect(await found({ titre })).toEqual([]);
    }
    expect(await found({ isbn: thirteen })).toEqual([book.id]);
  });

  it('lets two books have the same title and author', async () => {
    const titre = uniqueWord();
    const first = await newBook({ titre });
    const second = await newBook({ titre });
    expect((await found({ titre })).sort()).toEqual([first.id, second.id].sort());
  });
});

describe('POST /livres under an Idempotency-Key', () => {
  it('gives the first answer again, and makes one book', async () => {
    const sent = someBook({ isbn: newIsbn().ten });
    const options = keyed();
    const first = await postBook(sent, options);
    const second = await postBook(sent, options);
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers).toMatchObject({
      'idempotent-replayed': 'true',
      etag: first.headers.etag,
      location: first.headers.location,
    });
    expect(await found({ titre: sent.titre })).toEqual([first.body.id]);
  });

  it('gives the first answer again even after the book has changed', async () => {
    const sent = someBook();
    const options = keyed();
    const { body } = await postBook(sent, options);
    await call('PATCH', `/livres/${body.id}`, { body: { annee: 2001 } });
    expect((await postBook(sent, options)).body).toEqual(body);
    expect((await getBook(body.id)).body.annee).toBe(2001);
  });

  it('makes one book of ten calls at once', async () => {
    const sent = someBook({ isbn: newIsbn().ten });
    const options = keyed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => postBook(sent, options)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
    expect(await found({ titre: sent.titre })).toHaveLength(1);
  });

  it('refuses the key for another book', async () => {
    const options = keyed();
    const titre = uniqueWord();
    await postBook(someBook(), options);
    expectProblem(await postBook(someBook({ titre }), options), 422, 'cle_idempotence_reutilisee');
    expect(await found({ titre })).toEqual([]);
  });

  it('does not remember a refusal', async () => {
    const { ten } = newIsbn();
    const owner = await newBook({ isbn: ten });
    const sent = someBook({ isbn: ten });
    const options = keyed();
    expectProblem(await postBook(sent, options), 409, 'isbn_deja_utilise');
    await call('DELETE', `/livres/${owner.id}`);
    expect(await postBook(sent, options)).toMatchObject({ status: 201 });
  });

  it.each([
    ['empty', ''],
    ['too long', 'k'.repeat(256)],
    ['with a space', 'une clé'.replace('é', 'e')],
  ])('refuses a key that is %s', async (_, key) => {
    const titre = uniqueWord();
    expectFaults(await postBook(someBook({ titre }), keyed(key)), 'Idempotency-Key');
    expect(await found({ titre })).toEqual([]);
  });
});
