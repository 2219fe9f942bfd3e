import { beforeAll, expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { uniqueWord } from '../../support/books.ts';
import { allPages, deleteUser, patchUser } from '../../support/users.ts';

/** The list of accounts, as somebody at the desk looks people up. */

const byName = (nom: string) => `/utilisateurs?${new URLSearchParams({ nom })}`;
const find = async (nom: string) => (await call('GET', byName(nom))).body.elements;

/** In the order in which a reader looks them up. */
const NAMES = [
  ['Eluard', 'Ève'],
  ['Éluard', 'Paul'],
  ['ELUARD', 'Zoé'],
  ['Le', 'Zoé'],
  ['Le Goff', 'Anne'],
  ['Lefevre', 'Éric'],
  ['Lefèvre', 'Fanny'],
  ['Œuvre', 'Max'],
  ['Ogier', 'Léa'],
  ['Zoulou', 'Abel'],
] as const;
const SHUFFLED = [7, 2, 9, 4, 0, 6, 3, 8, 1, 5];

/** Begins all of these names, so that they are found among others that the system may hold. */
const start = uniqueWord();

beforeAll(async () => {
  for (const [nom, prenom] of SHUFFLED.map((n) => NAMES[n] as (typeof NAMES)[number]))
    await newUser({ nom: `${start} ${nom}`, prenom });
});

test('accounts are in the order of nom, then prenom, case, accents and ligatures ignored', async () => {
  const found: { nom: string; prenom: string }[] = await find(start);
  expect(found.map(({ nom, prenom }) => [nom.slice(start.length + 1), prenom])).toEqual(NAMES);
});

test.each([
  [4, ['le']],
  [3, ['eluard', 'ÉLU']],
  [2, ['lefev']],
  [1, ['le goff', 'oe', 'œU']],
  [0, ['goff', 'uvre', '%', '*', '.*', '_', '\\', "' OR 1=1"]],
])('%i names start with each of %j, in any case', async (count, all) => {
  for (const asked of all) {
    expect(await find(`${start} ${asked}`)).toHaveLength(count);
    expect(await find(`${start.toUpperCase()} ${asked.toUpperCase()}`)).toHaveLength(count);
  }
});

test('a lone accent, which does not count, finds all accounts; a name too long for a key finds nobody', async () => {
  for (const nom of ['\u0301', '´']) expect((await find(nom)).length).toBeGreaterThanOrEqual(NAMES.length);
  for (const character of ['ﷺ', '각']) expect(await find(character.repeat(100))).toEqual([]);
});

test('names that differ only far into them are told apart', async () => {
  const long = `${uniqueWord()}${'㌖'.repeat(65)}`;
  const [one, other] = [await newUser({ nom: `${long}a` }), await newUser({ nom: `${long}b` })];
  for (const limit of [1, 100]) {
    expect((await allPages(byName(`${long}A`), limit)).elements).toEqual([one]);
    expect((await allPages(byName(`${long}b`), limit)).elements).toEqual([other]);
    expect((await allPages(byName(long), limit)).elements).toHaveLength(2);
  }
});

test('a list goes on where it was when the account before is gone or has moved', async () => {
  const own = uniqueWord();
  for (const nom of ['A', 'B', 'C', 'D', 'E']) await newUser({ nom: `${own} ${nom}` });
  const first = (await call('GET', `${byName(own)}&limite=2`)).body;
  await deleteUser(first.elements[1].id);
  await patchUser(first.elements[0].id, { nom: `${own} Z` });
  const second = (await call('GET', `${byName(own)}&limite=2&curseur=${first.curseur_suivant}`)).body;
  expect(second.elements.map(({ nom }: { nom: string }) => nom.slice(-1))).toEqual(['C', 'D']);
});
