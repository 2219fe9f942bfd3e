import { describe, expect, it } from '@jest/globals';
import { call } from '../../support/api.ts';
import { deleteBook, found, getBook, newBook, patchBook, uniqueWord } from '../../support/books.ts';
import { newIsbn } from '../../support/isbn.ts';
import { expectProblem } from '../../support/problems.ts';
import { ifMatch } from '../../support/users.ts';

describe('DELETE /livres/{id}', () => {
  it('makes the book gone for every operation', async () => {
    const { id } = await newBook();
    const { status, body } = await deleteBook(id);
    expect({ status, body }).toEqual({ status: 204, body: undefined });
    expectProblem(await getBook(id), 404, 'livre_introuvable');
    expectProblem(await call('GET', `/livres/${id}/disponibilite`), 404, 'livre_introuvable');
    expectProblem(await patchBook(id, { annee: 1 }), 404, 'livre_introuvable');
    expectProblem(await deleteBook(id), 404, 'livre_introuvable');
  });

  it('makes it gone from every search, and its ISBN free', async () => {
    const word = uniqueWord();
    const { ten, thirteen } = newIsbn();
    const book = await newBook({ titre: `${word} titre`, auteur: `${word} auteur`, isbn: ten });
    const other = await newBook({ titre: word });
    await deleteBook(book.id);
    expect(await found({ titre: word })).toEqual([other.id]);
    expect(await found({ titre: `${word} titre` })).toEqual([]);
    expect(await found({ auteur: word })).toEqual([]);
    expect(await found({ isbn: ten })).toEqual([]);
    expect(await newBook({ isbn: thirteen })).toMatchObject({ isbn: thirteen });
  });

  it('refuses a stale version, and takes the present one', async () => {
    const { id } = await newBook();
    const { etag = '' } = (await getBook(id)).headers;
    const changed = await patchBook(id, { annee: 1900 });
    expectProblem(await deleteBook(id, ifMatch(etag)), 412, 'version_perimee');
    expect((await getBook(id)).status).toBe(200);
    expect((await deleteBook(id, ifMatch(changed.headers.etag as string))).status).toBe(204);
  });
});
