import { beforeAll, expect, test } from '@jest/globals';
import { call } from '../../support/api.ts';
import { expectProblem } from '../../support/problems.ts';
import { NAMES, newThings, OWING, requestOf, send, statusOf, type Things } from './operations.ts';

/** What the answers of all operations have in common. Their shapes are compared with the reference at every call. */

const requestIds: (string | undefined)[] = [];

/** For all that only read. */
let shared: Things;
beforeAll(async () => {
  shared = await newThings();
});

test.each(NAMES)('%s answers a librarian with the status, body and headers of its success', async (name) => {
  const isRead = requestOf(name, shared)[0] === 'GET';
  const { status, body, headers } = await send(
    name,
    isRead ? shared : await newThings({ owing: OWING.includes(name) }),
  );
  requestIds.push(headers['x-request-id']);
  expect(status).toBe(statusOf(name));
  expect(headers['cache-control']).toBe('no-store');
  if (status === 204) return expect([body, headers.etag, headers.location]).toEqual([undefined, undefined, undefined]);

  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  const strong = expect.stringMatching(/^"[\x21\x23-\x7e]+"$/);
  expect(headers.etag).toEqual(body.elements === undefined ? strong : undefined);
  if (status === 200) return expect(headers.location).toBeUndefined();

  const found = await call('GET', headers.location as string);
  requestIds.push(found.headers['x-request-id']);
  // A copy is found by its barcode together with its title, which makes another representation of it.
  if (name === 'books-add-copy') return expect(found.body).toMatchObject(body);
  expect([found.body, found.headers.etag]).toEqual([body, headers.etag]);
});

test('every answer has a request id of its own', () => {
  for (const id of requestIds) expect(id).toMatch(/./);
  expect(new Set(requestIds).size).toBe(requestIds.length);
});

test.each([
  ['GET', '/utilisatrices'],
  ['PUT', '/utilisateurs/1'],
  ['GET', '/emprunts'],
  ['DELETE', '/emprunts/1'],
  ['PATCH', '/emprunts/1'],
  ['GET', '/emprunts/1/retour'],
  ['POST', '/utilisateurs/1/emprunts'],
])('no operation answers to %s %s', async (method, path) => {
  expectProblem(await call(method, path), 404, 'route_introuvable', { instance: path });
});

test.each(['/utilisateurs', '/emprunts/1/retour', '/utilisatrices'])(
  'a preflight for %s is answered 2xx and without a body',
  async (path) => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'PATCH' };
    const { status, body } = await call('OPTIONS', path, { token: null, headers });
    expect([status, body]).toEqual([204, undefined]);
  },
);
