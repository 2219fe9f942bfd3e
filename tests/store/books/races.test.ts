import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
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
import { violations } from '../../support/books-invariants.ts';
import { newTaking, returnCopy, takeCopy } from '../../support/copies.ts';
import { newIsbn } from '../../support/isbn.ts';
import { atOnce, ifMatch, tally } from '../../support/users.ts';

afterEach(async () => expect(await violations()).toEqual([]));

const ROUNDS = 25;
const rounds = async (work: (round: number) => Promise<void>) => {
  for (let round = 0; round < ROUNDS; round += 1) await work(round);
};

const results = (outcomes: { resultat: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { resultat } of outcomes) counts[resultat] = (counts[resultat] ?? 0) + 1;
  return counts;
};

describe('takings at once', () => {
  it('fifty of the last copy: exactly one has it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await newBook({ exemplaires: 1 });
      expect(results(await atOnce(50, () => takeCopy(id)))).toEqual({ pris: 1, refuse: 49 });
      expect(await availability(id)).toMatchObject({ disponibles: 0 });
    }
  });

  it('fifty of seven copies: exactly seven', async () => {
    const { id } = await newBook({ exemplaires: 7 });
    expect(results(await atOnce(50, () => takeCopy(id)))).toEqual({ pris: 7, refuse: 43 });
  });

  it('fifty for one loan: one copy', async () => {
    const { id } = await newBook({ exemplaires: 7 });
    const emprunt_id = randomUUID();
    expect(results(await atOnce(50, () => takeCopy(id, { emprunt_id })))).toEqual({ pris: 50 });
    expect(await availability(id)).toMatchObject({ disponibles: 6 });
  });

  it('and returns: no copy is lost or made', async () => {
    const { id } = await newBook({ exemplaires: 5 });
    const held = [await newTaking(id), await newTaking(id), await newTaking(id)];
    const [taken] = await Promise.all([
      atOnce(20, () => takeCopy(id)),
      ...held.map((loan) => returnCopy(id, loan)),
      ...held.map((loan) => returnCopy(id, loan)),
    ]);
    expect(await availability(id)).toMatchObject({ disponibles: 5 - (results(taken).pris ?? 0) });
  });
});

describe('fewer copies against takings', () => {
  it('never leave fewer than are out', async () => {
    const seen = new Set<number>();
    await rounds(async (round) => {
      const { id } = await newBook({ exemplaires: 6 });
      const [taken, lowered] = await Promise.all([
        atOnce(6, () => takeCopy(id)),
        patchBook(id, { exemplaires: 1 + (round % 5) }),
      ]);
      const out = results(taken).pris ?? 0;
      const { exemplaires, disponibles } = await availability(id);
      expect({ exemplaires, disponibles }).toEqual(
        lowered.status === 200
          ? { exemplaires: 1 + (round % 5), disponibles: 1 + (round % 5) - out }
          : { exemplaires: 6, disponibles: 6 - out },
      );
      expect(disponibles).toBeGreaterThanOrEqual(0);
      seen.add(lowered.status);
    });
    expect([...seen].every((status) => [200, 409].includes(status))).toBe(true);
  });
});

describe('a delete against a taking', () => {
  it('never leaves a taken copy of a deleted book', async () => {
    await rounds(async () => {
      const { id } = await newBook();
      const [taken, deleted] = await Promise.all([takeCopy(id), deleteBook(id)]);
      expect([
        [409, 'pris'],
        [204, 'livre_introuvable'],
      ]).toContainEqual([deleted.status, taken.resultat]);
      expect((await getBook(id)).status).toBe(deleted.status === 204 ? 404 : 200);
    });
  });

  it('nor does one against a title change leave words of it', async () => {
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
  /** Fifty words more, of which two titles have none in common. */
  const fiftyMore = (word: string) =>
    Array.from({ length: 50 }, (_, n) => `${word.slice(0, 2)}${'abcdefgh'[Math.floor(n / 8)]}${'abcdefgh'[n % 8]}`);

  it.each([
    ['short titles', (word: string) => word],
    ['titles too long for one transaction', (word: string) => [word, ...fiftyMore(word)].join(' ')],
  ])('under one If-Match, %s: exactly one, and its words are found', async (_, titleOf) => {
    const COUNT = 8;
    for (let round = 0; round < 3; round += 1) {
      const before = uniqueWord();
      const { id } = await newBook({ titre: titleOf(before) });
      const { etag = '' } = (await getBook(id)).headers;
      const words = Array.from({ length: COUNT }, () => uniqueWord());
      const answers = await atOnce(COUNT, (n) => patchBook(id, { titre: titleOf(words[n] as string) }, ifMatch(etag)));
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
