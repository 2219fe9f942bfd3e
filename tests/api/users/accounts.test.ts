import { expect, test } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import { expectFaults } from '../../support/problems.ts';
import { getUser, patchUser } from '../../support/users.ts';

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

test.each([{ nom: 'Œuvre' }, { prenom: 'Zoë' }])('a change of %j changes nothing else', async (changes) => {
  const user = await newUser();
  const { status, body } = await patchUser(user.id, changes);
  expect([status, body]).toEqual([200, { ...user, ...changes }]);
  expect((await getUser(user.id)).body).toEqual(body);
});

test('a letter that is lower case for another one makes no other address', async () => {
  expectFaults(await create(someone({ email: '\u212aabc@exemple.fr' })), 'email');
});
