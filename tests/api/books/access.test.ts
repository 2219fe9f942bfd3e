import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, librarian, member } from '../../support/api.ts';
import { bookPath, found, getBook, newBook, someBook, uniqueWord } from '../../support/books.ts';
import { expectProblem } from '../../support/problems.ts';

let id: string;
let path: string;
const word = uniqueWord();

beforeAll(async () => {
  ({ id } = await newBook({ titre: word }));
  path = bookPath(id);
});

describe('the catalogue is public', () => {
  it('to whoever has no token', async () => {
    for (const part of ['', '/disponibilite'])
      expect(await call('GET', path + part, { token: null })).toMatchObject({ status: 200 });
    expect((await call('GET', `/livres?titre=${word}`, { token: null })).body.elements).toMatchObject([{ id }]);
    expect(await call('GET', '/livres', { token: null })).toMatchObject({ status: 200 });
    expectProblem(await call('GET', bookPath(randomUUID()), { token: null }), 404, 'livre_introuvable');
  });

  it('to a member', async () => {
    const token = await member(randomUUID());
    for (const there of [path, `${path}/disponibilite`, `/livres?titre=${word}`])
      expect(await call('GET', there, { token })).toMatchObject({ status: 200 });
  });

  it('but a token that proves nothing is refused', async () => {
    const forged = `${librarian.slice(0, -8)}AAAAAAAA`;
    for (const there of [path, `${path}/disponibilite`, `/livres?titre=${word}`, '/livres'])
      for (const token of [forged, 'nonsense']) {
        const answer = await call('GET', there, { token });
        expectProblem(answer, 401, 'non_authentifie');
        expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
      }
  });
});

describe('writing is for librarians', () => {
  const writes = (): [method: string, path: string, body?: object][] => [
    ['POST', '/livres', someBook({ titre: `${word} intrus` })],
    ['PATCH', path, { titre: `${word} intrus` }],
    ['DELETE', path],
    ['DELETE', bookPath(randomUUID())],
  ];

  it('not for whoever has no token', async () => {
    for (const [method, there, body] of writes()) {
      const answer = await call(method, there, { body, token: null });
      expectProblem(answer, 401, 'non_authentifie');
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    }
  });

  it('not under a forged token', async () => {
    for (const [method, there, body] of writes())
      expectProblem(
        await call(method, there, { body, token: `${librarian.slice(0, -8)}AAAAAAAA` }),
        401,
        'non_authentifie',
      );
  });

  it('not for a member, whether or not the book exists', async () => {
    const token = await member(randomUUID());
    for (const [method, there, body] of writes())
      expectProblem(await call(method, there, { body, token }), 403, 'acces_refuse');
  });

  it('is looked at before what is written', async () => {
    expectProblem(await call('POST', '/livres', { body: '{', token: null }), 401, 'non_authentifie');
    expectProblem(await call('PATCH', '/livres/1', { body: {}, token: null }), 401, 'non_authentifie');
  });

  it('and nothing of this has changed anything', async () => {
    expect((await getBook(id)).body.titre).toBe(word);
    expect(await found({ titre: `${word} intrus` })).toEqual([]);
  });
});
