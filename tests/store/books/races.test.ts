import { afterEach, describe, expect, it } from '@jest/globals';
import { deleteBook, found, getBook, newBook, patchBook, postBook, someBook, uniqueWord } from '../../support/books.ts';
import { violations } from '../../support/invariants.ts';
import { newIsbn } from '../../support/isbn.ts';
import { atOnce, ifMatch, tally } from '../../support/users.ts';

afterEach(async () => expect(await violations({ only: 'books' })).toEqual([]));

const ROUNDS = 25;
const rounds = async (work: (round: number) => Promise<void>) => {
  for (let round = 0; round < ROUNDS; round += 1) await work(round);
};

describe('a delete', () => {
  it('against a title change leaves no words of it', async () => {
    await rounds(async () => {
      const [before, after] = [uniqueWord(), uniqueWord()];
      const { id } = await newBook({ titre: before });
      const [changed, deleted] = await Promise.all([patchBook(id, { titre: after }), deleteBook(id)]);
      expect(deleted.status).toBe(204);
      expect([200, 404]).toContain(changed.status);
      expect([await found({ titre: before }), await found({ titre: after })]).toEqual([[], []]);
    });
  });
});

describe('books at once with one ISBN', () => {
  it('twenty new ones: exactly one is made', async () => {
    const { ten, thirteen } = newIsbn();
    const answers = await atOnce(20, (n) => postBook(someBook({ isbn: n % 2 ? ten : thirteen })));
    expect(tally(answers)).toEqual({ 201: 1, 409: 19 });
    const [winner] = answers.filter(({ status }) => status === 201);
    expect(await found({ isbn: ten })).toEqual([winner?.body.id]);
  });

  it('ten that change to it: exactly one gets it', async () => {
    const books = await atOnce(10, () => newBook({ isbn: newIsbn().ten }));
    const { ten } = newIsbn();
    const answers = await Promise.all(books.map(({ id }) => patchBook(id, { isbn: ten })));
    expect(tally(answers)).toEqual({ 200: 1, 409: 9 });
  });

  it('two that exchange theirs: none is lost or had twice', async () => {
    for (let round = 0; round < 5; round += 1) {
      const isbns = [newIsbn().thirteen, newIsbn().thirteen];
      const [one, other] = [await newBook({ isbn: isbns[0] }), await newBook({ isbn: isbns[1] })];
      const answers = await Promise.all([
        patchBook(one.id, { isbn: isbns[1] }),
        patchBook(other.id, { isbn: isbns[0] }),
      ]);
      expect(tally(answers)).toEqual({ 409: 2 });
    }
  });
});

describe('title changes at once', () => {
  it('under one If-Match: exactly one is made, and its words only are found', async () => {
    const COUNT = 8;
    for (let round = 0; round < 3; round += 1) {
      const before = uniqueWord();
      const { id } = await newBook({ titre: before });
      const { etag = '' } = (await getBook(id)).headers;
      const words = Array.from({ length: COUNT }, () => uniqueWord());
      const answers = await atOnce(COUNT, (n) => patchBook(id, { titre: words[n] as string }, ifMatch(etag)));
      expect(tally(answers)).toEqual({ 200: 1, 412: COUNT - 1 });
      const winner = answers.findIndex(({ status }) => status === 200);
      for (const [n, word] of words.entries()) expect(await found({ titre: word })).toEqual(n === winner ? [id] : []);
      expect(await found({ titre: before })).toEqual([]);
    }
  });

  it('without If-Match: all succeed, the last one stays, and its words only are found', async () => {
    const { id } = await newBook();
    const words = Array.from({ length: 10 }, () => uniqueWord());
    const answers = await Promise.all(words.map((word) => patchBook(id, { titre: word, auteur: word })));
    expect(tally(answers)).toEqual({ 200: 10 });
    const { titre, auteur } = (await getBook(id)).body;
    expect(words).toContain(titre);
    expect(auteur).toBe(titre);
    for (const word of words) {
      expect(await found({ titre: word })).toEqual(word === titre ? [id] : []);
      expect(await found({ auteur: word })).toEqual(word === titre ? [id] : []);
    }
  });

  it('of different fields without If-Match: none is lost', async () => {
    await rounds(async (round) => {
      const { id } = await newBook();
      const changes = [
        { titre: `Titre ${round}` },
        { auteur: `Auteur ${round}` },
        { annee: round },
        { exemplaires: 2 },
      ];
      const answers = await Promise.all(changes.map((change) => patchBook(id, change)));
      expect(tally(answers)).toEqual({ 200: changes.length });
      expect((await getBook(id)).body).toMatchObject(Object.assign({}, ...changes));
    });
  });
});
