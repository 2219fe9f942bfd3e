import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, call, member, newUser, someone } from '../../support/api.ts';
import { expectProblem } from '../../support/problems.ts';
import {
  addPenalty,
  deleteUser,
  newPenalty,
  patchUser,
  pay,
  penaltyPath,
  userPath,
  waive,
} from '../../support/users.ts';

const STRONG_TAG = /^"[\x21\x23-\x7e]+"$/;

/** One answer of each kind, by what it is. */
let successes: Record<string, Answer>;
let refusals: Record<string, Answer>;

beforeAll(async () => {
  const user = await newUser();
  const penalty = await newPenalty(5, user.id);
  const paid = await newPenalty(1, user.id);
  const path = userPath(user.id);
  successes = {
    create: await call('POST', '/utilisateurs', { body: someone() }),
    get: await call('GET', path),
    update: await patchUser(user.id, { nom: 'Autre' }),
    verify: await call('GET', `${path}/verification`),
    list: await call('GET', '/utilisateurs?limite=1'),
    'add a penalty': await addPenalty(user.id),
    'get a penalty': await call('GET', penaltyPath(penalty)),
    'list penalties': await call('GET', `${path}/penalites`),
    pay: await pay(paid, 1),
    waive: await waive(penalty),
    delete: await deleteUser((await newUser()).id),
  };
  refusals = {
    400: await call('POST', '/utilisateurs', { body: {} }),
    '400 of a body that is no JSON': await call('POST', '/utilisateurs', { body: '{' }),
    401: await call('GET', path, { token: null }),
    403: await call('GET', path, { token: await member(randomUUID()) }),
    404: await call('GET', userPath(randomUUID())),
    '404 of a path that nobody answers to': await call('GET', '/utilisatrices'),
    '404 of a method that nobody answers to': await call('PUT', path, { body: {} }),
    409: await pay(paid, 1),
    412: await patchUser(user.id, { nom: 'x' }, { headers: { 'if-match': '"x"' } }),
    415: await call('POST', '/utilisateurs', { body: 'nom=x', headers: { 'content-type': 'text/plain' } }),
  };
});

describe('every answer', () => {
  it('has the status of the contract', () => {
    const statuses = Object.fromEntries(Object.entries(successes).map(([name, { status }]) => [name, status]));
    expect(statuses).toEqual({
      create: 201,
      get: 200,
      update: 200,
      verify: 200,
      list: 200,
      'add a penalty': 201,
      'get a penalty': 200,
      'list penalties': 200,
      pay: 200,
      waive: 200,
      delete: 204,
    });
    for (const [name, { status }] of Object.entries(refusals))
      expect([name, status]).toEqual([name, Number(name.slice(0, 3))]);
  });

  it('has a request id of its own', () => {
    const ids = [...Object.values(successes), ...Object.values(refusals)].map(({ headers }) => headers['x-request-id']);
    for (const id of ids) expect(id).toMatch(/./);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is kept by no cache, for it is about a person', () => {
    for (const { headers } of [...Object.values(successes), ...Object.values(refusals)])
      expect(headers['cache-control']).toBe('no-store');
  });
});

describe('a success', () => {
  it('is JSON in UTF-8, or nothing', () => {
    for (const { status, headers, body } of Object.values(successes)) {
      if (status === 204) expect(body).toBeUndefined();
      else expect(headers['content-type']).toBe('application/json; charset=utf-8');
    }
  });

  it('has a strong ETag when it is one entity', () => {
    const { delete: _, list, 'list penalties': penalties, ...entities } = successes;
    for (const { headers } of Object.values(entities)) expect(headers.etag).toMatch(STRONG_TAG);
    for (const { headers } of [list, penalties] as Answer[]) expect(headers.etag).toBeUndefined();
  });

  it('has a Location exactly when something was made', () => {
    for (const { status, headers, body } of Object.values(successes)) {
      if (status === 201) expect(headers.location?.endsWith(body.id)).toBe(true);
      else expect(headers.location).toBeUndefined();
    }
  });
});

describe('an ETag', () => {
  it('moves with the entity and not otherwise', async () => {
    const penalty = await newPenalty(2);
    const tag = async () => (await call('GET', penaltyPath(penalty))).headers.etag;
    const before = await tag();
    expect(await tag()).toBe(before);
    const paid = await pay(penalty, 1);
    expect(await tag()).toBe(paid.headers.etag);
    expect(await tag()).not.toBe(before);
  });

  it('of an account does not move with what it owes', async () => {
    const { id } = await newUser();
    const tag = async () => (await call('GET', userPath(id))).headers.etag;
    const before = await tag();
    await addPenalty(id);
    expect(await tag()).toBe(before);
  });
});

describe('a refusal', () => {
  it('is a problem, and tells nothing of the insides', () => {
    for (const answer of Object.values(refusals)) expectProblem(answer, answer.status, answer.body.code);
  });

  it('names the path that was called', () => {
    expect(refusals['404 of a path that nobody answers to']?.body).toMatchObject({
      code: 'route_introuvable',
      instance: '/utilisatrices',
    });
    expect(refusals['404 of a method that nobody answers to']?.body.code).toBe('route_introuvable');
  });

  it('says how to authenticate, when that is what was missing', () => {
    for (const { status, headers } of Object.values(refusals))
      expect(headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
  });
});
