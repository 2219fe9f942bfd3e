import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { call, newUser } from '../../support/api.ts';
import { often } from '../../support/extent.ts';
import { emptyTables, readTable, writeItems } from '../../support/read.ts';
import { atOnce } from '../../support/users.ts';
import { readFewAtATime, sentBy } from '../../support/wire.ts';

/** The search for people, held against a plain look at everybody, and what it reads. */

afterAll(emptyTables);

const SYLLABLES = ['ma', 'mar', 'tin', 'marie', 'le', 'lo', 'o'];
const word = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 2 }).map((parts) => parts.join(''));
const words = (max: number) => fc.array(word, { minLength: 1, maxLength: max }).map((all) => all.join(' '));

const found = async (query: Record<string, string>) => {
  const ids: string[] = [];
  let curseur: string | undefined;
  do {
    const { body } = await call(
      'GET',
      `/utilisateurs?${new URLSearchParams({ ...query, ...(curseur && { curseur }) })}`,
    );
    ids.push(...body.elements.map(({ id }: { id: string }) => id));
    curseur = body.curseur_suivant;
  } while (curseur !== undefined);
  return ids;
};

interface Person {
  id: string;
  nom: string;
  prenom: string;
}

const naivelyFinds = ({ nom, prenom }: Person, q: string) =>
  q.split(' ').every((asked) => `${nom} ${prenom}`.split(' ').some((own) => own.startsWith(asked)));

const inOrder = (one: Person, other: Person) => {
  const [a, b] = [one, other].map(({ nom, prenom, id }) => `${nom}\t${prenom}\t${id}`) as [string, string];
  return a < b ? -1 : 1;
};

test('any search finds whom a plain look at everybody finds, in the order of their names, on pages of any length', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ nom: words(2), prenom: words(2) }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(words(3), fc.constantFrom('1', '2', '7', '100')), { minLength: 5, maxLength: 10 }),
      async (people, searches) => {
        await emptyTables();
        const everybody: Person[] = await Promise.all(people.map((person) => newUser(person)));
        for (const [q, limite] of searches) {
          const wanted = everybody.filter((person) => naivelyFinds(person, q)).sort(inOrder);
          expect(await found({ q, limite })).toEqual(wanted.map(({ id }) => id));
        }
      },
    ),
    { numRuns: often({ everyday: 2, thorough: 6 }) },
  );
}, 240_000);

/** So many people that a first look at their words does not see all of them. */
const CROWD = 250;
/** What one Query gives when nothing is said of how much: a megabyte in truth, so many items here. */
const ONE_QUERY = 60;

interface PageRead {
  ids: string[];
  queries: number;
}

/** Reads every page of a search, and counts the Queries of each. */
async function pagesOf(q: string, limite: string): Promise<PageRead[]> {
  const pages: PageRead[] = [];
  let curseur: string | undefined;
  do {
    let ids: string[] = [];
    const sent = await sentBy(async () => {
      const { body } = await call(
        'GET',
        `/utilisateurs?${new URLSearchParams({ q, limite, ...(curseur && { curseur }) })}`,
      );
      ids = body.elements.map(({ id }: Person) => id);
      curseur = body.curseur_suivant;
    });
    pages.push({ ids, queries: sent.filter(({ request }) => request === 'Query').length });
  } while (curseur !== undefined);
  return pages;
}

/** A new person, and so many more of that name with a number behind it. */
async function crowd(nom: string, prenom: string, count: number): Promise<void> {
  const { id } = await newUser({ nom, prenom });
  const items = (await readTable('users')).filter(
    (item) => JSON.stringify(item).includes(id) && !/^(EMAIL|CARTE)#/.test(item.pk),
  );
  await atOnce(count, async (n) => {
    const number = String(n).padStart(4, '0');
    const text = JSON.stringify(items)
      .replaceAll(id, `${id.slice(0, -4)}${number}`)
      .replaceAll(new RegExp(nom, 'gi'), `$&${number}`);
    await writeItems('users', JSON.parse(text));
  });
}

describe('in a crowd', () => {
  let [rare, holder] = [] as unknown as [Person, Person];

  beforeAll(async () => {
    await emptyTables();
    await crowd('Marchand', 'Marie', CROWD);
    rare = await newUser({ nom: 'Zola', prenom: 'Marie' });
    holder = await newUser({ nom: 'Zweig', prenom: 'Stefan', adhesion: { numero_carte: 'MARIO' } });
  });

  test('of two words, the one that fewer people have is read, whichever is longer', async () => {
    for (const q of ['marie zola', 'zo marie', 'zola mar'])
      expect(await pagesOf(q, '20')).toEqual([{ ids: [rare.id], queries: 2 }]);
  });

  test('of two words that many have, those who have both are found once, wherever they are among the others', async () => {
    const both: string[] = [];
    for (const nom of ['Marchand0100b', 'Marchand0150b']) both.push((await newUser({ nom, prenom: 'Léo Marie' })).id);
    await crowd('Aubry', 'Léo', 120);
    for (const q of ['marie leo', 'leo marie', 'marchand leo'])
      expect((await pagesOf(q, '20')).flatMap(({ ids }) => ids)).toEqual(both);
  });

  test('a page takes three Queries at most, and says where to go on when it had to stop', async () => {
    const stop = readFewAtATime(client, ONE_QUERY);
    const pages = await pagesOf('marc zol', '20');
    const none = await pagesOf('martin', '20');
    stop();
    expect(pages.flatMap(({ ids }) => ids)).toEqual([]);
    expect(none.length).toBeGreaterThan(1);
    for (const { queries } of [...pages, ...none]) expect(queries).toBeLessThanOrEqual(3);
  });

  test('everybody is found once, on pages of any length', async () => {
    for (const limite of ['7', '100']) {
      const ids = (await pagesOf('mari marc', limite)).flatMap((page) => page.ids);
      expect([ids.length, new Set(ids).size]).toEqual([CROWD + 3, CROWD + 3]);
    }
  });

  test('the holder of a card is found once, on the page of their name', async () => {
    const stop = readFewAtATime(client, ONE_QUERY);
    const pages = await pagesOf('mario', '20');
    stop();
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(({ ids }) => ids)).toEqual([holder.id]);
    expect(pages.at(-1)?.ids).toEqual([holder.id]);
  });
});
