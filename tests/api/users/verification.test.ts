import { expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { newPenalty, pay, userPath, verification } from '../../support/users.ts';

const verify = (id: string, claims: Record<string, string> = {}) =>
  call('GET', `${userPath(id)}/verification?${new URLSearchParams(claims)}`);

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
  });
});

test('a person who owes a cent may not borrow until it is paid', async () => {
  const penalty = await newPenalty(1);
  await pay(penalty, 0.99);
  const owing = { peut_emprunter: false, motifs: ['penalites_impayees'], total_impaye: 0.01 };
  expect(await verification(penalty.utilisateur_id)).toMatchObject(owing);
  await pay(penalty, 0.01);
  const free = { peut_emprunter: true, motifs: [], total_impaye: 0 };
  expect(await verification(penalty.utilisateur_id)).toMatchObject(free);
});

test.each<[claims: Record<string, string>, differences: string[]]>([
  [{ nom: 'OEUVRE' }, []],
  [{ nom: 'oeuvre', prenom: ' zoe ' }, []],
  [{ prenom: 'Zoé' }, []],
  [{ nom: 'Œuvres', prenom: 'Zoë' }, ['nom']],
  [{ nom: 'Oeuvre', prenom: 'Chloé' }, ['prenom']],
  [{ nom: 'a', prenom: 'b', email: 'c@d.fr' }, ['nom', 'prenom', 'email']],
])('of Zoë Œuvre, %j differs in %j, case and accents ignored', async (claims, differences) => {
  const { id, email } = await newUser({ nom: 'Œuvre', prenom: 'Zoë' });
  const said = { email: email.toUpperCase(), ...claims };
  const { peut_emprunter, informations } = (await verify(id, said)).body;
  expect([peut_emprunter, informations]).toEqual([true, { conformes: differences.length === 0, differences }]);
});
