import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Answer, member, newUser, overHttp, someone } from '../../support/api.ts';
import { newBook } from '../../support/books.ts';
import { restartClock } from '../../support/clock.ts';
import * as loans from '../../support/loans.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { tokenOf } from '../../support/tokens.ts';
import { addPenalty, atOnce, keyed, patchUser, tally } from '../../support/users.ts';
import { create, penaltiesOf, REFUSALS, SCENES } from './keyed-requests.ts';
import { NAMES, newThings, OWING, requestOf, send, statusOf } from './operations.ts';

/** The same request under the same `Idempotency-Key` happens once, and its first answer is given again. */

afterEach(restartClock);

/** The second answer is the first, and a header tells them apart. */
function expectReplay(replay: Answer, first: Answer): void {
  expect(first.headers['idempotent-replayed']).toBeUndefined();
  expect(replay.headers['idempotent-replayed']).toBe('true');
  expect([replay.status, replay.body]).toEqual([first.status, first.body]);
  expect([replay.headers.etag, replay.headers.location]).toEqual([first.headers.etag, first.headers.location]);
}

const none = (times: number[]) => times.map(() => 0);
const once = (times: number[]) => times.map(() => 1);

describe.each(Object.entries(SCENES))('under one key, %s', (_, scene) => {
  test('happens once, and is answered as at first whatever has become of it', async () => {
    const { same, times, meanwhile } = await scene();
    const before = await times();
    expect(before).toEqual(none(before));
    const key = keyed();
    const first = await same[0](key);
    expect(first.status).toBeLessThan(300);
    for (const again of [...same, ...same]) expectReplay(await again(key), first);
    await meanwhile?.();
    expectReplay(await same[0](key), first);
    expect(await times()).toEqual(once(before));
  });

  test('happens once when it is asked for thirty times at once, and all are told the same', async () => {
    const { same, times } = await scene();
    const key = keyed();
    const answers = await atOnce(30, () => same[0](key));
    const [first, ...others] = answers.toSorted(({ headers }) => ('idempotent-replayed' in headers ? 1 : -1));
    expect(first?.status).toBeLessThan(300);
    for (const other of others) expectReplay(other, first as Answer);
    const after = await times();
    expect(after).toEqual(once(after));
  });

  test('happens, and another request of the same operation does not', async () => {
    const { same, times, others, othersTimes } = await scene();
    const key = keyed();
    await same[0](key);
    for (const other of others) expectProblem(await other(key), 422, 'cle_idempotence_reutilisee');
    const [after, othersAfter] = [await times(), await othersTimes()];
    expect([after, othersAfter]).toEqual([once(after), none(othersAfter)]);
  });
});

test('one key for two requests at once does one of them, and the callers of the other are told so', async () => {
  const { id } = await newUser();
  const key = keyed();
  const answers = await atOnce(30, (n) => addPenalty(id, 1 + (n % 2), key));
  expect(tally(answers)).toEqual({ 201: 15, 422: 15 });
  expect(await penaltiesOf(id)).toHaveLength(1);
});

test('the first answer of a loan and of a renewal is given again when neither could be had any more', async () => {
  const [user, book] = [await newUser(), await newBook()];
  const [lending, renewing] = [keyed(), keyed()];
  const lent = await loans.lend(user.id, book.id, lending);
  const renewed = await loans.renew(lent.body.id, renewing);
  await loans.renew(lent.body.id);
  expectReplay(await loans.renew(lent.body.id, renewing), renewed);
  await loans.giveBack(lent.body.id);
  expectReplay(await loans.renew(lent.body.id, renewing), renewed);
  expectReplay(await loans.lend(user.id, book.id, lending), lent);
  expect((await loans.getLoan(lent.body.id)).body).toMatchObject({ statut: 'rendu', prolongations: 2 });
});

test('a run of notices is not run again under its key', async () => {
  const key = keyed();
  const first = await loans.notify(key);
  expect([first.status, Object.values(first.body)]).toEqual([200, [expect.any(Number), expect.any(Number)]]);
  expectReplay(await loans.notify(key), first);
});

describe('a refusal is not remembered', () => {
  test.each(Object.entries(REFUSALS))('of %s', async (_, refusal) => {
    const { status, code, request, mend, mended = request } = await refusal();
    const key = keyed();
    for (const answer of [await request(key), ...(await atOnce(5, () => request(key)))])
      expectProblem(answer, status, code);
    await mend?.();
    const first = await mended(key);
    expect(first.status).toBeLessThan(300);
    expectReplay(await mended(key), first);
  });

  test('of a body at fault', async () => {
    const key = keyed();
    expectFaults(await create({ ...someone(), nom: '' })(key), 'nom');
    expect((await create(someone())(key)).status).toBe(201);
  });
});

describe('a key', () => {
  test('belongs to its caller', async () => {
    const [key, body, loan] = [keyed(), someone(), await loans.newLoan()];
    const first = await create(body)({ ...key, token: await tokenOf({ sub: 'bibliothecaire-1' }) });
    const other = await create(someone())({ ...key, token: await tokenOf({ sub: 'bibliothecaire-2' }) });
    expect([first.status, other.status]).toEqual([201, 201]);
    const later = await tokenOf({ sub: 'bibliothecaire-1', exp: 9_999_999_999 });
    expectReplay(await create(body)({ ...key, token: later }), first);

    await loans.renew(loan.id, key);
    expectProblem(await loans.renew(loan.id, { ...key, token: await member(randomUUID()) }), 403, 'acces_refuse');
    const renewed = await loans.renew(loan.id, { ...key, token: await member(loan.utilisateur_id) });
    expect(renewed.body.prolongations).toBe(2);
  });

  test('belongs to its operation, and to POST alone', async () => {
    const key = keyed();
    const things = await newThings({ owing: true });
    for (const name of ['users-create', 'users-add-penalty', ...OWING, 'books-create', 'loans-return']) {
      const { status, headers } = await send(name, things, key);
      expect([name, status, headers['idempotent-replayed']]).toEqual([name, statusOf(name), undefined]);
    }
    await patchUser(things.user, { nom: 'Un' }, key);
    expect((await patchUser(things.user, { nom: 'Deux' }, key)).body.nom).toBe('Deux');
  });

  const VISIBLE = Array.from({ length: 94 }, (_, n) => String.fromCharCode(0x21 + n)).join('');
  test.each([
    ['one character', '!'],
    ['every visible character', VISIBLE],
    ['255 characters', 'k'.repeat(255)],
  ])('may have %s', async (_, text) => {
    // A caller of its own, whose keys are nobody else's.
    const options = { ...keyed(text), token: await tokenOf({ sub: randomUUID() }) };
    const body = someone();
    const first = await create(body)(options);
    expect(first.status).toBe(201);
    expectReplay(await create(body)(options), first);
  });

  test('has from 1 to 255 visible characters of ASCII in every operation that heeds it', async () => {
    const things = await newThings();
    const posts = NAMES.filter((name) => requestOf(name, things)[0] === 'POST');
    expect(posts).toHaveLength(9);
    // Not every client sends what no header may have.
    for (const text of ['k'.repeat(256), 'a b', ...(overHttp ? [] : ['', 'clé'])])
      for (const name of posts) expectFaults(await send(name, things, keyed(text)), 'Idempotency-Key');
  });
});
