import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, call, member, newUser, type Options, overHttp, someone } from '../../support/api.ts';
import { availability, patchBook, postBook, search, someBook } from '../../support/books.ts';
import { forward, restartClock, stopClock } from '../../support/clock.ts';
import { findCopy, scan } from '../../support/copies.ts';
import { oneOfEach } from '../../support/extent.ts';
import * as loans from '../../support/loans.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { tokenOf } from '../../support/tokens.ts';
import { atOnce, deleteUser, keyed, patchUser, tally, verification } from '../../support/users.ts';
import { NAMES, newThings, OWING, requestOf, send, statusOf, type Things } from './operations.ts';

/** The same request under the same `Idempotency-Key` happens once, and its first answer is given again. */

afterEach(restartClock);

/** The second answer is the first, and a header tells them apart. */
function expectReplay(replay: Answer, first: Answer): void {
  expect(first.headers['idempotent-replayed']).toBeUndefined();
  expect(replay.headers['idempotent-replayed']).toBe('true');
  expect([replay.status, replay.body]).toEqual([first.status, first.body]);
  expect([replay.headers.etag, replay.headers.location]).toEqual([first.headers.etag, first.headers.location]);
}

const POSTS = NAMES.filter((name) =>
  /create|add|pay-|strike|waive|renew|return|scan|lose|notify|(place|suspend|resume|cancel)-hold/.test(name),
);

const create = (body: object) => (options: Options) => call('POST', '/utilisateurs', { body, ...options });

/** What can be seen of what a request about these things has done, but for identifiers and dates. */
async function effectsOn({ user, book, loan }: Things, { email, titre }: { email?: string; titre?: string } = {}) {
  const { livre_id, prolongations, statut } = (await loans.getLoan(loan)).body;
  const [{ utilisateur_id: _, ...account }, penalties, ...others] = await Promise.all([
    verification(user),
    loans.penaltiesOf(user),
    ...['en_cours', 'rendu'].map(async (state) => (await loans.loansOf(user, state)).length),
    ...[book, livre_id].map(async (id) => (await availability(id)).disponibles),
    email && call('GET', `/utilisateurs?email=${email}`).then(({ body }) => body.elements.length),
    titre && search({ titre }).then(({ length }) => length),
  ]);
  const amounts = penalties.map(({ montant, reste_a_payer }: Record<string, number>) => [montant, reste_a_payer]);
  return { account, amounts, prolongations, statut, others };
}

/** The same value in other letters. A day can be written in one way only. */
const otherwise = (value: unknown): unknown => {
  if (typeof value !== 'string' || /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  return /@|^[0-9a-f]{8}-/.test(value) ? value.toUpperCase() : ` ${value} `;
};

/** New things and one request about them, which can be written in two ways. */
async function prepare(name: string, days: number) {
  if (days > 0) stopClock();
  const things = await newThings({ owing: OWING.includes(name) });
  if (days > 0) forward({ days });
  const [method, path, body] = requestOf(name, things);
  const fields = Object.entries(body ?? {}).map(([field, value]) => [field, otherwise(value)]);
  return {
    effects: () => effectsOn(things, body),
    request: (options: Options) => call(method, path, { body, ...options }),
    sameRequest: (options: Options) =>
      call(
        method,
        path.replace(/[0-9a-f-]{36}/, (id) => id.toUpperCase()),
        {
          body: Object.fromEntries(fields),
          ...options,
        },
      ),
  };
}

/** The calls that are made ten times at once: all, or one in three in an everyday run. */
const AT_ONCE = oneOfEach(3, POSTS, 'ten calls at once');

/** A return so late that its fee is the highest, which does not grow while a test prepares another loan. */
const LATE = overHttp ? [] : [['loans-return', 100] as const];

describe.each([...POSTS.filter((name) => name !== 'loans-notify-overdue').map((name) => [name, 0] as const), ...LATE])(
  'under one key, %s (%i days later)',
  (name, days) => {
    const key = keyed();
    let one: Awaited<ReturnType<typeof prepare>>;
    let first: Answer;
    let once: unknown;
    beforeAll(async () => {
      one = await prepare(name, days);
      first = await one.request(key);
      once = await one.effects();
    });

    test('happens once, is answered as at first and as without a key, and another request does not happen', async () => {
      expect(first.status).toBe(statusOf(name));
      for (const again of [one.request, one.sameRequest, one.request]) expectReplay(await again(key), first);
      const other = await prepare(name, days);
      const before = await other.effects();
      expectProblem(await other.request(key), 422, 'cle_idempotence_reutilisee');
      expect([await one.effects(), await other.effects()]).toEqual([once, before]);
      await other.request({});
      expect(await other.effects()).toEqual(once);
    });

    if (AT_ONCE.includes(name))
      test('happens once when it is asked for ten times at once, and all are told the same', async () => {
        const { request, effects } = await prepare(name, days);
        const ownKey = keyed();
        const answers = await atOnce(10, () => request(ownKey));
        const [earliest, ...others] = answers.toSorted(({ headers }) => ('idempotent-replayed' in headers ? 1 : -1));
        expect(earliest?.status).toBe(statusOf(name));
        for (const other of others) expectReplay(other, earliest as Answer);
        expect(await effects()).toEqual(once);
      });
  },
);

test('the first answer is given again whatever has become of what it told', async () => {
  const [creating, cataloguing, lending, renewing, scanning] = [keyed(), keyed(), keyed(), keyed(), keyed()];
  const [person, title] = [someone(), someBook()];
  const [user, book] = [await create(person)(creating), await postBook(title, cataloguing)];
  await patchUser(user.body.id, { nom: 'Autre' });
  await patchBook(book.body.id, { annee: 2001 });
  expectReplay(await create(person)(creating), user);
  expectReplay(await postBook(title, cataloguing), book);
  const lent = await loans.lend(user.body.id, book.body.id, lending);
  const renewed = await loans.renew(lent.body.id, renewing);
  await loans.renew(lent.body.id);
  expectReplay(await loans.renew(lent.body.id, renewing), renewed);
  await loans.giveBack(lent.body.id);
  expectReplay(await loans.renew(lent.body.id, renewing), renewed);
  expectReplay(await loans.lend(user.body.id, book.body.id, lending), lent);
  expect((await loans.getLoan(lent.body.id)).body).toMatchObject({ statut: 'rendu', prolongations: 2 });

  const [{ code_barres }, again] = [lent.body, await loans.lend(user.body.id, book.body.id)];
  const scanned = await scan(code_barres, scanning);
  expect(scanned.body.emprunt.id).toBe(again.body.id);
  await loans.lend(user.body.id, book.body.id);
  expectReplay(await scan(code_barres, scanning), scanned);
  expect((await findCopy(code_barres)).body.situation).toBe('emprunte');
});

test('a refusal is not remembered', async () => {
  const { id, email } = await newUser();
  const [key, request] = [keyed(), create(someone({ email }))];
  expectFaults(await create({ email })(key), 'nom', 'prenom');
  expect(tally(await atOnce(5, () => request(key)))).toEqual({ 409: 5 });
  await deleteUser(id);
  const first = await request(key);
  expect(first.status).toBe(201);
  expectReplay(await request(key), first);
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
  test.each(['!', VISIBLE, 'k'.repeat(255)])('may be %s', async (text) => {
    // The caller is new, so that nobody has used the key before.
    const options = { ...keyed(text), token: await tokenOf({ sub: randomUUID() }) };
    const body = someone();
    const first = await create(body)(options);
    expect(first.status).toBe(201);
    expectReplay(await create(body)(options), first);
  });

  test('has from 1 to 255 visible characters of ASCII in every operation that heeds it', async () => {
    const things = await newThings();
    expect(POSTS).toHaveLength(17);
    // Not every client sends what no header may have.
    for (const text of ['k'.repeat(256), 'a b', ...(overHttp ? [] : ['', 'clé'])])
      for (const name of POSTS) expectFaults(await send(name, things, keyed(text)), 'Idempotency-Key');
  });
});
