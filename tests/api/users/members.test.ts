import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { deleteUser, getUser, patchUser } from '../../support/users.ts';

/** Cards, families and people without an e-mail. */

const enrol = (over: object = {}) => call('POST', '/utilisateurs', { body: someone(over) });
const holderOf = async (carte: string) => (await call('GET', `/utilisateurs?carte=${carte}`)).body.elements;
let cards = 0;
const newCard = () => {
  cards += 1;
  return `T${randomUUID().slice(0, 8)}-${cards}`.toUpperCase();
};

test('all of a membership is kept as it was given, the card in upper case', async () => {
  const parent = await newUser();
  const adhesion = {
    numero_carte: ` ${newCard().toLowerCase()} `,
    categorie: 'jeune',
    date_naissance: '2014-02-28',
    date_fin: '2031-12-31',
    responsable_id: parent.id,
  };
  const user = await newUser({ adhesion });
  const numero_carte = adhesion.numero_carte.trim().toUpperCase();
  expect(user.adhesion).toEqual({ ...adhesion, numero_carte, blocage: null });
  expect((await getUser(user.id)).body).toEqual(user);
  expect(await holderOf(numero_carte.toLowerCase())).toEqual([user]);
});

test.each<[part: string, wrong: unknown[]]>([
  ['numero_carte', ['', 'A12', 'x'.repeat(21), 'A 123', 'carté', 'A_123', 1234, null, '\u00e912345']],
  ['categorie', ['', 'senior', 'ADULTE', null, 1]],
  ['date_naissance', ['', '2023-02-29', '12/03/2010', '2010-3-1', 2010, '2999-01-01']],
  ['date_fin', ['', '2026-13-01', 'demain', true]],
  ['responsable_id', ['', 'x', 1, {}]],
  ['blocage', [null, { motif: 'x' }]],
  ['autre', [1]],
])('the part %s of a membership is within its bounds, new or changed', async (part, wrong) => {
  const { id } = await newUser();
  for (const value of wrong) {
    const adhesion = { categorie: 'adulte', [part]: value };
    for (const answer of [await enrol({ adhesion }), await patchUser(id, { adhesion })])
      expectFaults(answer, `adhesion.${part}`);
  }
  expectFaults(await patchUser(id, { adhesion: {} }), 'adhesion');
});

test('a change of one part of a membership leaves the others, and null clears what may be missing', async () => {
  const parent = await newUser();
  const full = { date_naissance: '2014-02-28', date_fin: '2031-12-31', responsable_id: parent.id };
  const user = await newUser({ adhesion: full });
  for (const part of Object.keys(full)) {
    const { status, body } = await patchUser(user.id, { adhesion: { [part]: null } });
    expect([status, body]).toEqual([200, { ...user, adhesion: { ...user.adhesion, [part]: null } }]);
    expect((await patchUser(user.id, { adhesion: full })).body).toEqual(user);
  }
  expect((await patchUser(user.id, { adhesion: { categorie: 'jeune' } })).body.adhesion.categorie).toBe('jeune');
});

test('nom and prenom have twenty words at most together, and the fault says so', async () => {
  const words = (count: number) => Array.from({ length: count }, (_, n) => `m${String.fromCharCode(97 + n)}`).join(' ');
  const user = await newUser({ nom: words(20), prenom: 'Ma' });
  expectFaults(await enrol({ nom: words(20), prenom: 'Autre' }), 'nom');
  expectFaults(await patchUser(user.id, { prenom: 'Autre' }), 'nom');
  expect((await patchUser(user.id, { nom: 'Court', prenom: words(19) })).status).toBe(200);
});

describe('an e-mail', () => {
  test('may be missing, be given later, and be taken away', async () => {
    const { email, ...names } = someone();
    const { status, body } = await call('POST', '/utilisateurs', { body: names });
    expect([status, body.email]).toEqual([201, null]);
    expect((await getUser(body.id)).body).toEqual(body);
    expect((await patchUser(body.id, { email })).body).toEqual({ ...body, email });
    expectProblem(await enrol({ email }), 409, 'email_deja_utilise');
    const freed = await patchUser(body.id, { email: null });
    expect([freed.status, freed.body]).toEqual([200, body]);
    expect((await enrol({ email })).status).toBe(201);
    expect((await patchUser(body.id, { email: null })).status).toBe(200);
  });

  test('is one address in either form of its domain', async () => {
    const name = randomUUID();
    const user = await newUser({ email: `${name}@Exämple.fr` });
    expect(user.email).toBe(`${name}@xn--exmple-cua.fr`);
    expectProblem(await enrol({ email: `${name}@xn--exmple-cua.fr` }), 409, 'email_deja_utilise');
    for (const email of [`${name}@exämple.fr`, `${name}@XN--EXMPLE-CUA.fr`])
      expect((await call('GET', `/utilisateurs?${new URLSearchParams({ email })}`)).body.elements).toEqual([user]);
  });

  test.each([
    "o'brien+lib@exemple.fr",
    'A+b_c-d@Sous.Domaine.Exemple.museum',
    `${'a'.repeat(254 - 36 - '@exemple.fr'.length)}@exemple.fr`,
    'a&b@exemple.fr',
    "!#$%&'*+/=?^_`{|}~-@exemple.fr",
    'a@b.c',
    'a@1.2',
    `a@${'b'.repeat(63)}.fr`,
  ])('may be %s', async (email) => {
    const unique = `${randomUUID()}${email}`;
    expect(await newUser({ email: unique })).toMatchObject({ email: unique.toLowerCase() });
  });
});

/** What belongs to one account: how it is claimed, and by which parameter its account is found. */
const UNIQUE = [
  { what: 'an e-mail', code: 'email_deja_utilise', parameter: 'email', claim: (email: string) => ({ email }) },
  {
    what: 'a card number',
    code: 'numero_carte_deja_utilise',
    parameter: 'carte',
    claim: (numero_carte: string) => ({ adhesion: { numero_carte } }),
  },
];

describe.each(UNIQUE)('$what', ({ code, parameter, claim }) => {
  const fresh = () => (parameter === 'email' ? someone().email : newCard());
  const ownersOf = async (one: string) => (await call('GET', `/utilisateurs?${parameter}=${one}`)).body.elements;

  test('belongs to one account, in whatever case it is written, new or changed', async () => {
    const own = fresh();
    const [user, other] = [await newUser(claim(own)), await newUser()];
    for (const written of [own, own.toLowerCase(), own.toUpperCase(), ` ${own} `]) {
      expectProblem(await enrol(claim(written)), 409, code);
      expectProblem(await patchUser(other.id, { nom: 'Autre', ...claim(written) }), 409, code);
      expect((await patchUser(user.id, claim(written))).body).toEqual(user);
    }
    expect((await getUser(other.id)).body).toEqual(other);
    expect(await ownersOf(own)).toEqual([user]);
  });

  test('that is changed, there and back, or whose account is deleted is free at once', async () => {
    const [former, next] = [fresh(), fresh()];
    const user = await newUser(claim(former));
    await patchUser(user.id, claim(next));
    expect([await ownersOf(former), (await ownersOf(next)).length]).toEqual([[], 1]);
    expectProblem(await enrol(claim(next)), 409, code);
    expect((await patchUser(user.id, claim(former))).body).toEqual(user);
    expect((await enrol(claim(next))).status).toBe(201);
    await deleteUser(user.id);
    expect(await ownersOf(former)).toEqual([]);
    expect((await enrol(claim(former))).status).toBe(201);
  });
});

describe('the person who answers for another', () => {
  const answeredFor = (responsable_id: string | null) => ({ adhesion: { responsable_id } });
  const expectRefused = async (answer: ReturnType<typeof enrol>, motif: string) =>
    expectProblem(await answer, 409, 'responsable_refuse', { motifs: [motif] });

  test('is there, is somebody else, and has nobody who answers for them', async () => {
    const [parent, other] = [await newUser(), await newUser()];
    const child = await newUser(answeredFor(parent.id));
    await expectRefused(enrol(answeredFor(randomUUID())), 'responsable_introuvable');
    await expectRefused(enrol(answeredFor(child.id)), 'responsable_a_un_responsable');
    await expectRefused(patchUser(other.id, answeredFor(other.id)), 'responsable_est_le_compte');
    await expectRefused(patchUser(parent.id, answeredFor(other.id)), 'compte_est_responsable');
    await expectRefused(patchUser(parent.id, answeredFor(child.id)), 'compte_est_responsable');
    expect((await getUser(parent.id)).body).toEqual(parent);
  });

  test('is not deleted before the last of those for whom they answer is gone or has somebody else', async () => {
    const [parent, other] = [await newUser(), await newUser()];
    const [one, two] = [await newUser(answeredFor(parent.id)), await newUser(answeredFor(parent.id))];
    const motifs = { motifs: ['responsable_de_comptes'] };
    expectProblem(await deleteUser(parent.id), 409, 'suppression_refusee', motifs);
    expect((await deleteUser(one.id)).status).toBe(204);
    expectProblem(await deleteUser(parent.id), 409, 'suppression_refusee', motifs);
    expect((await patchUser(two.id, answeredFor(other.id))).status).toBe(200);
    expect((await deleteUser(parent.id)).status).toBe(204);
    expectProblem(await deleteUser(other.id), 409, 'suppression_refusee', motifs);
    expect((await patchUser(two.id, answeredFor(null))).status).toBe(200);
    expect((await deleteUser(other.id)).status).toBe(204);
  });
});
