import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { isAccount, isBook, isMark } from '../../dev/audit/items.ts';
import { librarian, member } from '../support/api.ts';
import { drawn } from '../support/extent.ts';
import { HttpLibrary } from '../support/http-library.ts';
import { violations } from '../support/invariants.ts';
import { emptyTables, readTables } from '../support/read.ts';

/** The proof that a library works, against one that fails in its middle. */

/** Nobody waits before something is tried again. */
jest.unstable_mockModule('node:timers/promises', () => ({ setTimeout: async () => {} }));
const { smoke, TRIES } = await import('../../dev/aws/smoke-run.ts');

const library = new HttpLibrary();
beforeAll(() => library.start());
afterAll(() => library.stop());
beforeEach(emptyTables);
beforeEach(() => {
  library.spoil = () => false;
  library.answer = () => false;
});

async function run(token = librarian) {
  const lines: string[] = [];
  const isRight = await smoke(library.address, token, (line) => lines.push(line));
  return { isRight, lines };
}

/** Whom and what the tables still have, but for the mark of a deletion, which a sweep takes away later. */
async function left(): Promise<string[]> {
  const { users, books } = await readTables();
  return [...users.filter((one) => isAccount(one) && !isMark(one)), ...books.filter(isBook)].map(({ pk }) => pk);
}

const REQUESTS = [
  'GET /livres',
  'POST /livres',
  'POST /utilisateurs',
  'POST /emprunts',
  'GET /emprunts/',
  'POST /emprunts/',
];
const isIt = (request: string) => {
  const [method, path = ''] = request.split(' ');
  return (told: { method: string; path: string }) => {
    const bare = told.path.split('?')[0] as string;
    return told.method === method && (path.endsWith('/') ? bare.startsWith(path) : bare === path);
  };
};

test('a library that works is said to, and neither member nor book is left', async () => {
  const { isRight, lines } = await run();
  expect(lines.filter((line) => !line.startsWith('✓'))).toEqual(['La bibliothèque fonctionne.']);
  expect(isRight).toBe(true);
  expect(await left()).toEqual([]);
  expect(await violations()).toEqual([]);
});

/** Of those that read, that make a thing and that lend it, an everyday run takes one each. */
const kindOf = (request: string) =>
  request.startsWith('GET') ? 'reads' : request.includes('emprunts') ? 'lends' : 'makes';
const someFor = (what: string) => drawn(REQUESTS, kindOf, what);

test.each(someFor('requests that fail'))(
  '%s that fails as often as it is tried is told, and nothing is left',
  async (request) => {
    let tries = 0;
    library.spoil = (told, response) => {
      if (!isIt(request)(told) || tries === TRIES) return false;
      tries += 1;
      return Boolean(response.writeHead(500).end('{}'));
    };
    const { isRight, lines } = await run();
    expect(isRight).toBe(false);
    expect(lines).toContainEqual(expect.stringContaining(`✗ ${request}`));
    expect(await left()).toEqual([]);
    expect(await violations()).toEqual([]);
  },
  60_000,
);

test.each(someFor('requests whose answer is lost'))(
  '%s whose answer is lost once leaves nothing',
  async (request) => {
    let isLost = false;
    library.answer = (told, response) => {
      if (isLost || !isIt(request)(told)) return false;
      isLost = true;
      response.destroy();
      return true;
    };
    await run();
    expect(isLost).toBe(true);
    expect(await left()).toEqual([]);
    expect(await violations()).toEqual([]);
  },
  60_000,
);

test('what cannot be deleted is named, with the word by which it is found', async () => {
  library.spoil = ({ method }, response) => method === 'DELETE' && Boolean(response.writeHead(503).end('{}'));
  const { isRight, lines } = await run();
  expect(isRight).toBe(false);
  expect(lines.filter((line) => line.startsWith('✗'))).toEqual([
    expect.stringMatching(/^✗ le compte d’essai reste peut-être \([\w-]{36}\) : DELETE /),
    expect.stringMatching(/^✗ le livre d’essai reste peut-être \([\w-]{36}\) : DELETE /),
  ]);
}, 60_000);

test.each([
  ['opens nothing', () => 'périmé', /^✗ GET \/livres répond 401 /],
  ['is no librarian’s', () => member(randomUUID()), /^✗ POST \/livres répond 403 /],
])(
  'with a token that %s nothing is said to be left: nothing was made',
  async (_, token, refusal) => {
    const { isRight, lines } = await run(await token());
    expect(isRight).toBe(false);
    const told = lines.filter((line) => !line.startsWith('✓'));
    expect(told).toEqual([expect.stringMatching(refusal), expect.stringMatching(/^La bibliothèque ne fonctionne pas/)]);
    expect(await left()).toEqual([]);
  },
  60_000,
);

test('a token that no longer opens after an answer was lost: what may have been made is named', async () => {
  const isAdded = isIt('POST /livres');
  let isLost = false;
  library.spoil = (told, response) => isLost && isAdded(told) && Boolean(response.writeHead(401).end('{}'));
  library.answer = (told, response) => {
    isLost ||= isAdded(told);
    return isAdded(told) && Boolean(response.destroy());
  };
  const { lines } = await run();
  expect(lines.filter((line) => line.startsWith('✗'))).toEqual([
    expect.stringMatching(/^✗ POST \/livres répond 401/),
    expect.stringMatching(/^✗ le livre d’essai reste peut-être \([\w-]{36}\) : POST /),
  ]);
  expect(await left()).toHaveLength(1);
}, 60_000);
