import { describe, expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { bookPath, newBook } from '../../support/books.ts';
import { newIsbn } from '../../support/isbn.ts';
import { giveBack, newLoan } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { addPenalty, ifMatch, userPath } from '../../support/users.ts';
import { newThings, OWING, send } from './operations.ts';

/** The `ETag` tells the version of an entity, and `If-Match` keeps a change to the version that was seen. */

const tagOf = async (path: string): Promise<string> => (await call('GET', path)).headers.etag as string;

const newUserPath = async () => userPath((await newUser()).id);
const newBookPath = async () => bookPath((await newBook()).id);

test.each([
  ['users-get', 'users-update'],
  ['books-get', 'books-update'],
  ['users-get-penalty', 'users-pay-penalty'],
  ['loans-get', 'loans-renew'],
])('the tag of %s changes with %s and not otherwise', async (read, change) => {
  const things = await newThings({ owing: OWING.includes(change) });
  const tag = async () => (await send(read, things)).headers.etag;
  const before = await tag();
  expect(await tag()).toBe(before);
  const { status, headers } = await send(change, things);
  expect([status, headers.etag]).toEqual([200, await tag()]);
  expect(headers.etag).not.toBe(before);
});

test('the tags of an account and of a book do not change with what the account owes and borrows', async () => {
  const { utilisateur_id, livre_id, id } = await newLoan();
  const tags = async () => [await tagOf(userPath(utilisateur_id)), await tagOf(bookPath(livre_id))];
  const before = await tags();
  await giveBack(id);
  await addPenalty(utilisateur_id);
  expect(await tags()).toEqual(before);
});

describe.each([
  {
    entity: 'an account',
    code: 'utilisateur_introuvable',
    newPath: newUserPath,
    changes: [{ nom: 'Un' }, { nom: 'Deux' }],
    refused: async () => ({ email: (await newUser()).email }),
  },
  {
    entity: 'a book',
    code: 'livre_introuvable',
    newPath: newBookPath,
    changes: [{ titre: 'Un' }, { titre: 'Deux' }],
    refused: async () => ({ isbn: (await newBook({ isbn: newIsbn().ten })).isbn }),
  },
])('If-Match on $entity', ({ code, newPath, changes: [one, other], refused }) => {
  const patch = (path: string, body: object | undefined, tag: string) => call('PATCH', path, { body, ...ifMatch(tag) });
  const remove = (path: string, tag: string) => call('DELETE', path, ifMatch(tag));

  test('lets one change through of those that were decided on one version', async () => {
    const path = await newPath();
    const seen = await tagOf(path);
    const { status, headers, body } = await patch(path, one, seen);
    expect([status, headers.etag]).toEqual([200, await tagOf(path)]);
    expectProblem(await patch(path, other, seen), 412, 'version_perimee');
    expectProblem(await remove(path, seen), 412, 'version_perimee');
    expect((await call('GET', path)).body).toEqual(body);
    expect((await remove(path, headers.etag as string)).status).toBe(204);
  });

  test('refuses a change under another tag, a weak one or one without its quotes, before any rule is applied', async () => {
    const path = await newPath();
    const { body, headers } = await call('GET', path);
    const present = headers.etag as string;
    for (const tag of ['"autre"', '"autre", "encore"', `W/${present}`, present.slice(1, -1), '"*"']) {
      expectProblem(await patch(path, one, tag), 412, 'version_perimee');
      expectProblem(await remove(path, tag), 412, 'version_perimee');
    }
    expectProblem(await patch(path, await refused(), '"autre"'), 412, 'version_perimee');
    expect((await call('GET', path)).body).toEqual(body);
  });

  test('may be * or a list that has the present tag, and is answered 404 when nothing is there', async () => {
    const path = await newPath();
    expect((await patch(path, one, '*')).status).toBe(200);
    expect((await patch(path, other, `"a", ${await tagOf(path)}`)).status).toBe(200);
    expect((await remove(path, `${await tagOf(path)}, "a"`)).status).toBe(204);
    for (const tag of ['*', '"a"'])
      for (const answer of [await patch(path, one, tag), await remove(path, tag)]) expectProblem(answer, 404, code);
  });
});
