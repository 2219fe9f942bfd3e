import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { newPenalty, pay, userPath, verification } from '../../support/users.ts';

const verify = (id: string, claims: Record<string, string>) =>
  call('GET', `${userPath(id)}/verification?${new URLSearchParams(claims)}`);

describe('GET /utilisateurs/{id}/verification', () => {
  it('lets somebody borrow who owes nothing', async () => {
    const { id } = await newUser();
    const { status, body } = await call('GET', `${userPath(id)}/verification`);
    expect(status).toBe(200);
    expect(body).toEqual({
      utilisateur_id: id,
      peut_emprunter: true,
      motifs: [],
      total_impaye: 0,
      emprunts_en_cours: 0,
      emprunts_en_retard: 0,
      limite_emprunts: expect.any(Number),
    });
  });

  it('lets nobody borrow who owes a cent, until it is paid', async () => {
    const penalty = await newPenalty(1);
    await pay(penalty, 0.99);
    expect(await verification(penalty.utilisateur_id)).toMatchObject({
      peut_emprunter: false,
      motifs: ['penalites_impayees'],
      total_impaye: 0.01,
    });
    await pay(penalty, 0.01);
    expect(await verification(penalty.utilisateur_id)).toMatchObject({
      peut_emprunter: true,
      motifs: [],
      total_impaye: 0,
    });
  });

  it('compares what the person says with the account, case and accents ignored', async () => {
    const { id, email } = await newUser({ nom: 'Œuvre', prenom: 'Zoë' });
    const informations = async (claims: Record<string, string>) => (await verify(id, claims)).body.informations;
    const right = { conformes: true, differences: [] };
    expect(await informations({ nom: 'OEUVRE' })).toEqual(right);
    expect(await informations({ nom: 'oeuvre', prenom: ' zoe ', email: email.toUpperCase() })).toEqual(right);
    expect(await informations({ prenom: 'Zoé' })).toEqual(right);
    expect(await informations({ nom: 'Oeuvre', prenom: 'Chloé' })).toEqual({
      conformes: false,
      differences: ['prenom'],
    });
    expect(await informations({ nom: 'a', prenom: 'b', email: 'c@d.fr' })).toEqual({
      conformes: false,
      differences: ['nom', 'prenom', 'email'],
    });
  });

  it('says whether they may borrow even when they are not who they say', async () => {
    const { id } = await newUser();
    expect((await verify(id, { nom: 'Autre' })).body).toMatchObject({ peut_emprunter: true, motifs: [] });
  });

  it('refuses what is no name and no e-mail', async () => {
    const { id } = await newUser();
    expectFaults(await verify(id, { nom: '', prenom: ' ', email: 'x' }), 'nom', 'prenom', 'email');
    expectFaults(await verify(id, { name: 'x' }), 'name');
  });

  it('says that there is no such account', async () => {
    expectProblem(await verify(randomUUID(), {}), 404, 'utilisateur_introuvable');
    expectProblem(await verify(randomUUID(), { nom: 'x' }), 404, 'utilisateur_introuvable');
  });
});
