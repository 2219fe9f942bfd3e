import { expect, test } from '@jest/globals';
import { call, made } from '../../support/api.ts';
import {
  availability,
  deleteBook,
  found,
  getBook,
  newBook,
  patchBook,
  postBook,
  someBook,
  uniqueWord,
} from '../../support/books.ts';
import { isbn10, isbn13, newIsbn } from '../../support/isbn.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('a new book has an identifier and a date of its own, and is found where its Location says', async () => {
  const of = { isbn: newIsbn().thirteen, tome: 'II', annee: 1942, editeur: 'Gallimard', exemplaires: 3 };
  const sent = someBook(of);
  const before = Date.now();
  const { status, headers, body } = await postBook(sent);
  expect(status).toBe(201);
  expect(body).toEqual({ id: expect.stringMatching(UUID), ...sent, type: 'livre', date_creation: expect.any(String) });
  expect(new Date(body.date_creation).toISOString()).toBe(body.date_creation);
  expect(Date.parse(body.date_creation)).toBeGreaterThanOrEqual(before - 1_000);
  expect(headers.location).toBe(`/livres/${body.id}`);
  for (const id of [body.id, body.id.toUpperCase()]) expect((await getBook(id)).body).toEqual(body);
});

test('title and author are kept trimmed, and there is one copy and nothing else unless it is said', async () => {
  const titre = `« L’Œuvre ${uniqueWord()} » — 2e éd.`;
  const book = await newBook({ titre: `  ${titre}\u00a0`, auteur: '\tÉmile ZOLA ' });
  const none = { isbn: null, tome: null, annee: null, editeur: null };
  expect(book).toMatchObject({ titre, auteur: 'Émile ZOLA', exemplaires: 1, ...none });
  expect(made(await postBook({ titre }))).toMatchObject({ titre, auteur: null, ...none });
});

test.each([
  ['a title of 300 characters', { titre: 'é'.repeat(300) }],
  ['a title of 300 characters beyond the basic plane', { titre: '𠮷'.repeat(300) }],
  ['a title and an author of ligatures that Unicode spells out', { titre: 'ﷺ'.repeat(300), auteur: 'ﷺ'.repeat(200) }],
  ['an author of 200 characters beyond the basic plane', { auteur: '𠮷'.repeat(200) }],
  ['a title without letter or digit', { titre: '… ?!' }],
  ['a title of one letter', { titre: 'Ô' }],
  ['a year before our era', { annee: -750 }],
  ['the year 0', { annee: 0 }],
  ['neither author nor ISBN nor year nor copy', { auteur: null, isbn: null, annee: null, exemplaires: 0 }],
  ['the year to come', { annee: new Date().getUTCFullYear() + 1 }],
  ['a volume of 20 characters and a publisher of 200', { tome: 'é'.repeat(20), editeur: 'é'.repeat(200) }],
  ['a thousand copies', { exemplaires: 1000 }],
])('a book may have %s', async (_, over) => {
  const book = await newBook(over);
  expect(book).toMatchObject(over);
  expect((await getBook(book.id)).body).toEqual(book);
  expect(await availability(book.id)).toEqual({
    livre_id: book.id,
    exemplaires: book.exemplaires,
    disponibles: book.exemplaires,
    disponible: book.exemplaires > 0,
    prochain_retour: null,
    reservations: 0,
  });
});

/** In thirteen digits the two are the same book; the check digit of the first ten is an X. */
const nine = '080442957';
const [ten, thirteen] = [isbn10(nine), isbn13(`978${nine}`)];
const FORMS = [
  ten,
  ten.toLowerCase(),
  ` ${ten.slice(0, 4)} ${ten.slice(4)} `,
  thirteen,
  thirteen.replace(/^978/, '978-'),
  `\u200e${thirteen.slice(0, 5)}\u200b${thirteen.slice(5)}\ufeff`,
];

test('an ISBN is kept in thirteen digits, found in every form, and narrowed by title and author', async () => {
  for (const { id } of (await call('GET', `/livres?isbn=${ten}`)).body.elements) await deleteBook(id);
  for (const isbn of FORMS) {
    const { id, ...book } = await newBook({ isbn });
    expect(book.isbn).toBe(thirteen);
    await deleteBook(id);
  }
  const { id } = await newBook({ titre: "L'Étranger", auteur: 'Albert Camus', isbn: ten });
  for (const form of FORMS) expect([await found({ isbn: form }), await found({ q: form })]).toEqual([[id], [id]]);
  for (const [query, ids] of [
    [{ titre: 'etr' }, [id]],
    [{ auteur: 'CAMUS' }, [id]],
    [{ titre: 'etranger', auteur: 'cam alb' }, [id]],
    [{ titre: 'peste' }, []],
    [{ titre: 'etranger', auteur: 'sartre' }, []],
    [{ q: 'camus' }, [id]],
    [{ q: thirteen }, [id]],
    [{ q: newIsbn().ten }, []],
  ])
    expect(await found({ isbn: ten, ...query })).toEqual(ids);
  await deleteBook(id);
  expect(await found({ isbn: ten })).toEqual([]);
});

test.each([
  { titre: 'Un autre titre' },
  { auteur: 'Quelqu’un d’autre' },
  { annee: 1857 },
  { exemplaires: 7 },
  { exemplaires: 0 },
  { type: 'bd' },
  { auteur: null },
  { tome: '3', editeur: 'Un éditeur' },
  { titre: 'A', auteur: 'B', isbn: newIsbn().thirteen, tome: '1', annee: 1, editeur: 'C', exemplaires: 2 },
])('a change of %j changes nothing else', async (changes) => {
  const book = await newBook({ annee: 1942, exemplaires: 2, isbn: newIsbn().ten });
  const { status, body } = await patchBook(book.id, changes);
  expect([status, body]).toEqual([200, { ...book, ...changes }]);
  expect((await getBook(book.id)).body).toEqual(body);
  const { exemplaires } = body;
  expect(await availability(book.id)).toMatchObject({ exemplaires, disponibles: exemplaires });
});

test('null clears what a book need not have', async () => {
  const all = { auteur: 'Quelqu’un', isbn: newIsbn().thirteen, tome: '1', annee: 1942, editeur: 'Gallimard' };
  const book = await newBook(all);
  const none = { auteur: null, isbn: null, tome: null, annee: null, editeur: null };
  expect((await patchBook(book.id, none)).body).toEqual({ ...book, ...none });
  expect(await found({ isbn: all.isbn })).toEqual([]);
  expectFaults(await patchBook(book.id, { titre: null, exemplaires: null }), 'titre', 'exemplaires');
});

test('a year beyond the next is told to be a slip of the keys', async () => {
  const { erreurs } = (await postBook(someBook({ annee: 8858 }))).body;
  expect(erreurs).toEqual([{ chemin: 'annee', message: expect.stringContaining('année prochaine') }]);
});

test('what libraries put around a leading article is taken out of a title, and no other control character', async () => {
  const word = uniqueWord();
  const book = await newBook({ titre: `\u0098Le \u009c${word}` });
  expect(book.titre).toBe(`Le ${word}`);
  const { body } = await patchBook(book.id, { titre: `\u0088L'\u0089${word}` });
  expect(body.titre).toBe(`L'${word}`);
  for (const titre of [word, `\u0098l'\u009c${word}`]) expect(await found({ titre })).toEqual([book.id]);
  expectFaults(await postBook(someBook({ titre: `Le\u0007 ${word}` })), 'titre');
  expectFaults(await postBook(someBook({ auteur: `\u0098Le \u009c${word}` })), 'auteur');
});

test('a change to what stands already changes nothing', async () => {
  const { ten: isbn } = newIsbn();
  const book = await newBook({ isbn });
  const { headers } = await getBook(book.id);
  const answer = await patchBook(book.id, { titre: book.titre, isbn });
  expect([answer.status, answer.body, answer.headers.etag]).toEqual([200, book, headers.etag]);
});

test('a UUID of any version that no book has is unknown, not malformed', async () => {
  for (const id of ['11111111-1111-1111-1111-111111111111', 'FFFFFFFF-0000-0000-0000-000000000001'])
    expectProblem(await getBook(id), 404, 'livre_introuvable');
});

test('a deleted book is gone for every operation and from every search, and its ISBN is free', async () => {
  const [word, { ten: isbn }] = [uniqueWord(), newIsbn()];
  const { id } = await newBook({ titre: `${word} titre`, auteur: `${word} auteur`, isbn });
  const other = await newBook({ titre: word });
  const { status, body } = await deleteBook(id);
  expect([status, body]).toEqual([204, undefined]);
  expect(await found({ titre: word })).toEqual([other.id]);
  for (const query of [{ titre: `${word} titre` }, { auteur: word }, { isbn }]) expect(await found(query)).toEqual([]);
  expectProblem(await getBook(id), 404, 'livre_introuvable');
  expectProblem(await call('GET', `/livres/${id}/disponibilite`), 404, 'livre_introuvable');
  expectProblem(await patchBook(id, { annee: 1 }), 404, 'livre_introuvable');
  expectProblem(await deleteBook(id), 404, 'livre_introuvable');
  expect((await postBook(someBook({ isbn }))).status).toBe(201);
});
