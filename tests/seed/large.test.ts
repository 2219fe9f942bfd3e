import { execFile } from 'node:child_process';
import type { BatchWriteItemCommandInput, BatchWriteItemCommandOutput } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from '@jest/globals';
import { client } from '../../lib/dynamodb.ts';
import { fill, filled } from '../../seed/books/fill.ts';
import { plausibleBook } from '../../seed/books/plausible.ts';
import { deleteBook, getBook, search } from '../support/books.ts';
import { allBooks, violations } from '../support/books-invariants.ts';
import { byId } from '../support/catalogue.ts';
import { countRequests, failNext, mend } from '../support/faults.ts';

/** Filling the catalogue, in the order in which it may happen to one. */

const plausible = (count: number) => Array.from({ length: count }, (_, n) => plausibleBook(n));
const requests = countRequests(client);
const nothing = () => {};

afterAll(() => {
  mend(client);
  client.middlewareStack.remove('leaveHalf');
});

describe('filling', () => {
  it('that is cut off is told by where it has come to', async () => {
    failNext(client, { command: 'BatchWriteItem', after: 60, times: Number.POSITIVE_INFINITY, error: 'not-sent' });
    const seen: number[] = [];
    await expect(fill(200, plausibleBook, (there) => seen.push(there))).rejects.toMatchObject({
      code: 'service_indisponible',
    });
    mend(client);
    expect(seen).toEqual([100]);
    expect(await filled()).toBe(100);
  });

  it('goes on there the next time, and has every book with its words and its ISBN', async () => {
    const seen: number[] = [];
    await fill(200, plausibleBook, (there) => seen.push(there));
    expect(seen).toEqual([200]);
    expect(byId(await search({}))).toEqual(byId(plausible(200)));
    expect(await violations()).toEqual([]);
  });

  it('writes nothing that is there already', async () => {
    requests.take();
    await fill(200, plausibleBook, nothing);
    await fill(50, plausibleBook, nothing);
    expect(requests.requests()).toEqual(['GetItem', 'GetItem']);
  });

  it('does not bring back what was deleted meanwhile, and sends again what DynamoDB leaves for later', async () => {
    const { id } = plausibleBook(7);
    expect((await deleteBook(id)).status).toBe(204);
    leaveHalf();
    await fill(250, plausibleBook, nothing);
    expect(await allBooks()).toHaveLength(249);
    expect((await getBook(id)).status).toBe(404);
    expect(await violations()).toEqual([]);
  });
});

/** Batches of which DynamoDB takes half and hands the other half back. */
const leaveHalf = () =>
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'BatchWriteItemCommand') return next(args);
        const [[table, writes] = ['', []]] = Object.entries(
          (args.input as BatchWriteItemCommandInput).RequestItems ?? {},
        );
        const half = Math.ceil(writes.length / 2);
        const input = { RequestItems: { [table]: writes.slice(0, half) } };
        const answered = await next({ ...args, input } as typeof args);
        if (writes.length > half)
          (answered.output as BatchWriteItemCommandOutput).UnprocessedItems = { [table]: writes.slice(half) };
        return answered;
      },
    { step: 'serialize', priority: 'high', name: 'leaveHalf' },
  );

describe('npm run seed:large', () => {
  const script = new URL('../../seed/large.ts', import.meta.url).pathname;

  const run = (args: string[], environment: Record<string, string> = {}) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const env = { ...process.env, NODE_OPTIONS: '', ...environment };
      const child = execFile(process.execPath, [script, ...args], { env }, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode, said: stdout + stderr }),
      );
    });

  it('goes on from where the table is, and then has nothing to do', async () => {
    const first = await run(['300']);
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Reprise après 250 livres.') });
    expect(await filled()).toBe(300);
    expect(await run(['300'])).toMatchObject({ code: 0, said: expect.stringContaining('Rien à faire') });
    expect(await violations()).toEqual([]);
  });

  it('says how it is used when asked for no right number', async () => {
    const wrong = [[], ['0'], ['-5'], ['beaucoup'], ['1.5'], ['1000001'], ['10', '20']];
    for (const answer of await Promise.all(wrong.map((args) => run(args))))
      expect(answer).toMatchObject({ code: 1, said: expect.stringMatching(/^Usage : /) });
  });

  it('refuses any DynamoDB that is not local', async () => {
    const { code, said } = await run(['10'], { DYNAMODB_ENDPOINT: 'https://dynamodb.eu-west-3.amazonaws.com' });
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('adresse locale') });
  });

  it('says what to start where there is no table', async () => {
    const { code, said } = await run(['10'], { LIVRES_TABLE: 'nulle-part-livres' });
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('npm start') });
  });
});
