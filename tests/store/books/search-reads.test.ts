import type { BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { type Livre, newBooks, patchBook, type Query, searchPage, uniqueWord } from '../../support/books.ts';
import { drawn } from '../../support/extent.ts';
import { ALWAYS, fail, mend } from '../../support/faults.ts';
import { type Handler, requestsOf } from '../../support/wire.ts';
import { pagesOf } from './priced.ts';

/** What a search reads that finds much and shows little of it. */

const TABLE = process.env.LIVRES_TABLE as string;
const COUNT = 110;
const start = uniqueWord();
let books: Livre[];
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);

/** Every book has two words that begin alike. Of fifty, the last is by another author. */
beforeAll(async () => {
  books = await newBooks(COUNT, (n) => ({
    titre: `${start}a ${start}lettre ${1000 + n}`,
    auteur: n % 50 === 49 ? 'Rare' : `${start}autre ${start}auteur`,
  }));
}, 120_000);

afterEach(() => void mend());

/** Every BatchGetItem answers half of what it finds and hands the keys of the other half back. */
const leaveHalf: Handler = async (_, send) => {
  const answer = (await send()) as BatchGetCommandOutput;
  const found = answer.Responses?.[TABLE] ?? [];
  const half = Math.ceil(found.length / 2);
  const Keys = found.slice(half).map(({ pk, sk }) => ({ pk, sk }));
  return {
    ...answer,
    Responses: { [TABLE]: found.slice(0, half) },
    UnprocessedKeys: Keys.length > 0 ? { [TABLE]: { Keys } } : {},
  };
};

it('books that DynamoDB leaves for later are asked for again', async () => {
  fail({ match: 'BatchGetItem', times: ALWAYS, how: leaveHalf });
  const requests = await requestsOf(async () => {
    const { body } = await searchPage({ titre: start, limite: '7' });
    expect(ids(body.elements)).toEqual(ids(books.slice(0, 7)));
  });
  expect(requests.filter((request) => request === 'BatchGetItem')).toHaveLength(3);
});

/** What finds many, and those that it finds. */
const MANY: [Query, () => Livre[]][] = [
  [{ titre: start }, () => books],
  [{ q: start.slice(0, 2) }, () => books],
  [{ auteur: `${start}au` }, () => books.filter((_, n) => n % 50 !== 49)],
  [{ titre: start, auteur: 'Rare' }, () => books.filter((_, n) => n % 50 === 49)],
  [{ q: `${start} ${start}l` }, () => books],
  [{ titre: start, disponible: 'true' }, () => books],
  [{ titre: '10', auteur: start }, () => books.filter((_, n) => n < 100 && n % 50 !== 49)],
];

/** All of these, or three of them in an everyday run. */
const someOfMany = (label: string) => drawn(MANY, (one) => MANY.indexOf(one) % 3, label);

it.each([7, 20, 100])(
  'pages of %i are full and have each book once, by few requests each',
  async (limit) => {
    for (const [query, wanted] of someOfMany(`pages of ${limit}`)) {
      const pages = await pagesOf(query, limit);
      expect([query, pages.flat()]).toEqual([query, ids(wanted())]);
      expect(pages).toHaveLength(Math.ceil(wanted().length / limit));
    }
  },
  300_000,
);

it('whatever changes meanwhile, no other book is missing and none comes twice', async () => {
  const word = uniqueWord();
  const titles = Array.from({ length: 30 }, (_, n) => `${word} ${10 + n}`);
  const those = await newBooks(30, (n) => ({ titre: titles[n] as string }));
  const seen: string[] = [];
  let curseur: string | undefined = '';
  for (let round = 0; curseur !== undefined; round += 1) {
    const { body } = await searchPage({ titre: word, limite: '4', ...(curseur && { curseur }) });
    seen.push(...ids(body.elements));
    curseur = body.curseur_suivant;
    // One from behind goes to the end, and one of the end comes to the front.
    await patchBook(those[round]?.id as string, { titre: `${word} 99 ${round}` });
    await patchBook(those[29 - round]?.id as string, { titre: `${word} 00 ${round}` });
  }
  const rounds = Math.ceil(seen.length / 4);
  const still = those.slice(rounds, 30 - rounds);
  for (const { id } of still) expect(seen.filter((each) => each === id)).toHaveLength(1);
}, 60_000);
