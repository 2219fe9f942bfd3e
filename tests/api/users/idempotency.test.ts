import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Answer, call, newUser, someone } from '../../support/api.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { tokenOf } from '../../support/tokens.ts';
import {
  addPenalty,
  deleteUser,
  getUser,
  keyed,
  newPenalty,
  patchUser,
  pay,
  penaltiesPath,
  verification,
  waive,
} from '../../support/users.ts';

const create = (body: object, key: string, more: object = {}) =>
  call('POST', '/utilisateurs', { body, ...keyed(key), ...more });
const penaltiesOf = async (id: string) => (await call('GET', penaltiesPath(id))).body.elements;

/** The second answer is the first, told apart by its header only. */
function expectReplay(replay: Answer, first: Answer): void {
  expect(first.headers['idempotent-replayed']).toBeUndefined();
  expect(replay.headers['idempotent-replayed']).toBe('true');
  expect([replay.status, replay.body]).toEqual([first.status, first.body]);
  expect([replay.headers.etag, replay.headers.location]).toEqual([first.headers.etag, first.headers.location]);
}

describe('the same key with the same body', () => {
  it('makes one account', async () => {
    const [body, key] = [someone(), randomUUID()];
    const first = await create(body, key);
    expect(first.status).toBe(201);
    expectReplay(await create(body, key), first);
    expectReplay(await create(body, key), first);
    expect((await call('GET', `/utilisateurs?email=${body.email}`)).body.elements).toEqual([first.body]);
  });

  it('adds one penalty', async () => {
    const { id } = await newUser();
    const key = keyed();
    const first = await addPenalty(id, 3, key);
    expectReplay(await addPenalty(id, 3, key), first);
    expect(await penaltiesOf(id)).toEqual([first.body]);
    expect((await verification(id)).total_impaye).toBe(3);
  });

  it('pays once, be it in part or the whole', async () => {
    for (const amount of [1, 3]) {
      const penalty = await newPenalty(3);
      const key = keyed();
      const first = await pay(penalty, amount, key);
      expect(first.status).toBe(200);
      expectReplay(await pay(penalty, amount, key), first);
      expect((await verification(penalty.utilisateur_id)).total_impaye).toBe(3 - amount);
    }
  });

  it('waives once', async () => {
    const penalty = await newPenalty(3);
    const key = keyed();
    const first = await waive(penalty, key);
    expect(first.status).toBe(200);
    expectReplay(await waive(penalty, key), first);
  });

  it('means the same body however it is written', async () => {
    const { nom, prenom, email } = someone();
    const key = randomUUID();
    const first = await create({ nom, prenom, email }, key);
    expectReplay(await create({ email: email.toUpperCase(), nom: ` ${nom} `, prenom }, key), first);
  });

  it('answers as at first, whatever became of the thing meanwhile', async () => {
    const [body, key] = [someone(), randomUUID()];
    const first = await create(body, key);
    await patchUser(first.body.id, { nom: 'Autre' });
    expectReplay(await create(body, key), first);
    await deleteUser(first.body.id);
    expectReplay(await create(body, key), first);
    expect((await getUser(first.body.id)).status).toBe(404);
  });
});

describe('the same key with something else', () => {
  it('is refused, and nothing happens', async () => {
    const [body, key] = [someone(), randomUUID()];
    await create(body, key);
    const other = { ...someone(), nom: body.nom };
    expectProblem(await create(other, key), 422, 'cle_idempotence_reutilisee');
    expectProblem(await create({ ...body, nom: 'Autre' }, key), 422, 'cle_idempotence_reutilisee');
    expect((await call('GET', `/utilisateurs?email=${other.email}`)).body.elements).toEqual([]);
  });

  it('is refused for another amount, and for another user', async () => {
    const [one, other] = [await newUser(), await newUser()];
    const key = keyed();
    await addPenalty(one.id, 3, key);
    expectProblem(await addPenalty(one.id, 4, key), 422, 'cle_idempotence_reutilisee');
    expectProblem(await addPenalty(other.id, 3, key), 422, 'cle_idempotence_reutilisee');
    expect(await penaltiesOf(one.id)).toHaveLength(1);
    expect(await penaltiesOf(other.id)).toEqual([]);
  });

  it('is refused for another payment, and for another penalty', async () => {
    const [one, other] = [await newPenalty(3), await newPenalty(3)];
    const key = keyed();
    await pay(one, 1, key);
    expectProblem(await pay(one, 2, key), 422, 'cle_idempotence_reutilisee');
    expectProblem(await pay(other, 1, key), 422, 'cle_idempotence_reutilisee');
    expect((await verification(one.utilisateur_id)).total_impaye).toBe(2);
    expect((await verification(other.utilisateur_id)).total_impaye).toBe(3);
  });
});

describe('a key belongs', () => {
  it('to its caller', async () => {
    const key = randomUUID();
    const body = someone();
    const first = await create(body, key, { token: await tokenOf({ sub: 'bibliothecaire-1' }) });
    const other = await create(someone(), key, { token: await tokenOf({ sub: 'bibliothecaire-2' }) });
    expect([first.status, other.status]).toEqual([201, 201]);
    expect(other.headers['idempotent-replayed']).toBeUndefined();
    expectReplay(
      await create(body, key, { token: await tokenOf({ sub: 'bibliothecaire-1', exp: 9_999_999_999 }) }),
      first,
    );
  });

  it('to its operation', async () => {
    const key = randomUUID();
    const user = await create(someone(), key);
    const penalty = await addPenalty(user.body.id, 3, keyed(key));
    const paid = await pay(penalty.body, 1, keyed(key));
    const waived = await waive(penalty.body, keyed(key));
    for (const answer of [user, penalty, paid, waived]) {
      expect(answer.status).toBeLessThan(300);
      expect(answer.headers['idempotent-replayed']).toBeUndefined();
    }
  });

  it('to POST only', async () => {
    const { id } = await newUser();
    const key = keyed();
    await patchUser(id, { nom: 'Un' }, key);
    expect((await patchUser(id, { nom: 'Deux' }, key)).body.nom).toBe('Deux');
  });
});

describe('a refusal is not remembered', () => {
  it('when a rule said no', async () => {
    const owner = await newUser();
    const [body, key] = [someone({ email: owner.email }), randomUUID()];
    expectProblem(await create(body, key), 409, 'email_deja_utilise');
    expectProblem(await create(body, key), 409, 'email_deja_utilise');
    await deleteUser(owner.id);
    const first = await create(body, key);
    expect([first.status, first.headers['idempotent-replayed']]).toEqual([201, undefined]);
  });

  it('when the body was at fault, so that the key serves the mended one', async () => {
    const key = randomUUID();
    expectFaults(await create({ ...someone(), nom: '' }, key), 'nom');
    expect((await create(someone(), key)).status).toBe(201);
  });

  it('when too much was paid', async () => {
    const penalty = await newPenalty(3);
    const key = keyed();
    expect((await pay(penalty, 4, key)).status).toBe(409);
    expect((await pay(penalty, 3, key)).status).toBe(200);
  });

  it('when there was no such account', async () => {
    const key = keyed();
    expectProblem(await addPenalty(randomUUID(), 3, key), 404, 'utilisateur_introuvable');
    expect((await addPenalty((await newUser()).id, 3, key)).status).toBe(201);
  });
});

describe('a key', () => {
  it.each([
    ['one character', '!'],
    ['every visible character', Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).join('')],
    ['255 characters', 'k'.repeat(255)],
  ])('may have %s', async (_, start) => {
    // Unique where it is short of room to be so: another caller's keys are other keys.
    const token = await tokenOf({ sub: randomUUID() });
    const body = someone();
    const first = await create(body, start, { token });
    expect(first.status).toBe(201);
    expectReplay(await create(body, start, { token }), first);
  });

  it.each([
    ['no character', ''],
    ['256 characters', 'k'.repeat(256)],
    ['a space inside', 'a b'],
    ['a character that is not ASCII', 'clé'],
  ])('may not have %s', async (_, key) => {
    const body = someone();
    expectFaults(await create(body, key), 'Idempotency-Key');
    expect((await call('GET', `/utilisateurs?email=${body.email}`)).body.elements).toEqual([]);
  });

  it('at fault is named beside the faults of the body', async () => {
    expectFaults(await create({ ...someone(), nom: '' }, 'a b'), 'Idempotency-Key', 'nom');
  });
});
