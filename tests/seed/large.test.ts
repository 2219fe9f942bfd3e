import { execFile } from 'node:child_process';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fill, filled } from '../../seed/books/fill.ts';
import { plausibleBook, plausibleStock } from '../../seed/books/plausible.ts';
import { availability, deleteBook, found, getBook, newBook, patchBook, search } from '../support/books.ts';
import { byId } from '../support/catalogue.ts';
import { newTaking } from '../support/commands.ts';
import { waitNoLonger } from '../support/every-test.ts';
import { ALWAYS, fail, mend, unreachable } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { allBooks } from '../support/read.ts';
import { requestsOf } from '../support/wire.ts';

/** Filling the catalogue, in the order in which it may happen to one. */

const plausible = (count: number) => Array.from({ length: count }, (_, n) => plausibleBook(n));
const nothing = () => {};

beforeAll(waitNoLonger);
afterEach(() => void mend());

describe('filling', () => {
  it('that is cut off has written whole books, as many at least as the table says', async () => {
    fail({ after: 110, times: ALWAYS, how: unreachable });
    const seen: number[] = [];
    await expect(fill(120, plausibleStock, (there) => seen.push(there))).rejects.toMatchObject({
      code: 'service_indisponible',
    });
    mend();
    expect(await filled()).toBe(seen.at(-1));
    expect((await allBooks()).length).toBeGreaterThan(100);
    expect(await violations({ only: 'books' })).toEqual([]);
  });

  it('goes on where it stopped, and leaves alone what was lent, changed and deleted meanwhile', async () => {
    const [lent, changed] = (await allBooks()).filter((id) => plausible(100).every((book) => book.id !== id));
    const deleted = plausibleBook(0).id;
    await newTaking(String(lent));
    const before = await availability(String(lent));
    expect((await patchBook(String(changed), { titre: 'Un autre titre' })).status).toBe(200);
    expect((await deleteBook(deleted)).status).toBe(204);

    await fill(120, plausibleStock, nothing);
    expect(await availability(String(lent))).toEqual(before);
    expect((await getBook(String(changed))).body.titre).toBe('Un autre titre');
    expect((await getBook(deleted)).status).toBe(404);
    const others = (books: Parameters<typeof byId>[0]) => byId(books.filter(({ id }) => id !== changed));
    const kept = (await search({})).map(({ disponibles: _, ...book }) => book);
    expect(others(kept)).toEqual(others(plausible(120).slice(1)));
    expect(await violations({ only: 'books' })).toEqual([]);
    expect(await requestsOf(() => fill(120, plausibleStock, nothing))).toEqual(['GetItem']);
  });

  it('leaves out a book whose ISBN somebody has given to another', async () => {
    const { id, isbn } = plausible(150).findLast((book) => book.isbn !== null) as { id: string; isbn: string };
    const other = await newBook({ isbn });
    await fill(150, plausibleStock, nothing);
    expect(await filled()).toBe(150);
    expect((await getBook(id)).status).toBe(404);
    expect(await found({ isbn })).toEqual([other.id]);
    expect(await violations({ only: 'books' })).toEqual([]);
  });
});

describe('npm run seed:large', () => {
  const ELSEWHERE = 'https://dynamodb.eu-west-3.amazonaws.com';
  const script = new URL('../../seed/large.ts', import.meta.url).pathname;

  const run = (args: string[], environment: NodeJS.Dict<string> = {}) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const env = { ...process.env, NODE_OPTIONS: '', ...environment };
      const child = execFile(process.execPath, [script, ...args], { env }, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode, said: stdout + stderr }),
      );
    });

  it('goes on from where the table is, and then has nothing to do', async () => {
    const first = await run(['220']);
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Reprise après 150 livres.') });
    expect(await filled()).toBe(220);
    expect(await run(['220'])).toMatchObject({ code: 0, said: expect.stringContaining('Rien à faire') });
    expect(await violations({ only: 'books' })).toEqual([]);
  });

  it.each([
    ['how it is used, when asked for nothing', [], {}, /^Usage : /],
    ['how it is used, when asked for no number', ['beaucoup'], {}, /^Usage : /],
    ['how it is used, when asked for too many', ['1000001'], {}, /^Usage : /],
    ['that it fills no DynamoDB but a local one', ['10'], { DYNAMODB_ENDPOINT: ELSEWHERE }, /adresse locale/],
    ['what to start where there is no table', ['10'], { LIVRES_TABLE: 'nulle-part-livres' }, /npm start/],
  ])('says %s', async (_, args, environment, said) => {
    expect(await run(args, environment)).toEqual({ code: 1, said: expect.stringMatching(said) });
  });
});
