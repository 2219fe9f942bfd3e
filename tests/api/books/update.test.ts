import { describe, expect, it } from '@jest/globals';
import { availability, found, getBook, newBook, patchBook, uniqueWord } from '../../support/books.ts';
import { newIsbn } from '../../support/isbn.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { ifMatch } from '../../support/users.ts';

describe('PATCH /livres/{id}', () => {
  it.each([
    ['titre', 'Un autre titre'],
    ['auteur', 'Quelqu’un d’autre'],
    ['annee', 1857],
    ['exemplaires', 7],
    ['exemplaires', 0],
    ['isbn', newIsbn().thirteen],
  ])('changes %s and nothing else', async (field, value) => {
    const book = await newBook({ annee: 1942, exemplaires: 2, isbn: newIsbn().ten });
    const { status, headers, body } = await patchBook(book.id, { [field]: value });
    expect({ status, body }).toEqual({ status: 200, body: { ...book, [field]: value } });
    const read = await getBook(book.id);
    expect(read.body).toEqual(body);
    expect(read.headers.etag).toBe(headers.etag);
  });

  it('changes everything at once', async () => {
    const book = await newBook();
    const changes = { titre: 'A', auteur: 'B', isbn: newIsbn().thirteen, annee: 1, exemplaires: 2 };
    expect((await patchBook(book.id, changes)).body).toEqual({ ...book, ...changes });
  });

  it('clears ISBN and year with null, and the ISBN is free at once', async () => {
    const { ten, thirteen } = newIsbn();
    const book = await newBook({ isbn: ten, annee: 1942 });
    expect((await patchBook(book.id, { isbn: null, annee: null })).body).toEqual({ ...book, isbn: null, annee: null });
    expect(await found({ isbn: ten })).toEqual([]);
    const next = await newBook({ isbn: thirteen });
    expect(await found({ isbn: ten })).toEqual([next.id]);
  });

  it('frees the former ISBN at once', async () => {
    const [first, second] = [newIsbn(), newIsbn()];
    const book = await newBook({ isbn: first.ten });
    await patchBook(book.id, { isbn: second.ten });
    expect(await found({ isbn: first.ten })).toEqual([]);
    expect(await found({ isbn: second.ten })).toEqual([book.id]);
    const next = await newBook({ isbn: first.thirteen });
    expect(await found({ isbn: first.ten })).toEqual([next.id]);
  });

  it("refuses another book's ISBN, in either form, and changes nothing", async () => {
    const { ten, thirteen } = newIsbn();
    const owner = await newBook({ isbn: ten });
    const book = await newBook({ isbn: newIsbn().ten });
    for (const isbn of [ten, thirteen])
      expectProblem(await patchBook(book.id, { isbn, titre: 'Non' }), 409, 'isbn_deja_utilise');
    expect((await getBook(book.id)).body).toEqual(book);
    expect(await found({ isbn: ten })).toEqual([owner.id]);
    expect(await found({ isbn: book.isbn as string })).toEqual([book.id]);
  });

  it('takes its own ISBN again, in the other form', async () => {
    const { ten, thirteen } = newIsbn();
    const book = await newBook({ isbn: ten });
    expect((await patchBook(book.id, { isbn: thirteen, annee: 1999 })).body).toEqual({ ...book, annee: 1999 });
  });

  it('takes a change that changes nothing', async () => {
    const book = await newBook();
    const { status, headers } = await patchBook(book.id, { titre: book.titre });
    expect(status).toBe(200);
    expect(headers.etag).toBe((await getBook(book.id)).headers.etag);
  });

  it('moves the copies that are there with their number', async () => {
    const { id } = await newBook({ exemplaires: 2 });
    await patchBook(id, { exemplaires: 9 });
    expect(await availability(id)).toMatchObject({ exemplaires: 9, disponibles: 9, disponible: true });
  });

  it('refuses an empty change', async () => {
    const { id } = await newBook();
    expectFaults(await patchBook(id, {}), 'corps');
    expectFaults(await patchBook(id, ''), 'corps');
  });
});

describe('PATCH /livres/{id} under If-Match', () => {
  it('changes the version that was seen, once', async () => {
    const book = await newBook();
    const { etag = '' } = (await getBook(book.id)).headers;
    const changed = await patchBook(book.id, { annee: 1900 }, ifMatch(etag));
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
    expectProblem(await patchBook(book.id, { annee: 1901 }, ifMatch(etag)), 412, 'version_perimee');
    expect((await getBook(book.id)).body.annee).toBe(1900);
    expect((await patchBook(book.id, { annee: 1901 }, ifMatch(changed.headers.etag as string))).status).toBe(200);
  });

  it('takes any version under *, and one of several', async () => {
    const book = await newBook();
    const { etag = '' } = (await getBook(book.id)).headers;
    expect((await patchBook(book.id, { annee: 1 }, ifMatch(`"autre", ${etag}`))).status).toBe(200);
    expect((await patchBook(book.id, { annee: 2 }, ifMatch('*'))).status).toBe(200);
  });

  it('refuses a stale version before anything else, and leaves the words alone', async () => {
    const [before, after] = [uniqueWord(), uniqueWord()];
    const { ten } = newIsbn();
    await newBook({ isbn: ten });
    const book = await newBook({ titre: before });
    expectProblem(await patchBook(book.id, { titre: after, isbn: ten }, ifMatch('"autre"')), 412, 'version_perimee');
    expect(await found({ titre: before })).toEqual([book.id]);
    expect(await found({ titre: after })).toEqual([]);
  });
});
