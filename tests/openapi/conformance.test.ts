import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, call, newUser, someone } from '../support/api.ts';
import { nonconformities } from '../support/conformance.ts';

/** The checker itself: a right answer passes, and every way of not being one is found. */

let user: Answer;
let list: Answer;
let refusal: Answer;

beforeAll(async () => {
  user = await call('POST', '/utilisateurs', { body: someone() });
  list = await call('GET', '/utilisateurs');
  refusal = await call('GET', '/utilisateurs/x');
});

const complaints = (method: string, path: string, answer: Answer, over: Partial<Answer>) =>
  nonconformities(method, path, { ...answer, ...over });

const without = (name: string) => ({ ...user.headers, [name]: undefined as never });

describe('an answer that conforms', () => {
  it('gives no complaint', async () => {
    const { id } = await newUser();
    const gone = await call('DELETE', `/utilisateurs/${id}`);
    expect(nonconformities('POST', '/utilisateurs', user)).toEqual([]);
    expect(nonconformities('GET', '/utilisateurs?limite=3', list)).toEqual([]);
    expect(nonconformities('GET', '/utilisateurs/x', refusal)).toEqual([]);
    expect(nonconformities('DELETE', `/utilisateurs/${id}`, gone)).toEqual([]);
    expect(nonconformities('GET', '/rien', await call('GET', '/rien'))).toEqual([]);
  });
});

describe('a complaint', () => {
  it.each<[string, () => Partial<Answer>]>([
    ['a status that is not documented', () => ({ status: 202 })],
    ['a member too many', () => ({ body: { ...user.body, mot_de_passe: 'x' } })],
    ['a member missing', () => ({ body: { ...user.body, email: undefined } })],
    ['a member of another type', () => ({ body: { ...user.body, nom: 1 } })],
    ['a member of another form', () => ({ body: { ...user.body, date_creation: 'hier' } })],
    ['no body', () => ({ body: undefined })],
    ['another type of content', () => ({ headers: { ...user.headers, 'content-type': 'text/html' } })],
    ['no type of content', () => ({ headers: without('content-type') })],
    ['no ETag', () => ({ headers: without('etag') })],
    ['no Location', () => ({ headers: without('location') })],
    ['no x-request-id', () => ({ headers: without('x-request-id') })],
    ['a weak ETag', () => ({ headers: { ...user.headers, etag: 'W/"x"' } })],
  ])('is made of %s', (_, over) => {
    expect(complaints('POST', '/utilisateurs', user, over())).not.toEqual([]);
  });

  it('is made of an element that is not right', () => {
    expect(complaints('GET', '/utilisateurs', list, { body: { elements: [{}] } })).not.toEqual([]);
  });

  it('is made of a code that the operation does not have', () => {
    const body = { ...refusal.body, code: 'livre_introuvable' };
    expect(complaints('GET', '/utilisateurs/x', refusal, { body })).not.toEqual([]);
  });

  it('is made of a problem whose status is another', () => {
    expect(complaints('GET', '/utilisateurs/x', refusal, { body: { ...refusal.body, status: 404 } })).not.toEqual([]);
  });

  it('is made of a body where there is none', () => {
    expect(complaints('DELETE', '/utilisateurs/x', user, { status: 204 })).not.toEqual([]);
  });

  it('is made of an address that nothing is documented at', () => {
    expect(nonconformities('GET', '/rien', user)).not.toEqual([]);
    expect(nonconformities('PUT', '/utilisateurs/x', refusal)).not.toEqual([]);
  });
});
