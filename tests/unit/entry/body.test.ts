import { describe, expect, it } from '@jest/globals';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { ok } from '../../../lib/entry/http/answer.ts';
import { endpoint } from '../../../lib/entry/http/endpoint.ts';

/** How large a body may be, and how much an answer says of what it does not know. */

const Shape = z.strictObject({ texte: z.string() });
const handler = endpoint({
  access: 'public',
  body: Shape,
  replies: { 200: Shape },
  refuses: [],
  serve: async ({ body }) => ok(body),
});

async function send(body: string, more: object = {}) {
  const event = {
    routeKey: 'POST /textes',
    rawPath: '/textes',
    headers: { 'content-type': 'application/json' },
    requestContext: { http: { method: 'POST', path: '/textes' } },
    body,
    ...more,
  };
  const context = { awsRequestId: 'id', getRemainingTimeInMillis: () => 10_000 } as Context;
  const { statusCode, body: said = '' } = (await handler(event as never, context)) as APIGatewayProxyStructuredResultV2;
  return { status: statusCode, said, faults: JSON.parse(said).erreurs };
}

const LIMIT = 64 * 1024;

/** A body of so many bytes, made of that letter. */
function bodyOf(bytes: number, letter: string): string {
  const room = bytes - Buffer.byteLength('{"texte":""}');
  const size = Buffer.byteLength(letter);
  return `{"texte":"${letter.repeat(room / size)}${'x'.repeat(room % size)}"}`;
}

describe('a body', () => {
  it.each(['x', 'é', '漢', '𝄞'])('of 64 KiB in bytes is read, and one byte more is not (%s)', async (letter) => {
    const [largest, tooLarge] = [bodyOf(LIMIT, letter), bodyOf(LIMIT + 1, letter)];
    expect([largest, tooLarge].map((body) => Buffer.byteLength(body))).toEqual([LIMIT, LIMIT + 1]);
    for (const more of [{}, { isBase64Encoded: true }]) {
      const sent = (body: string) => ('isBase64Encoded' in more ? Buffer.from(body).toString('base64') : body);
      expect((await send(sent(largest), more)).status).toBe(200);
      expect(await send(sent(tooLarge), more)).toMatchObject({
        status: 400,
        faults: [{ chemin: 'corps', message: 'ne doit pas dépasser 64 Kio' }],
      });
    }
  });
});

const names = (count: number) => Array.from({ length: count }, (_, n) => `champ${n}`);
const withFields = (fields: string[]) =>
  JSON.stringify({ texte: 'x', ...Object.fromEntries(fields.map((name) => [name, 1])) });

describe('unknown fields', () => {
  it.each([1, 19, 20])('are all named when there are %d', async (count) => {
    const { faults } = await send(withFields(names(count)));
    expect(faults).toEqual(names(count).map((chemin) => ({ chemin, message: 'est un champ inconnu' })));
  });

  it.each([
    [21, 'contient encore 1 champ inconnu'],
    [22, 'contient encore 2 champs inconnus'],
    [3_000, 'contient encore 2980 champs inconnus'],
  ])('are named up to 20 when there are %d, and the others are counted', async (count, message) => {
    const { faults } = await send(withFields(names(count)));
    expect(faults.map(({ chemin }: { chemin: string }) => chemin)).toEqual([...names(20), 'corps']);
    expect(faults.at(-1).message).toBe(message);
  });

  it('are named beside every other fault of the request', async () => {
    const body = JSON.stringify({ texte: 1, ...Object.fromEntries(names(30).map((name) => [name, 1])) });
    const query = Object.fromEntries(names(30).map((name) => [name, '1']));
    const { faults } = await send(body, { queryStringParameters: query });
    const places = faults.map(({ chemin }: { chemin: string }) => chemin);
    expect(places.filter((place: string) => place.startsWith('champ'))).toEqual([...names(20), ...names(20)]);
    expect(places.filter((place: string) => !place.startsWith('champ'))).toEqual(['requete', 'texte', 'corps']);
  });

  it('are named by their first 100 characters', async () => {
    const name = 'é'.repeat(99).concat('𝄞', 'x'.repeat(1_000));
    const { faults } = await send(withFields([name, 'y'.repeat(100), 'z'.repeat(101)]));
    expect(faults.map(({ chemin }: { chemin: string }) => chemin)).toEqual([
      `${'é'.repeat(99)}\uFFFD…`,
      'y'.repeat(100),
      `${'z'.repeat(100)}…`,
    ]);
  });

  it.each([
    ['many short names', names(4_000)],
    ['few long names', names(25).map((name) => name.padEnd(2_500, 'x'))],
    ['names that JSON writes at length', names(60).map((name) => name.padEnd(170, '\u0001'))],
  ])('make no answer longer than the request: %s', async (_, fields) => {
    const body = withFields(fields);
    expect(Buffer.byteLength(body)).toBeLessThan(LIMIT);
    const { status, said } = await send(body);
    expect(status).toBe(400);
    expect(Buffer.byteLength(said)).toBeLessThan(Buffer.byteLength(body));
  });
});
