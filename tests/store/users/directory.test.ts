import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { client } from '../../../lib/aws/dynamodb/client.ts';
import { call, newUser } from '../../support/api.ts';
import { often } from '../../support/extent.ts';
import { emptyTables, readTable, writeItems } from '../../support/read.ts';
import { atOnce } from '../../support/users.ts';
import { readFewAtATime, requestsOf } from '../../support/wire.ts';

/** The search for people, held against a plain look at everybody, and what it reads. */

afterAll(emptyTables);

/** Few words, of which some begin others: most searches find somebody. */
const word = fc.constantFrom('m', 'ma', 'mar', 'marie', 'martin', 'le', 'leo', 'lo');
const words = (max: number) => fc.array(word, { minLength: 1, maxLength: max }).map((all) => all.join(' '));

/** The card of one of the people, which may be what is typed as well. */
const CARD = 'martin';
const MOST_QUERIES = 3;

/** Everybody whom a search finds, read page by page, each of which takes three Queries at most. */
async function found(q: string, limite: string) {
  const ids: string[] = [];
  let [pages, queries] = [0, 0];
  let curseur: string | undefined;
  do {
    const query = new URLSearchParams({ q, limite, ...(curseur && { curseur }) });
    const requests = await requestsOf(async () => {
      const { body } = await call('GET', `/utilisateurs?${query}`);
      ids.push(...body.elements.map(({ id }: Person) => id));
      curseur = body.curseur_suivant;
    });
    const taken = requests.filter((request) => request === 'Query').length;
    expect(taken).toBeLessThanOrEqual(MOST_QUERIES);
    pages += 1;
    queries += taken;
  } while (curseur !== undefined);
  return { ids, pages, queries };
}

interface Person {
  id: string;
  nom: string;
  prenom: string;
  adhesion: { numero_carte: string };
}

const naivelyFinds = ({ nom, prenom, adhesion }: Person, q: string) =>
  adhesion.numero_carte === q.toUpperCase() ||
  q.split(' ').every((asked) => `${nom} ${prenom}`.split(' ').some((own) => own.startsWith(asked)));

const inOrder = (one: Person, other: Person) => {
  const [a, b] = [one, other].map(({ nom, prenom, id }) => `${nom}\t${prenom}\t${id}`) as [string, string];
  return a < b ? -1 : 1;
};

const PEOPLE = fc.array(fc.record({ nom: words(2), prenom: words(2) }), { minLength: 4, maxLength: 12 });
const SEARCHES = fc.array(fc.tuple(fc.oneof(words(2), words(3), fc.constant(CARD)), fc.constantFrom('1', '2', '7')), {
  minLength: 15,
  maxLength: 25,
});

test.each([1, 4, 5_000])(
  'a search whose Queries read %i people at most finds whom a plain look at everybody finds, once and in order',
  async (most) => {
    const property = fc.asyncProperty(PEOPLE, SEARCHES, async (people, searches) => {
      await emptyTables();
      const everybody: Person[] = await atOnce(people.length, (n) =>
        newUser({ ...people[n], ...(n === 0 && { adhesion: { numero_carte: CARD } }) }),
      );
      for (const [q, limite] of searches) {
        const wanted = everybody.filter((person) => naivelyFinds(person, q)).sort(inOrder);
        expect([q, (await found(q, limite)).ids]).toEqual([q, wanted.map(({ id }) => id)]);
      }
    });
    const stop = readFewAtATime(client, most);
    await fc.assert(property, { numRuns: often({ everyday: 1, thorough: 6 }), endOnFailure: true }).finally(stop);
  },
  240_000,
);

/** So many people that a first look at their words does not see all of them. */
const CROWD = 150;

/** A new person, and so many more of that name with a number behind it. */
async function crowd(nom: string, prenom: string): Promise<void> {
  const { id } = await newUser({ nom, prenom });
  const items = (await readTable('users')).filter(
    (item) => JSON.stringify(item).includes(id) && !/^(EMAIL|CARTE)#/.test(item.pk),
  );
  await atOnce(CROWD, async (n) => {
    const number = String(n).padStart(4, '0');
    const text = JSON.stringify(items)
      .replaceAll(id, `${id.slice(0, -4)}${number}`)
      .replaceAll(new RegExp(nom, 'gi'), `$&${number}`);
    await writeItems('users', JSON.parse(text));
  });
}

test('of two words, the one that fewer people of a crowd have is read, whichever is longer', async () => {
  await emptyTables();
  await crowd('Marchand', 'Marie');
  const { id } = await newUser({ nom: 'Zola', prenom: 'Marie' });
  for (const q of ['marie zola', 'zo marie', 'zola mar'])
    expect(await found(q, '20')).toEqual({ ids: [id], pages: 1, queries: 2 });
});
