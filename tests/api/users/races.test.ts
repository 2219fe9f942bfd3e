import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Answer, call, newUser, someone } from '../../support/api.ts';
import {
  addPenalty,
  atOnce,
  deleteUser,
  getUser,
  ifMatch,
  keyed,
  newPenalty,
  patchUser,
  pay,
  penaltiesPath,
  penaltyPath,
  tally,
  verification,
  waive,
} from '../../support/users.ts';

const ownersOf = async (email: string) => (await call('GET', `/utilisateurs?email=${email}`)).body.elements;
const totalOf = async (id: string) => (await verification(id)).total_impaye;
const penaltiesOf = async (id: string) => (await call('GET', penaltiesPath(id))).body.elements;

/** One effect, and everybody was told the same; one of them did it. */
function expectOneEffect(answers: Answer[], status: number): void {
  expect(tally(answers)).toEqual({ [status]: answers.length });
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
}

describe('one e-mail', () => {
  it('asked for by 50 creations at once goes to exactly one', async () => {
    const { email } = someone();
    const answers = await atOnce(50, () => call('POST', '/utilisateurs', { body: someone({ email }) }));
    expect(tally(answers)).toEqual({ 201: 1, 409: 49 });
    expect(await ownersOf(email)).toEqual([answers.find(({ status }) => status === 201)?.body]);
  });

  it('asked for by ten accounts at once goes to exactly one, and the others keep theirs', async () => {
    const users = await atOnce(10, () => newUser());
    const { email } = someone();
    const answers = await Promise.all(users.map(({ id }) => patchUser(id, { email })));
    expect(tally(answers)).toEqual({ 200: 1, 409: 9 });
    for (const [index, user] of users.entries()) {
      const won = answers[index]?.status === 200;
      expect((await getUser(user.id)).body.email).toBe(won ? email : user.email);
      expect(await ownersOf(user.email)).toEqual(won ? [] : [user]);
    }
    expect(await ownersOf(email)).toHaveLength(1);
  });

  it('swapped between two accounts at once ends with each having one, and no e-mail with two', async () => {
    const [one, other] = [await newUser(), await newUser()];
    const answers = await Promise.all([
      patchUser(one.id, { email: other.email }),
      patchUser(other.id, { email: one.email }),
    ]);
    expect(tally(answers)).toEqual({ 409: 2 });
    expect(await ownersOf(one.email)).toEqual([one]);
    expect(await ownersOf(other.email)).toEqual([other]);
  });
});

describe('one penalty', () => {
  it('paid whole 20 times at once is paid once', async () => {
    const { id } = await newUser();
    const [penalty] = [await newPenalty(7.77, id), await newPenalty(1.11, id)];
    const answers = await atOnce(20, () => pay(penalty, 7.77));
    expect(tally(answers)).toEqual({ 200: 1, 409: 19 });
    expect(await totalOf(id)).toBe(1.11);
  });

  it('paid in 20 instalments at once is lowered by each, to the cent', async () => {
    const penalty = await newPenalty(10);
    const answers = await atOnce(20, () => pay(penalty, 0.07));
    expect(tally(answers)).toEqual({ 200: 20 });
    expect((await call('GET', penaltyPath(penalty))).body.reste_a_payer).toBe(8.6);
    expect(await totalOf(penalty.utilisateur_id)).toBe(8.6);
    expect(new Set(answers.map(({ body }) => body.reste_a_payer)).size).toBe(20);
  });

  it('paid too often at once is not overpaid', async () => {
    const penalty = await newPenalty(1);
    expect(tally(await atOnce(15, () => pay(penalty, 0.3)))).toEqual({ 200: 3, 409: 12 });
    expect(await totalOf(penalty.utilisateur_id)).toBe(0.1);
  });

  it('paid and waived at once is one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const penalty = await newPenalty(2);
      const answers = await Promise.all([pay(penalty, 2), waive(penalty)]);
      expect(tally(answers)).toEqual({ 200: 1, 409: 1 });
      const won = answers.find(({ status }) => status === 200);
      expect((await call('GET', penaltyPath(penalty))).body).toEqual(won?.body);
      expect(await totalOf(penalty.utilisateur_id)).toBe(0);
    }
  });

  it('among 20 added at once is counted like the others', async () => {
    const { id } = await newUser();
    expect(tally(await atOnce(20, () => addPenalty(id, 0.1)))).toEqual({ 201: 20 });
    expect(await totalOf(id)).toBe(2);
    expect((await call('GET', `${penaltiesPath(id)}?limite=100`)).body.elements).toHaveLength(20);
  });
});

describe('one Idempotency-Key used 30 times at once', () => {
  it('makes one account', async () => {
    const body = someone();
    const key = keyed();
    const answers = await atOnce(30, () => call('POST', '/utilisateurs', { body, ...key }));
    expectOneEffect(answers, 201);
    expect(await ownersOf(body.email)).toHaveLength(1);
  });

  it('adds one penalty', async () => {
    const { id } = await newUser();
    const key = keyed();
    expectOneEffect(await atOnce(30, () => addPenalty(id, 3, key)), 201);
    expect(await totalOf(id)).toBe(3);
    expect(await penaltiesOf(id)).toHaveLength(1);
  });

  it.each([1, 3])('pays %d euro of three once', async (amount) => {
    const penalty = await newPenalty(3);
    const key = keyed();
    expectOneEffect(await atOnce(30, () => pay(penalty, amount, key)), 200);
    expect(await totalOf(penalty.utilisateur_id)).toBe(3 - amount);
  });

  it('waives once', async () => {
    const penalty = await newPenalty(3);
    const key = keyed();
    expectOneEffect(await atOnce(30, () => waive(penalty, key)), 200);
  });

  it('for two requests does one of them, and tells the others so', async () => {
    const { id } = await newUser();
    const key = keyed();
    const answers = await atOnce(30, (index) => addPenalty(id, 1 + (index % 2), key));
    expect(tally(answers)).toEqual({ 201: 15, 422: 15 });
    expect(await penaltiesOf(id)).toHaveLength(1);
  });
});

describe('one account', () => {
  it('changed ten times at once from one version is changed once', async () => {
    const { id } = await newUser();
    const { etag } = (await getUser(id)).headers;
    const answers = await atOnce(10, (index) => patchUser(id, { nom: `Nom ${index}` }, ifMatch(etag as string)));
    expect(tally(answers)).toEqual({ 200: 1, 412: 9 });
    expect((await getUser(id)).body).toEqual(answers.find(({ status }) => status === 200)?.body);
  });

  it('changed at once in different fields keeps both changes', async () => {
    const { id } = await newUser();
    await Promise.all([patchUser(id, { nom: 'Un' }), patchUser(id, { prenom: 'Deux' })]);
    expect((await getUser(id)).body).toMatchObject({ nom: 'Un', prenom: 'Deux' });
  });

  it('deleted and changed at once is gone, with its e-mails', async () => {
    for (let round = 0; round < 5; round += 1) {
      const user = await newUser();
      const { email } = someone();
      const [, deleted] = await Promise.all([patchUser(user.id, { email }), deleteUser(user.id)]);
      expect(deleted.status).toBe(204);
      expect((await getUser(user.id)).status).toBe(404);
      for (const free of [email, user.email])
        expect((await call('POST', '/utilisateurs', { body: someone({ email: free }) })).status).toBe(201);
    }
  });

  it('deleted and charged at once is never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await newUser();
      const [added, deleted] = await Promise.all([addPenalty(id, 1), deleteUser(id)]);
      expect([
        [201, 409],
        [404, 204],
      ]).toContainEqual([added.status, deleted.status]);
      expect((await getUser(id)).status).toBe(deleted.status === 204 ? 404 : 200);
    }
  });

  it('deleted ten times at once is deleted once', async () => {
    const { id } = await newUser();
    expect(tally(await atOnce(10, () => deleteUser(id)))).toEqual({ 204: 1, 404: 9 });
  });

  it('unknown to everybody is unknown to all at once', async () => {
    const id = randomUUID();
    expect(tally(await atOnce(10, () => addPenalty(id, 1)))).toEqual({ 404: 10 });
  });
});
