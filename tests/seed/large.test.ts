import { execFile } from 'node:child_process';
import { afterEach, describe, expect, test } from '@jest/globals';
import { client } from '../../lib/aws/dynamodb/client.ts';
import { fill, filled } from '../../seed/books/fill.ts';
import { plausibleBook } from '../../seed/books/plausible.ts';
import { availability, deleteBook, found, getBook, newBook, patchBook, search } from '../support/books.ts';
import { allBooks, violations } from '../support/books-invariants.ts';
import { byId } from '../support/catalogue.ts';
import { newTaking } from '../support/copies.ts';
import { countRequests, failNext, mend } from '../support/faults.ts';

/** Filling the catalogue, in the order in which it may happen to one. */

const plausible = (count: number) => Array.from({ length: count }, (_, n) => plausibleBook(n));
const requests = countRequests(client);
const nothing = () => {};

afterEach(() => void mend(client));

describe('filling', () => {
  test('that is cut off has written whole books, as many as the table says', async () => {
    failNext(client, { after: 8, times: Number.POSITIVE_INFINITY, error: 'not-sent' });
    const seen: number[] = [];
    await expect(fill(200, plausibleBook, (there) => seen.push(there))).rejects.toMatchObject({
      code: 'service_indisponible',
    });
    mend(client);
    expect(await filled()).toBe(seen.at(-1));
    expect(byId(await search({}))).toEqual(byId(plausible(await filled())));
    expect(await violations()).toEqual([]);
  });

  test('goes on there the next time, and has every book with its words and its ISBN', async () => {
    await fill(200, plausibleBook, nothing);
    expect(byId(await search({}))).toEqual(byId(plausible(200)));
    expect(await violations()).toEqual([]);
  });

  test('writes nothing that is there already', async () => {
    requests.take();
    await fill(200, plausibleBook, nothing);
    await fill(50, plausibleBook, nothing);
    expect(requests.requests()).toEqual(['GetItem', 'GetItem']);
  });

  test('that goes on leaves alone what became of the last books meanwhile: lent, changed, deleted', async () => {
    failNext(client, { after: 4, times: Number.POSITIVE_INFINITY, error: 'lost-answer' });
    await expect(fill(300, plausibleBook, nothing)).rejects.toMatchObject({ code: 'service_indisponible' });
    mend(client);
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
    expect(await violations()).toEqual([]);
  });

  test('leaves out a book whose ISBN somebody has given to another', async () => {
    const { id, isbn } = plausible(370).findLast((book) => book.isbn !== null) as { id: string; isbn: string };
    const other = await newBook({ isbn });
    await fill(370, plausibleBook, nothing);
    expect(await filled()).toBe(370);
    expect((await getBook(id)).status).toBe(404);
    expect(await found({ isbn })).toEqual([other.id]);
    expect(await allBooks()).toHaveLength(369);
    expect(await violations()).toEqual([]);
  });

  test('twice at once stops one of the two', async () => {
    const outcomes = await Promise.allSettled([fill(400, plausibleBook, nothing), fill(400, plausibleBook, nothing)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await filled()).toBe(400);
    expect(await violations()).toEqual([]);
  });
});

describe('npm run seed:large', () => {
  const script = new URL('../../seed/large.ts', import.meta.url).pathname;

  const run = (args: string[], environment: Record<string, string> = {}) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const env = { ...process.env, NODE_OPTIONS: '', ...environment };
      const child = execFile(process.execPath, [script, ...args], { env }, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode, said: stdout + stderr }),
      );
    });

  test('goes on from where the table is, and then has nothing to do', async () => {
    const first = await run(['450']);
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Reprise après 400 livres.') });
    expect(await filled()).toBe(450);
    expect(await run(['450'])).toMatchObject({ code: 0, said: expect.stringContaining('Rien à faire') });
    expect(await violations()).toEqual([]);
  });

  test('says how it is used when asked for no right number', async () => {
    const wrong = [[], ['0'], ['-5'], ['beaucoup'], ['1.5'], ['1000001'], ['10', '20']];
    for (const answer of await Promise.all(wrong.map((args) => run(args))))
      expect(answer).toMatchObject({ code: 1, said: expect.stringMatching(/^Usage : /) });
  });

  test('refuses any DynamoDB that is not local', async () => {
    const { code, said } = await run(['10'], { DYNAMODB_ENDPOINT: 'https://dynamodb.eu-west-3.amazonaws.com' });
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('adresse locale') });
  });

  test('says what to start where there is no table', async () => {
    const { code, said } = await run(['10'], { LIVRES_TABLE: 'nulle-part-livres' });
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('npm start') });
  });
});
