import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import { violations } from '../../support/invariants.ts';
import { addPenalty, atOnce, newPenalty, patchUser, pay, tally, verification } from '../../support/users.ts';

/** What is asked for at once has one outcome, and every caller is told the truth about it. */

afterAll(async () => expect(await violations({ settled: true })).toEqual([]));

const found = async (query: string) => (await call('GET', `/utilisateurs?${query}`)).body.elements;
const [EMAIL, CARD] = [someone().email, `T${randomUUID().slice(0, 13)}`.toUpperCase()];
const totalOf = async (id: string) => (await verification(id)).total_impaye;

test('two accounts that exchange their e-mails at once each keep their own', async () => {
  const [one, other] = [await newUser(), await newUser()];
  const answers = [patchUser(one.id, { email: other.email }), patchUser(other.id, { email: one.email })];
  expect(tally(await Promise.all(answers))).toEqual({ 409: 2 });
  for (const user of [one, other]) expect(await found(`email=${user.email}`)).toEqual([user]);
});

test.each([
  ['whole 20 times is paid once', 7.77, 7.77, 20, { 200: 1, 409: 19 }, 0],
  ['in 20 instalments is lowered by each, to the cent', 10, 0.07, 20, { 200: 20 }, 8.6],
  ['too often is not overpaid', 1, 0.3, 15, { 200: 3, 409: 12 }, 0.1],
])('one penalty that is paid at once %s', async (_, owed, amount, times, outcome, left) => {
  const penalty = await newPenalty(owed);
  await newPenalty(1.11, penalty.utilisateur_id);
  const answers = await atOnce(times, () => pay(penalty, amount));
  expect(tally(answers)).toEqual(outcome);
  expect(await totalOf(penalty.utilisateur_id)).toBe(Math.round((left + 1.11) * 100) / 100);
  const paid = answers.filter(({ status }) => status === 200).map(({ body }) => body.reste_a_payer);
  expect(new Set(paid).size).toBe(paid.length);
  expect(Math.min(...paid)).toBe(left);
});

test('20 penalties that are added at once all count', async () => {
  const { id } = await newUser();
  expect(tally(await atOnce(20, () => addPenalty(id, 0.1)))).toEqual({ 201: 20 });
  expect(await totalOf(id)).toBe(2);
});

// The last: a process that has just started has fifty connections to open at once.
test.each([
  ['e-mail', `email=${EMAIL}`, { email: EMAIL }],
  ['card number', `carte=${CARD}`, { adhesion: { numero_carte: CARD } }],
])('one %s that 50 enrolments ask for at once goes to exactly one', async (_, query, claim) => {
  const answers = await atOnce(50, () => call('POST', '/utilisateurs', { body: someone(claim) }));
  expect(tally(answers)).toEqual({ 201: 1, 409: 49 });
  expect(await found(query)).toEqual([answers.find(({ status }) => status === 201)?.body]);
});
