import { describe, expect, test } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import {
  addPenalty,
  atOnce,
  deleteUser,
  getUser,
  ifMatch,
  newPenalty,
  patchUser,
  pay,
  penaltiesPath,
  penaltyPath,
  tally,
  verification,
  waive,
} from '../../support/users.ts';

/** What is asked for at once has one outcome, and every caller is told the truth about it. */

const create = (email: string) => call('POST', '/utilisateurs', { body: someone({ email }) });
const ownersOf = async (email: string) => (await call('GET', `/utilisateurs?email=${email}`)).body.elements;
const totalOf = async (id: string) => (await verification(id)).total_impaye;
const getPenalty = async (penalty: { utilisateur_id: string; id: string }) =>
  (await call('GET', penaltyPath(penalty))).body;

describe('one e-mail', () => {
  test('that 50 creations ask for at once goes to exactly one', async () => {
    const { email } = someone();
    const answers = await atOnce(50, () => create(email));
    expect(tally(answers)).toEqual({ 201: 1, 409: 49 });
    expect(await ownersOf(email)).toEqual([answers.find(({ status }) => status === 201)?.body]);
  });

  test('that ten accounts ask for at once goes to exactly one, and the others keep theirs', async () => {
    const users = await atOnce(10, () => newUser());
    const { email } = someone();
    const answers = await Promise.all(users.map(({ id }) => patchUser(id, { email })));
    expect(tally(answers)).toEqual({ 200: 1, 409: 9 });
    for (const [n, user] of users.entries()) {
      const won = answers[n]?.status === 200;
      expect((await getUser(user.id)).body.email).toBe(won ? email : user.email);
      expect(await ownersOf(user.email)).toEqual(won ? [] : [user]);
    }
    expect(await ownersOf(email)).toHaveLength(1);
  });

  test('is not exchanged for another by two accounts at once: each keeps its own', async () => {
    const [one, other] = [await newUser(), await newUser()];
    const answers = [patchUser(one.id, { email: other.email }), patchUser(other.id, { email: one.email })];
    expect(tally(await Promise.all(answers))).toEqual({ 409: 2 });
    expect([await ownersOf(one.email), await ownersOf(other.email)]).toEqual([[one], [other]]);
  });
});

describe('one penalty', () => {
  test.each([
    ['whole 20 times is paid once', 7.77, 7.77, 20, { 200: 1, 409: 19 }, 0],
    ['in 20 instalments is lowered by each, to the cent', 10, 0.07, 20, { 200: 20 }, 8.6],
    ['too often is not overpaid', 1, 0.3, 15, { 200: 3, 409: 12 }, 0.1],
  ])('that is paid at once %s', async (_, owed, amount, times, outcome, left) => {
    const penalty = await newPenalty(owed);
    await newPenalty(1.11, penalty.utilisateur_id);
    const answers = await atOnce(times, () => pay(penalty, amount));
    expect(tally(answers)).toEqual(outcome);
    expect((await getPenalty(penalty)).reste_a_payer).toBe(left);
    expect(await totalOf(penalty.utilisateur_id)).toBe(Math.round((left + 1.11) * 100) / 100);
    const paid = answers.filter(({ status }) => status === 200).map(({ body }) => body.reste_a_payer);
    expect(new Set(paid).size).toBe(paid.length);
  });

  test('that is paid and waived at once is one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const penalty = await newPenalty(2);
      const answers = await Promise.all([pay(penalty, 2), waive(penalty)]);
      expect(tally(answers)).toEqual({ 200: 1, 409: 1 });
      expect(await getPenalty(penalty)).toEqual(answers.find(({ status }) => status === 200)?.body);
      expect(await totalOf(penalty.utilisateur_id)).toBe(0);
    }
  });

  test('among 20 that are added at once is counted like the others', async () => {
    const { id } = await newUser();
    expect(tally(await atOnce(20, () => addPenalty(id, 0.1)))).toEqual({ 201: 20 });
    expect(await totalOf(id)).toBe(2);
    expect((await call('GET', `${penaltiesPath(id)}?limite=100`)).body.elements).toHaveLength(20);
  });
});

describe('one account', () => {
  test('that is changed ten times at once from one version is changed once', async () => {
    const { id } = await newUser();
    const { etag = '' } = (await getUser(id)).headers;
    const answers = await atOnce(10, (n) => patchUser(id, { nom: `Nom ${n}` }, ifMatch(etag)));
    expect(tally(answers)).toEqual({ 200: 1, 412: 9 });
    expect((await getUser(id)).body).toEqual(answers.find(({ status }) => status === 200)?.body);
  });

  test('that is changed at once in two fields keeps both changes', async () => {
    const { id } = await newUser();
    await Promise.all([patchUser(id, { nom: 'Un' }), patchUser(id, { prenom: 'Deux' })]);
    expect((await getUser(id)).body).toMatchObject({ nom: 'Un', prenom: 'Deux' });
  });

  test('that is deleted ten times at once is deleted once', async () => {
    const { id } = await newUser();
    expect(tally(await atOnce(10, () => deleteUser(id)))).toEqual({ 204: 1, 404: 9 });
  });

  test('that is deleted and changed at once is gone, and both its e-mails are free', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [user, { email }] = [await newUser(), someone()];
      const [, deleted] = await Promise.all([patchUser(user.id, { email }), deleteUser(user.id)]);
      expect([deleted.status, (await getUser(user.id)).status]).toEqual([204, 404]);
      for (const free of [email, user.email]) expect((await create(free)).status).toBe(201);
    }
  });

  test('that is deleted and charged at once is one of the two', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await newUser();
      const [added, deleted] = await Promise.all([addPenalty(id, 1), deleteUser(id)]);
      const statuses = [added.status, deleted.status, (await getUser(id)).status];
      expect(['201,409,200', '404,204,404']).toContain(statuses.join());
    }
  });
});
