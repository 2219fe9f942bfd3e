import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { call } from '../../support/api.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { routes } from '../../support/services.ts';

/** How large a body may be, and how much an answer says of what it does not know. */

const LIMIT = 256 * 1024;

/** A body of so many bytes, with one unknown field in that letter. */
function bodyOf(bytes: number, letter: string): string {
  const room = bytes - Buffer.byteLength('{"texte":""}');
  const size = Buffer.byteLength(letter);
  return `{"texte":"${letter.repeat(room / size)}${'x'.repeat(room % size)}"}`;
}

test.each(['x', 'é', '漢', '𝄞'])('a body of 256 KiB made of %s is read, and one byte more is not', async (letter) => {
  const [largest, tooLarge] = [bodyOf(LIMIT, letter), bodyOf(LIMIT + 1, letter)];
  expect([largest, tooLarge].map((body) => Buffer.byteLength(body))).toEqual([LIMIT, LIMIT + 1]);
  expectFaults(await call('POST', '/utilisateurs', { body: largest }), 'texte', 'nom', 'prenom');
  expectFaults(await call('POST', '/utilisateurs', { body: tooLarge }), 'corps');
});

test('the longest body that breaks no rule is read, with every character escaped', async () => {
  const longest = (length: number) => '𝄞'.repeat(length);
  const copy = { cote: longest(50), note: longest(500) };
  const book = { titre: longest(300), auteur: longest(200), editeur: longest(200), exemplaires: Array(20).fill(copy) };
  const body = JSON.stringify(book).replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  expect(body.length).toBeGreaterThan(140_000);
  expect((await call('POST', '/livres', { body })).status).toBe(201);
});

const names = (count: number) => Array.from({ length: count }, (_, n) => `champ${n}`);
const fields = (all: string[]) => Object.fromEntries(all.map((name) => [name, '1']));

/** The places of what is unknown in the body or the query, and the last message. */
async function toldOf(body: object, query = '') {
  const right = { nom: 'A', prenom: 'B', email: 'a@exemple.fr' };
  const answer = await call('POST', `/utilisateurs?${query}`, { body: { ...right, ...body } });
  expectProblem(answer, 400, 'requete_invalide');
  const faults: { chemin: string; message: string }[] = answer.body.erreurs;
  return { places: faults.map(({ chemin }) => chemin), last: faults.at(-1)?.message };
}

test.each([
  [1, [], 'est un champ inconnu'],
  [20, [], 'est un champ inconnu'],
  [21, ['corps'], 'contient encore 1 champ inconnu'],
  [22, ['corps'], 'contient encore 2 champs inconnus'],
])('of %d unknown fields the first 20 are named, and the others are counted', async (count, more, last) => {
  expect(await toldOf(fields(names(count)))).toEqual({ places: [...names(Math.min(count, 20)), ...more], last });
});

test('unknown fields are named by their first 100 characters, beside every other fault', async () => {
  const name = 'é'.repeat(99).concat('𝄞', 'x'.repeat(1_000));
  const { places } = await toldOf({ nom: 1, ...fields([name, 'y'.repeat(100), 'z'.repeat(101)]) }, 'autre=1');
  const told = [`${'é'.repeat(99)}\uFFFD…`, 'y'.repeat(100), `${'z'.repeat(100)}…`];
  expect(places.toSorted()).toEqual(['nom', 'autre', ...told].toSorted());
});

const many = fields(names(1_000));

test.each(routes.map(({ key }) => key))('%s answers 1,000 unknown names with less than it was sent', async (key) => {
  const [method = '', template = ''] = key.split(' ');
  const query = new URLSearchParams(many).toString();
  const body = ['POST', 'PATCH'].includes(method) ? many : undefined;
  const answer = await call(method, `${template.replaceAll(/\{\w+\}/g, () => randomUUID())}?${query}`, { body });
  expectProblem(answer, 400, 'requete_invalide');
  expect(JSON.stringify(answer.body).length).toBeLessThan(query.length);
  const messages: string[] = answer.body.erreurs.map(({ message }: { message: string }) => message);
  expect(messages.filter((message) => message === 'contient encore 980 champs inconnus').length).toBe(body ? 2 : 1);
});
