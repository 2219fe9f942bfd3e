import { afterEach, describe, expect, it } from '@jest/globals';
import {
  availability,
  deleteBook,
  found,
  getBook,
  newBook,
  patchBook,
  postBook,
  search,
  searchPage,
  someBook,
  uniqueWord,
} from '../../support/books.ts';
import { newTaking, returnCopy } from '../../support/commands.ts';
import { meanwhile } from '../../support/faults.ts';
import { violations } from '../../support/invariants.ts';
import { newIsbn } from '../../support/isbn.ts';
import { expectProblem } from '../../support/problems.ts';
import { ifMatch } from '../../support/users.ts';

/** What somebody else does between the read and the write of a call, or between its two reads. */

afterEach(async () => expect(await violations({ only: 'books' })).toEqual([]));

const beforeTheWrite = (work: () => Promise<unknown>) => meanwhile('TransactWriteItems', work);

describe('between the read and the write of a change', () => {
  it('another change is kept where the two do not touch', async () => {
    const book = await newBook();
    beforeTheWrite(() => patchBook(book.id, { annee: 1900, auteur: 'Autre' }));
    const wanted = { ...book, titre: 'Autrement', annee: 1900, auteur: 'Autre' };
    expect(await patchBook(book.id, { titre: 'Autrement' })).toMatchObject({ status: 200, body: wanted });
    expect((await getBook(book.id)).body).toEqual(wanted);
  });

  it('another change makes the version stale', async () => {
    const book = await newBook();
    const { etag = '' } = (await getBook(book.id)).headers;
    beforeTheWrite(() => patchBook(book.id, { annee: 1900 }));
    expectProblem(await patchBook(book.id, { titre: 'Non' }, ifMatch(etag)), 412, 'version_perimee');
    expect((await getBook(book.id)).body).toEqual({ ...book, annee: 1900 });
  });

  it('a delete makes the book gone', async () => {
    const { id } = await newBook();
    beforeTheWrite(() => deleteBook(id));
    expectProblem(await patchBook(id, { titre: 'Non' }), 404, 'livre_introuvable');
  });

  it('a taking makes fewer copies impossible', async () => {
    const { id } = await newBook({ exemplaires: 2 });
    beforeTheWrite(() => newTaking(id));
    expectProblem(await patchBook(id, { exemplaires: 0 }), 409, 'exemplaires_insuffisants');
    expect(await availability(id)).toMatchObject({ exemplaires: 2, disponibles: 1 });
  });

  it('a taking leaves a change of title alone', async () => {
    const { id } = await newBook();
    beforeTheWrite(() => newTaking(id));
    expect((await patchBook(id, { titre: 'Autrement' })).status).toBe(200);
    expect(await availability(id)).toMatchObject({ disponibles: 0 });
  });

  it('more copies, all of them taken, do not refuse a change of title', async () => {
    const { id } = await newBook({ exemplaires: 1 });
    beforeTheWrite(async () => {
      await patchBook(id, { exemplaires: 3 });
      for (let n = 0; n < 3; n += 1) await newTaking(id);
    });
    expect(await patchBook(id, { titre: 'Autrement' })).toMatchObject({
      status: 200,
      body: { titre: 'Autrement', exemplaires: 3 },
    });
    expect(await availability(id)).toMatchObject({ exemplaires: 3, disponibles: 0 });
  });

  it('another book takes the ISBN', async () => {
    const { ten } = newIsbn();
    const book = await newBook();
    beforeTheWrite(() => newBook({ isbn: ten }));
    expectProblem(await patchBook(book.id, { isbn: ten, titre: 'Non' }), 409, 'isbn_deja_utilise');
    expect((await getBook(book.id)).body).toEqual(book);
  });
});

describe('between the read and the write of a delete', () => {
  it('a taking keeps the book', async () => {
    const { id } = await newBook();
    beforeTheWrite(() => newTaking(id));
    expectProblem(await deleteBook(id), 409, 'suppression_refusee', { motifs: ['exemplaires_empruntes'] });
    expect((await getBook(id)).status).toBe(200);
  });

  it('a taking that is given back does not', async () => {
    const { id } = await newBook();
    beforeTheWrite(async () => returnCopy(id, await newTaking(id)));
    expect((await deleteBook(id)).status).toBe(204);
  });

  it('a change makes the version stale, and without If-Match goes with the book', async () => {
    const first = await newBook();
    const { etag = '' } = (await getBook(first.id)).headers;
    beforeTheWrite(() => patchBook(first.id, { titre: uniqueWord() }));
    expectProblem(await deleteBook(first.id, ifMatch(etag)), 412, 'version_perimee');
    const titre = uniqueWord();
    beforeTheWrite(() => patchBook(first.id, { titre, isbn: newIsbn().ten }));
    expect((await deleteBook(first.id)).status).toBe(204);
    expect(await found({ titre })).toEqual([]);
  });

  it('another delete makes it gone', async () => {
    const { id } = await newBook();
    beforeTheWrite(() => deleteBook(id));
    expectProblem(await deleteBook(id), 404, 'livre_introuvable');
  });
});

describe('before the write of a new book', () => {
  it('another one takes its ISBN', async () => {
    const { ten } = newIsbn();
    const titre = uniqueWord();
    beforeTheWrite(() => newBook({ isbn: ten }));
    expectProblem(await postBook(someBook({ titre, isbn: ten })), 409, 'isbn_deja_utilise');
    expect(await found({ titre })).toEqual([]);
  });
});

describe('between the words and the books of a search', () => {
  const beforeTheBooks = (work: () => Promise<unknown>) => meanwhile('BatchGetItem', work);

  const five = async () => {
    const word = uniqueWord();
    const books = [];
    for (const place of 'abcde') books.push(await newBook({ titre: `${word} ${place}` }));
    return { word, ids: books.map(({ id }) => id) };
  };

  it('a delete takes the book out, and the others stay', async () => {
    const { word, ids } = await five();
    beforeTheBooks(() => deleteBook(ids[1] as string));
    expect(await found({ titre: word })).toEqual(ids.filter((_, n) => n !== 1));
  });

  it('a change of title takes it out', async () => {
    const { word, ids } = await five();
    beforeTheBooks(() => patchBook(ids[1] as string, { titre: 'Autrement' }));
    expect(await found({ titre: word })).toEqual(ids.filter((_, n) => n !== 1));
  });

  it('a change of author takes it out where the author was asked for too', async () => {
    const { word, ids } = await five();
    beforeTheBooks(() => patchBook(ids[1] as string, { auteur: 'Personne' }));
    expect(await found({ titre: word, auteur: 'quelqu' })).toEqual(ids.filter((_, n) => n !== 1));
  });

  it('another change is shown', async () => {
    const { word, ids } = await five();
    beforeTheBooks(() => patchBook(ids[1] as string, { annee: 1900 }));
    expect((await search({ titre: word })).map(({ annee }) => annee)).toEqual([null, 1900, null, null, null]);
  });

  it('the page is filled up from what follows', async () => {
    const { word, ids } = await five();
    beforeTheBooks(() => deleteBook(ids[0] as string));
    const first = await searchPage({ titre: word, limite: '2' });
    expect(first.body.elements.map(({ id }: { id: string }) => id)).toEqual(ids.slice(1, 3));
    const rest = await searchPage({ titre: word, limite: '2', curseur: first.body.curseur_suivant });
    expect(rest.body.elements.map(({ id }: { id: string }) => id)).toEqual(ids.slice(3));
  });
});

describe('between the ISBN and the book of a search', () => {
  it('the ISBN moves to another book: the search does not answer the one that lost it', async () => {
    const { ten, thirteen } = newIsbn();
    const book = await newBook({ isbn: ten });
    meanwhile('GetItem', () => patchBook(book.id, { isbn: null }), 1);
    for (const { isbn } of await search({ isbn: ten })) expect(isbn).toBe(thirteen);
  });

  it('the book is deleted', async () => {
    const { ten } = newIsbn();
    const { id } = await newBook({ isbn: ten });
    meanwhile('GetItem', () => deleteBook(id), 1);
    expect(await found({ isbn: ten })).toEqual([]);
  });
});
