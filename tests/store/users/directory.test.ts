import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { call, newUser } from '../../support/api.ts';
import { emptyTables, readTable, writeItems } from '../../support/read.ts';
import { atOnce } from '../../support/users.ts';
import { sentBy } from '../../support/wire.ts';

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
    { numRuns: 6 },
  );
}, 240_000);

/** So many people that the first look at a word does not see all who have it. */
const CROWD = 250;

test('a page takes three queries at most, and finds the last of a crowd by either of two words', async () => {
  await emptyTables();
  const [first] = [await newUser({ nom: 'Marchand', prenom: 'Marie' })];
  const items = (await readTable('users')).filter(({ pk }) => !pk.startsWith('EMAIL#') && !pk.startsWith('CARTE#'));
  await atOnce(CROWD, async (n) => {
    const [id, nom] = [
      `${first.id.slice(0, -4)}${String(n).padStart(4, '0')}`,
      `marchand${String(n).padStart(4, '0')}`,
    ];
    const text = JSON.stringify(items).replaceAll(first.id, id).replaceAll('marchand', nom).replaceAll('Marchand', nom);
    await writeItems('users', JSON.parse(text));
  });
  const rare = await newUser({ nom: 'Zola', prenom: 'Marie' });
  const other = await newUser({ nom: 'Marzin', prenom: 'Zélie' });
  const searches: [q: string, wanted: string[]][] = [
    ['marie zola', [rare.id]],
    ['zo mar', [rare.id]],
    ['marz zel', [other.id]],
    ['marie absente', []],
    ['mari marc', [first.id]],
    ['z', [other.id, rare.id]],
  ];
  for (const [q, wanted] of searches) {
    const sent = await sentBy(async () => {
      const ids = await found({ q, limite: '1' }).catch(() => []);
      expect(ids.slice(0, 1)).toEqual(wanted.slice(0, 1));
    });
    const pages = sent.filter(({ request }) => request === 'BatchGetItem').length;
    const queries = sent.filter(({ request }) => request === 'Query').length;
    if (wanted.length < 2) expect([q, queries <= 3 * (pages + 1)]).toEqual([q, true]);
  }
  const { length } = (await sentBy(() => call('GET', '/utilisateurs?q=marie+zola'))).filter(
    ({ request }) => request === 'Query',
  );
  expect(length).toBeLessThanOrEqual(3);
});
