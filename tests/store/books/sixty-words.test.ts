import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import {
  deleteBook,
  findersOf,
  found,
  getBook,
  type Livre,
  newBook,
  patchBook,
  type Query,
  searchPage,
  searchPath,
} from '../../support/books.ts';
import { allBooks, unsweptBooks, violations } from '../../support/books-invariants.ts';
import { newTaking, returnCopy, takeCopy } from '../../support/copies.ts';
import { countRequests, failNext, mend } from '../../support/faults.ts';
import { meanwhile } from '../../support/meanwhile.ts';
import { allPages, ifMatch } from '../../support/users.ts';

/** A title and an author of 30 words each, changed for 60 others: more than one transaction holds. */

const counter = countRequests(client);

/** Two sets with another start have no word in common, and none begins another. */
const thirty = (start: string) =>
  Array.from({ length: 30 }, (_, n) => `${start}${String.fromCharCode(97 + (n % 26))}${n}`);
const sixty = (start: string) => ({ titre: thirty(start).join(' '), auteur: thirty(start).join(' ') });

const before = sixty('av');
const after = sixty('ap');
const queries = (start: string): Query[] => thirty(start).flatMap((word) => [{ titre: word }, { auteur: word }]);

/** How many of a set's words find the book. */
const finders = async (start: string, id: string) => (await findersOf(id, queries(start))).length;

let book: Livre;

beforeEach(async () => {
  book = await newBook(before);
});

afterEach(async () => {
  mend(client);
  for (const id of await allBooks()) await deleteBook(id);
  expect(await violations()).toEqual([]);
});

/** The second transaction never reaches DynamoDB. */
const cut = () =>
  failNext(client, { command: 'TransactWriteItems', after: 1, times: Number.POSITIVE_INFINITY, error: 'not-sent' });

/** Changes the book, cut off between the two transactions. */
async function cutChange(changes: object) {
  cut();
  await patchBook(book.id, changes);
  mend(client);
  expect(await unsweptBooks()).toEqual([book.id]);
}

describe('a change of sixty words', () => {
  it('takes two transactions: the new words with the book, then the old words', async () => {
    counter.take();
    await patchBook(book.id, after);
    const step = 'TransactWriteItems of 62';
    expect(counter.requests()).toEqual(['GetItem', step, step]);
    expect([await finders('av', book.id), await finders('ap', book.id)]).toEqual([0, 60]);
    expect(await violations()).toEqual([]);
  });

  it('is done once when either answer is lost', async () => {
    failNext(client, { command: 'TransactWriteItems', times: 2, error: 'lost-answer' });
    failNext(client, { command: 'TransactWriteItems', after: 1, times: 2, error: 'lost-answer' });
    expect(await patchBook(book.id, after)).toMatchObject({ status: 200, body: { ...book, ...after } });
    expect(await violations()).toEqual([]);
  });

  it('is not done when the first transaction never arrives', async () => {
    failNext(client, { command: 'TransactWriteItems', times: Number.POSITIVE_INFINITY, error: 'not-sent' });
    expect((await patchBook(book.id, after)).status).toBe(503);
    mend(client);
    expect((await getBook(book.id)).body).toEqual(book);
    expect(await violations()).toEqual([]);
  });
});

describe('cut off between its two transactions', () => {
  it('shows the new title, found by the new words and by none of the old', async () => {
    await cutChange(after);
    expect((await getBook(book.id)).body).toEqual({ ...book, ...after });
    expect([await finders('av', book.id), await finders('ap', book.id)]).toEqual([0, 60]);
    expect(await violations([book.id])).toEqual([]);
  });

  it('is listed once among all books', async () => {
    await cutChange(after);
    expect(await searchPage({})).toMatchObject({ status: 200, body: { elements: [{ ...book, ...after }] } });
  });

  it('is found once by a word that both titles have', async () => {
    await cutChange({ titre: `${after.titre} ava0`, auteur: after.auteur });
    expect(await searchPage({ titre: 'ava0' })).toMatchObject({ status: 200, body: { elements: [{ id: book.id }] } });
  });

  it('is found once by a beginning that words of both titles have', async () => {
    await cutChange(after);
    for (const query of [{ titre: 'a' }, { auteur: 'a' }, { titre: 'a', auteur: 'a' }])
      expect(await searchPage(query)).toMatchObject({ status: 200, body: { elements: [{ id: book.id }] } });
  });

  it('does not keep other books from their pages', async () => {
    const others = [
      await newBook({ titre: 'avb1 z' }),
      await newBook({ titre: 'avb1 y' }),
      await newBook({ titre: 'avb1 x' }),
    ];
    await cutChange(after);
    for (const limit of [1, 2, 3]) {
      const { elements } = await allPages(searchPath({ titre: 'avb1' }), limit);
      expect(elements).toEqual(others.toReversed());
    }
  });

  it.each<[string, object]>([
    ['the year', { annee: 1900 }],
    ['the title, to a third', sixty('ti')],
    ['the title, back to the first', before],
    ['the title, to a short one', { titre: 'court', auteur: 'bref' }],
  ])('is swept by the next change, of %s', async (_, changes) => {
    await cutChange(after);
    expect(await patchBook(book.id, changes)).toMatchObject({ status: 200, body: { ...book, ...after, ...changes } });
    expect(await violations()).toEqual([]);
    const { titre } = { ...after, ...changes };
    for (const word of titre.split(' ')) expect(await found({ titre: word })).toEqual([book.id]);
  });

  it('is swept by the next change even when that is cut off too, and the next again', async () => {
    await cutChange(after);
    await cutChange(sixty('ti'));
    await cutChange(before);
    expect([await finders('av', book.id), await finders('ap', book.id), await finders('ti', book.id)]).toEqual([
      60, 0, 0,
    ]);
    expect(await violations([book.id])).toEqual([]);
    await patchBook(book.id, { annee: 1 });
    expect(await violations()).toEqual([]);
  });

  it('is swept by a delete', async () => {
    await cutChange(after);
    expect((await deleteBook(book.id)).status).toBe(204);
    expect(await violations()).toEqual([]);
  });

  it('is swept by a delete that is cut off itself, and sent again', async () => {
    await cutChange(after);
    cut();
    expect((await deleteBook(book.id)).status).toBe(503);
    mend(client);
    expect((await getBook(book.id)).status).toBe(200);
    expect((await deleteBook(book.id)).status).toBe(204);
    expect(await violations()).toEqual([]);
  });

  it('lends its copies all the same', async () => {
    await cutChange(after);
    const loan = await newTaking(book.id);
    expect(await takeCopy(book.id)).toMatchObject({ resultat: 'refuse' });
    expect((await deleteBook(book.id)).status).toBe(409);
    await returnCopy(book.id, loan);
  });
});

describe('somebody else’s change between its two transactions', () => {
  const between = (work: () => Promise<unknown>) => meanwhile(client, 'TransactWriteItems', work, 1);

  it('stays, and so does the first, which has done what its If-Match asked', async () => {
    const { etag = '' } = (await getBook(book.id)).headers;
    between(() => patchBook(book.id, { annee: 1900 }));
    expect(await patchBook(book.id, after, ifMatch(etag))).toMatchObject({ status: 200, body: { ...book, ...after } });
    expect((await getBook(book.id)).body).toEqual({ ...book, ...after, annee: 1900 });
    expect(await violations()).toEqual([]);
  });

  it('is not undone by the first being done twice', async () => {
    between(() => patchBook(book.id, { titre: 'plus récent' }));
    expect((await patchBook(book.id, after)).status).toBe(200);
    expect((await getBook(book.id)).body).toMatchObject({ titre: 'plus récent', auteur: after.auteur });
    expect(await violations()).toEqual([]);
  });

  it('may be a delete', async () => {
    between(() => deleteBook(book.id));
    expect(await patchBook(book.id, after)).toMatchObject({ status: 200, body: { ...book, ...after } });
    expect((await getBook(book.id)).status).toBe(404);
    expect(await violations()).toEqual([]);
  });
});
