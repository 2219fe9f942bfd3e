import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { paid, waived } from '../../support/movements.ts';
import { expectProblem } from '../../support/problems.ts';
import { addPenalty, newPenalty, pay, penaltiesPath, penaltyPath, verification, waive } from '../../support/users.ts';

const getPenalty = async (penalty: { utilisateur_id: string; id: string }) => call('GET', penaltyPath(penalty));
const totalOf = async (id: string) => (await verification(id)).total_impaye;

test('a new penalty is owed from then on, and is found where its Location says', async () => {
  const { id } = await newUser();
  const sent = { montant: 4.35, description: ' Livre abîmé ' };
  const { status, headers, body } = await call('POST', penaltiesPath(id), { body: sent });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(String),
    utilisateur_id: id,
    montant: 4.35,
    description: 'Livre abîmé',
    date_penalite: new Date(body.date_penalite).toISOString(),
    statut: 'impayee',
    reste_a_payer: 4.35,
    mouvements: [],
  });
  expect(headers.location).toBe(penaltyPath(body));
  expect((await getPenalty(body)).body).toEqual(body);
  expect(await totalOf(id)).toBe(4.35);
});

test('a penalty may be of 0.01 to 1000 euros, and what is owed is summed in whole cents', async () => {
  const { id } = await newUser();
  for (const montant of [0.1, 0.2, 0.7, 1.1, 2.2, 0.29, 0.01, 1000])
    expect((await addPenalty(id, montant)).body).toMatchObject({ montant, reste_a_payer: montant });
  expect(await totalOf(id)).toBe(1004.6);
});

test('penalties are listed newest first, those of every state or of one', async () => {
  const { id } = await newUser();
  const made = [];
  for (const montant of [1, 2, 3, 4]) made.unshift((await addPenalty(id, montant)).body);
  const [fourth, third, second, first] = made;
  const [paid, waived] = [(await pay(third, 3)).body, (await waive(second)).body];
  for (const [query, elements] of [
    ['', [fourth, paid, waived, first]],
    ['?statut=impayee', [fourth, first]],
    ['?statut=payee', [paid]],
    ['?statut=annulee', [waived]],
  ])
    expect((await call('GET', `${penaltiesPath(id)}${query}`)).body).toEqual({ elements });
});

test('payments lower what is left, in instalments, to nothing', async () => {
  const penalty = await newPenalty(1);
  const mouvements = [];
  for (const [montant, reste_a_payer] of [
    [0.29, 0.71],
    [0.7, 0.01],
    [0.01, 0],
  ] as const) {
    const { status, body } = await pay(penalty, montant);
    const statut = reste_a_payer === 0 ? 'payee' : 'impayee';
    mouvements.push(paid({ montant }));
    expect([status, body]).toEqual([200, { ...penalty, reste_a_payer, statut, mouvements }]);
    expect((await getPenalty(penalty)).body).toEqual(body);
    expect(await totalOf(penalty.utilisateur_id)).toBe(reste_a_payer);
  }
});

test('a waiver takes away what is left of a penalty, and what was paid before is still to be read', async () => {
  const penalty = await newPenalty(3);
  await pay(penalty, 1);
  const { status, body } = await waive(penalty);
  const mouvements = [paid({ montant: 1 }), waived({ montant: 2, motif: 'Geste commercial' })];
  expect([status, body]).toEqual([200, { ...penalty, reste_a_payer: 0, statut: 'annulee', mouvements }]);
  expect((await getPenalty(penalty)).body).toEqual(body);
  expect(await totalOf(penalty.utilisateur_id)).toBe(0);
});

test('a penalty is not found under another user, nor is anything of an unknown one', async () => {
  const [penalty, user, nobody] = [await newPenalty(), await newUser(), randomUUID()];
  for (const absent of [
    { ...penalty, id: randomUUID() },
    { ...penalty, utilisateur_id: user.id },
  ])
    for (const answer of [await getPenalty(absent), await pay(absent, 1), await waive(absent)])
      expectProblem(answer, 404, 'penalite_introuvable');
  for (const query of ['', '?statut=payee'])
    expectProblem(await call('GET', `${penaltiesPath(nobody)}${query}`), 404, 'utilisateur_introuvable');
});

test('a person who owes nothing may borrow', async () => {
  const { id } = await newUser();
  expect(await verification(id)).toEqual({
    utilisateur_id: id,
    peut_emprunter: true,
    motifs: [],
    total_impaye: 0,
    emprunts_en_cours: 0,
    emprunts_en_retard: 0,
    limite_emprunts: 5,
    categorie: 'adulte',
    reservations_en_cours: 0,
    limite_reservations: 3,
  });
});

test.each<[claims: Record<string, string>, differences: string[]]>([
  [{ nom: 'OEUVRE' }, []],
  [{ nom: 'oeuvre', prenom: ' zoe ' }, []],
  [{ nom: '´Œuv\u2010re’' }, []],
  [{ prenom: 'Zoé' }, []],
  [{ nom: 'Œuvres', prenom: 'Zoë' }, ['nom']],
  [{ nom: 'Oeuvre', prenom: 'Chloé' }, ['prenom']],
  [{ nom: 'a', prenom: 'b', email: 'c@d.fr' }, ['nom', 'prenom', 'email']],
])('of Zoë Œuvre, %j differs in %j, case and accents ignored', async (claims, differences) => {
  const { id, email } = await newUser({ nom: 'Œuvre', prenom: 'Zoë' });
  const said = { email: email.toUpperCase(), ...claims };
  const { peut_emprunter, informations } = (
    await call('GET', `/utilisateurs/${id}/verification?${new URLSearchParams(said)}`)
  ).body;
  expect([peut_emprunter, informations]).toEqual([true, { conformes: differences.length === 0, differences }]);
});
