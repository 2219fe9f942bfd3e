import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cursorOf } from '../../lib/entry/http/cursor.ts';
import { call, made, newUser } from '../support/api.ts';
import { newBook } from '../support/books.ts';
import { often } from '../support/extent.ts';
import { fail, refusedAs } from '../support/faults.ts';
import { newHold } from '../support/holds.ts';
import { lend } from '../support/loans.ts';
import { expectFaults } from '../support/problems.ts';
import { emptyTables } from '../support/read.ts';
import { operations } from '../support/shared/openapi.ts';
import { addPenalty } from '../support/users.ts';

/** A cursor's seal has no secret: who reads the source can make up a position, and must get nothing by it. */

const isbn = '9782253005278';
let userId: string;
let bookId: string;
beforeAll(async () => {
  ({ id: userId } = await newUser({ nom: 'Dupont' }));
  ({ id: bookId } = await newBook({ titre: 'Le Grand Meaulnes', auteur: 'Alain-Fournier', isbn, tome: '2' }));
  made(await lend(userId, bookId));
  await newHold(bookId);
  await addPenalty(userId, 1);
});
afterAll(emptyTables);

type List = readonly [route: string, filters: Readonly<Record<string, string>>];

const LISTS: List[] = [
  ['GET /utilisateurs', {}],
  ['GET /utilisateurs', { nom: 'du' }],
  ['GET /utilisateurs', { q: 'dup' }],
  ['GET /utilisateurs', { q: 'du pon', nom: 'd' }],
  ['GET /utilisateurs', { carte: '4883026520' }],
  ['GET /utilisateurs/{id}/penalites', {}],
  ['GET /utilisateurs/{id}/penalites', { statut: 'impayee' }],
  ['GET /penalites', {}],
  ['GET /penalites', { statut: 'impayee' }],
  ['GET /livres', {}],
  ['GET /livres', { titre: 'grand' }],
  ['GET /livres', { titre: 'le grand' }],
  ['GET /livres', { auteur: 'alain' }],
  ['GET /livres', { q: 'abc' }],
  ['GET /livres', { q: 'le' }],
  ['GET /livres', { q: 'meaulnes alain' }],
  ['GET /livres', { q: isbn }],
  ['GET /livres', { isbn }],
  ['GET /livres', { isbn, titre: 'grand' }],
  ['GET /livres', { type: 'livre' }],
  ['GET /livres', { titre: 'grand', auteur: 'alain', type: 'livre', disponible: 'true' }],
  ['GET /livres', { disponible: 'false' }],
  ['GET /livres/{id}/exemplaires', {}],
  ['GET /livres/{id}/emprunts', {}],
  ['GET /livres/{id}/reservations', {}],
  ['GET /utilisateurs/{id}/emprunts', {}],
  ['GET /utilisateurs/{id}/emprunts', { statut: 'rendu' }],
  ['GET /utilisateurs/{id}/reservations', {}],
  ['GET /utilisateurs/{id}/reservations', { statut: 'expiree' }],
  ['GET /reservations', {}],
  ['GET /emprunts/retards', {}],
];

it('every list is asked here', () => {
  const lists = operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'curseur'));
  const routes = lists.map(({ method, template }) => `${method} ${template}`);
  expect([...new Set(LISTS.map(([route]) => route))].sort()).toEqual(routes.sort());
});

function ask([route, filters]: List, position: string) {
  const id = route.startsWith('GET /livres') ? bookId : userId;
  const parameters = route.includes('{id}') ? { id } : {};
  const curseur = cursorOf(JSON.stringify([route, parameters, Object.entries(filters).sort()]), position);
  const [method = '', template = ''] = route.split(' ');
  return call(method, `${template.replace('{id}', id)}?${new URLSearchParams({ ...filters, curseur })}`);
}

/** What stands in a position, and what stands before and behind all of it. */
const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(...['', '\0', '\u{10ffff}', '\u{10ffff}a', 'le grand']),
  fc.constantFrom(...['0', '1', '~', 'zzz', 'abc', 'dupont', 'meaulnes', '12']),
  fc.constantFrom('9999-12-31', '0000-00-00', '2026-11-24T00:00:00.000Z'),
);

/** A place of a book, before which stands whether its title begins as what was typed. */
const place = fc
  .tuple(fc.constantFrom('0', '1'), word, word, fc.uuid())
  .map(([group, title, volume, id]) => `${group}${title}\t${volume}\t${id}`);

const position = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  place,
  fc
    .tuple(fc.array(fc.oneof(word, fc.uuid()), { maxLength: 4 }), fc.constantFrom('\t', '#', ' '))
    .map(([all, by]) => all.join(by)),
);

/** Positions that are likely to be made up, each of which every list is given. */
const LIKELY = [
  '',
  '#',
  '\t',
  '0'.repeat(1_100),
  'x'.repeat(2_000),
  '\u{10ffff}',
  randomUUID(),
  `9999-12-31#${randomUUID()}`,
  `dupont\t\t${randomUUID()}`,
  `${randomUUID()}\t${randomUUID()}`,
  'dupont\t\t#',
  `0zzz\t\t${randomUUID()}`,
  `1zzz\t\t${randomUUID()}`,
  `0\u{10ffff}\u{10ffff}\t\t${randomUUID()}`,
  `1\u{10ffff}\u{10ffff}\t\t${randomUUID()}`,
  `1${'x'.repeat(969)}\t\t${randomUUID()}`,
];

it.each(LISTS)('a made-up position in %s %j is refused or leads somewhere in that list', async (...list) => {
  await fc.assert(
    fc.asyncProperty(position, async (made) => expect([200, 400]).toContain((await ask(list, made)).status)),
    { numRuns: LIKELY.length + often({ everyday: 20, thorough: 200 }), examples: LIKELY.map((made) => [made]) },
  );
});

it('a position that no volume of an ISBN can have is refused', async () => {
  for (const filters of [{ isbn }, { q: isbn }])
    for (const made of ['', 'x', '210', `2\t${'x'.repeat(1_100)}`])
      expectFaults(await ask(['GET /livres', filters], made), 'curseur');
});

it('a search goes on behind the place of no book', async () => {
  const behind = async (list: List, made: string) => (await ask(list, made)).body;
  const all = { elements: [expect.objectContaining({ id: bookId })] };
  const none = { elements: [] };
  const id = randomUUID();
  // No title that begins as what was typed comes behind these: the others are still to come.
  expect(await behind(['GET /livres', { titre: 'grand' }], `0zzz\t\t${id}`)).toEqual(all);
  expect(await behind(['GET /livres', { titre: 'grand' }], `0grand\u{10ffff}\t\t${id}`)).toEqual(all);
  expect(await behind(['GET /livres', { titre: 'grand' }], `1zzz\t\t${id}`)).toEqual(none);
  expect(await behind(['GET /livres', {}], `1\u{10ffff}\u{10ffff}\t\t${id}`)).toEqual(none);
});

it.each(['0'.repeat(1_100), '0', '2020-01-01#x'])('a position that no late loan can have is refused', async (made) => {
  expect((await ask(['GET /emprunts/retards', {}], made)).status).toBe(400);
});

it('a position is refused when DynamoDB says that it cannot be a key', async () => {
  // DynamoDB Local would accept any position.
  fail({ match: 'Query', how: refusedAs('ValidationException') });
  expectFaults(await ask(['GET /utilisateurs', {}], 'x'.repeat(2_000)), 'curseur');
});
