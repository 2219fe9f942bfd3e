import { expect, test } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import { uniqueWord } from '../../support/books.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { deleteUser, getUser, newPenalty, patchUser, pay, penaltyPath } from '../../support/users.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What a membership says when nothing was said of it, but for its card. */
const NO_MEMBERSHIP = {
  categorie: 'adulte',
  date_naissance: null,
  date_fin: null,
  responsable_id: null,
  blocage: null,
};

const create = (body: object) => call('POST', '/utilisateurs', { body });
const ownersOf = async (email: string) => (await call('GET', `/utilisateurs?email=${email}`)).body.elements;

test('a new account has an identifier and a date of its own, and is found where its Location says', async () => {
  const sent = someone({ nom: 'Œuvre', prenom: 'Zoë' });
  const before = Date.now();
  const { status, headers, body } = await create(sent);
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.stringMatching(UUID),
    ...sent,
    date_creation: expect.any(String),
    adhesion: { ...NO_MEMBERSHIP, numero_carte: expect.stringMatching(/^\d{10}$/) },
  });
  expect(new Date(body.date_creation).toISOString()).toBe(body.date_creation);
  expect(Date.parse(body.date_creation)).toBeGreaterThanOrEqual(before - 1_000);
  expect(headers.location).toBe(`/utilisateurs/${body.id}`);
  for (const id of [body.id, body.id.toUpperCase()]) expect((await getUser(id)).body).toEqual(body);
});

test('names are kept trimmed, and the e-mail in lower case', async () => {
  const { email } = someone();
  const { body } = await create({ nom: '  Le Goff ', prenom: '\u00a0Zoë\u2003', email: ` ${email.toUpperCase()} ` });
  expect(body).toMatchObject({ nom: 'Le Goff', prenom: 'Zoë', email });
});

/** One letter is beyond the basic plane, and Unicode normalisation makes several characters of the others. */
const LONG = ['é', '𠮷', '각', 'ﷺ'].map((letter) => letter.repeat(100));

test.each(["N'Guyen", 'Ольга', '李明', 'محمد', ...LONG])('a name may be %s', async (name) => {
  const user = await newUser({ nom: name, prenom: name });
  expect((await getUser(user.id)).body).toMatchObject({ nom: name, prenom: name });
});

test.each([
  (word: string) => `A+b_c-d.${word}@Sous.Domaine.Exemple.museum`,
  (word: string) => `o'neil.${word}@exemple.fr`,
  (word: string) => `${word.padEnd(254 - '@exemple.fr'.length, 'a')}@exemple.fr`,
])('an e-mail may have signs, subdomains or 254 characters (%#)', async (of) => {
  const email = of(uniqueWord());
  expect(await newUser({ email })).toMatchObject({ email: email.toLowerCase() });
});

test('an e-mail belongs to one account, in whatever case it is written, new or changed', async () => {
  const [user, other] = [await newUser(), await newUser()];
  for (const email of [user.email, user.email.toUpperCase(), ` ${user.email} `]) {
    expectProblem(await create(someone({ email })), 409, 'email_deja_utilise');
    expectProblem(await patchUser(other.id, { nom: 'Autre', email }), 409, 'email_deja_utilise');
    expect((await patchUser(user.id, { email })).body).toEqual(user);
  }
  expect((await getUser(other.id)).body).toEqual(other);
  expect([await ownersOf(user.email), await ownersOf(other.email)]).toEqual([[user], [other]]);
});

test.each([{ nom: 'Œuvre' }, { prenom: 'Zoë' }])('a change of %j changes nothing else', async (changes) => {
  const user = await newUser();
  const { status, body } = await patchUser(user.id, changes);
  expect([status, body]).toEqual([200, { ...user, ...changes }]);
  expect((await getUser(user.id)).body).toEqual(body);
});

test('a letter that is lower case for another one makes no other address', async () => {
  expectFaults(await create(someone({ email: '\u212aabc@exemple.fr' })), 'email');
});

test('a changed e-mail is taken and the former one free at once, there and back', async () => {
  const user = await newUser();
  const { email } = someone();
  expect((await patchUser(user.id, { email: email.toUpperCase() })).body).toEqual({ ...user, email });
  expectProblem(await create(someone({ email })), 409, 'email_deja_utilise');
  expect((await patchUser(user.id, { email: user.email })).body).toEqual(user);
  await patchUser(user.id, { email });
  expect((await create(someone({ email: user.email }))).status).toBe(201);
});

test('a deleted account is gone with its penalties, and its e-mail is free', async () => {
  const { id, email } = await newUser();
  const penalty = await newPenalty(1, id);
  await pay(penalty, 1);
  expect((await deleteUser(id)).status).toBe(204);
  expectProblem(await getUser(id), 404, 'utilisateur_introuvable');
  expectProblem(await call('GET', penaltyPath(penalty)), 404, 'penalite_introuvable');
  expect(await ownersOf(email)).toEqual([]);
  expect((await create(someone({ email }))).status).toBe(201);
});
