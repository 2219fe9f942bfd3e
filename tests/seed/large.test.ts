import { execFile } from 'node:child_process';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fill, filled } from '../../seed/books/fill.ts';
import { plausibleBook } from '../../seed/books/plausible.ts';
import { availability, deleteBook, found, getBook, newBook, patchBook, search } from '../support/books.ts';
import { byId } from '../support/catalogue.ts';
import { newTaking } from '../support/commands.ts';
import { ALWAYS, answerLost, fail, mend, unreachable } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { allBooks } from '../support/read.ts';
import { requestsOf } from '../support/wire.ts';

/** Filling the catalogue, in the order in which it may happen to one. */

const plausible = (count: number) => Array.from({ length: count }, (_, n) => plausibleBook(n));
const nothing = () => {};

afterEach(() => void mend());

describe('filling', () => {
  it('that is cut off has written whole books, as many as the table says', async () => {
    fail({ after: 8, times: ALWAYS, how: unreachable });
    const seen: number[] = [];
    await expect(fill(200, plausibleBook, (there) => seen.push(there))).rejects.toMatchObject({
      code: 'service_indisponible',
    });
    mend();
    expect(await filled()).toBe(seen.at(-1));
    expect(byId(await search({}))).toEqual(byId(plausible(await filled())));
    expect(await violations({ only: 'books' })).toEqual([]);
  });

  it('goes on there the next time, has every book with its words and its ISBN, and then writes nothing', async () => {
    await fill(200, plausibleBook, nothing);
    expect(byId(await search({}))).toEqual(byId(plausible(200)));
    expect(await violations({ only: 'books' })).toEqual([]);
    const again = () => fill(200, plausibleBook, nothing);
    expect(await requestsOf(again)).toEqual(['GetItem']);
  });

  it('that goes on leaves alone what became of the last books meanwhile: lent, changed, deleted', async () => {
    fail({ after: 4, times: ALWAYS, how: answerLost });
    await expect(fill(300, plausibleBook, nothing)).rejects.toMatchObject({ code: 'service_indisponible' });
    mend();
    const there = (await allBooks()).length;
    const fromEnd = (n: number) => plausibleBook(there - n).id;
    const [lent, changed, deleted] = [fromEnd(1), fromEnd(2), fromEnd(3)];
    await newTaking(lent);
    const before = await availability(lent);
    expect((await patchBook(changed, { titre: 'Un autre titre' })).status).toBe(200);
    expect((await deleteBook(deleted)).status).toBe(204);

    await fill(300, plausibleBook, nothing);
    expect(await availability(lent)).toEqual(before);
    expect((await getBook(changed)).body.titre).toBe('Un autre titre');
    expect((await getBook(deleted)).status).toBe(404);
    expect(await allBooks()).toHaveLength(299);
    expect(await violations({ only: 'books' })).toEqual([]);
  });

  it('leaves out a book whose ISBN somebody has given to another', async () => {
    const { id, isbn } = plausible(370).findLast((book) => book.isbn !== null) as { id: string; isbn: string };
    const other = await newBook({ isbn });
    await fill(370, plausibleBook, nothing);
    expect(await filled()).toBe(370);
    expect((await getBook(id)).status).toBe(404);
    expect(await found({ isbn })).toEqual([other.id]);
    expect(await allBooks()).toHaveLength(369);
    expect(await violations({ only: 'books' })).toEqual([]);
  });

  it('twice at once stops one of the two', async () => {
    const outcomes = await Promise.allSettled([fill(400, plausibleBook, nothing), fill(400, plausibleBook, nothing)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await filled()).toBe(400);
    expect(await violations({ only: 'books' })).toEqual([]);
  });
});

describe('npm run seed:large', () => {
  const script = new URL('../../seed/large.ts', import.meta.url).pathname;

  const run = (args: string[], environment: NodeJS.Dict<string> = {}) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const env = { ...process.env, NODE_OPTIONS: '', ...environment };
      const child = execFile(process.execPath, [script, ...args], { env }, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode, said: stdout + stderr }),
      );
    });

  it('goes on from where the table is, and then has nothing to do', async () => {
    const first = await run(['450']);
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Reprise après 400 livres.') });
    expect(await filled()).toBe(450);
    expect(await run(['450'])).toMatchObject({ code: 0, said: expect.stringContaining('Rien à faire') });
    expect(await violations({ only: 'books' })).toEqual([]);
  });

  it.each([
    ['how it is used, when asked for nothing', [], {}, /^Usage : /],
    ['how it is used, when asked for no number', ['beaucoup'], {}, /^Usage : /],
    ['how it is used, when asked for too many', ['1000001'], {}, /^Usage : /],
    [
      'that it fills no DynamoDB but a local one',
      ['10'],
      { DYNAMODB_ENDPOINT: 'https://dynamodb.eu-west-3.amazonaws.com' },
      /adresse locale/,
    ],
    ['what to start where there is no table', ['10'], { LIVRES_TABLE: 'nulle-part-livres' }, /npm start/],
  ])('says %s', async (_, args, environment, said) => {
    expect(await run(args, environment)).toEqual({ code: 1, said: expect.stringMatching(said) });
  });
});
