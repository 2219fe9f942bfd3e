import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import {
  addPenalty,
  deleteUser,
  getUser,
  ifMatch,
  newPenalty,
  patchUser,
  pay,
  penaltiesPath,
  penaltyPath,
  userPath,
  verification,
  waive,
} from '../../support/users.ts';

describe('GET /utilisateurs/{id}', () => {
  it('answers with the account, and with nothing of what the table keeps beside it', async () => {
    const user = await newUser();
    const { status, body } = await getUser(user.id);
    expect([status, body]).toEqual([200, user]);
    expect(Object.keys(body).sort()).toEqual(['date_creation', 'email', 'id', 'nom', 'prenom']);
  });

  it('takes the identifier in either case', async () => {
    const user = await newUser();
    expect((await getUser(user.id.toUpperCase())).body).toEqual(user);
  });

  it('says that there is no such account', async () => {
    expectProblem(await getUser(randomUUID()), 404, 'utilisateur_introuvable');
  });
});

describe('PATCH /utilisateurs/{id}', () => {
  it.each([
    ['nom', 'Œuvre'],
    ['prenom', 'Zoë'],
  ])('changes %s alone', async (field, value) => {
    const user = await newUser();
    const { status, body } = await patchUser(user.id, { [field]: ` ${value} ` });
    expect([status, body]).toEqual([200, { ...user, [field]: value }]);
    expect((await getUser(user.id)).body).toEqual(body);
  });

  it('moves the e-mail: the new one is taken and the old one free at once', async () => {
    const user = await newUser();
    const { email } = someone();
    expect((await patchUser(user.id, { email: email.toUpperCase() })).body).toEqual({ ...user, email });
    expectProblem(await call('POST', '/utilisateurs', { body: someone({ email }) }), 409, 'email_deja_utilise');
    expect((await call('POST', '/utilisateurs', { body: someone({ email: user.email }) })).status).toBe(201);
  });

  it('takes the e-mail there and back', async () => {
    const user = await newUser();
    await patchUser(user.id, { email: someone().email });
    expect((await patchUser(user.id, { email: user.email })).body).toEqual(user);
  });

  it("keeps an account's own e-mail", async () => {
    const user = await newUser();
    expect((await patchUser(user.id, { nom: 'Autre', email: user.email.toUpperCase() })).body).toEqual({
      ...user,
      nom: 'Autre',
    });
  });

  it("refuses another account's e-mail, and changes nothing then", async () => {
    const [user, other] = [await newUser(), await newUser()];
    expectProblem(await patchUser(user.id, { nom: 'Autre', email: other.email }), 409, 'email_deja_utilise');
    expect((await getUser(user.id)).body).toEqual(user);
    expect((await call('GET', `/utilisateurs?email=${other.email}`)).body.elements).toEqual([other]);
  });

  it('says that there is no such account', async () => {
    expectProblem(await patchUser(randomUUID(), { nom: 'Autre' }), 404, 'utilisateur_introuvable');
  });

  it('leaves what is owed alone', async () => {
    const penalty = await newPenalty(3);
    await patchUser(penalty.utilisateur_id, { nom: 'Autre' });
    expect((await verification(penalty.utilisateur_id)).total_impaye).toBe(3);
  });

  it('wants at least one field', async () => {
    expectFaults(await patchUser((await newUser()).id, {}), 'corps');
  });
});

describe('DELETE /utilisateurs/{id}', () => {
  it('takes the account away, and its e-mail is free', async () => {
    const user = await newUser();
    const { status, body } = await deleteUser(user.id);
    expect([status, body]).toEqual([204, undefined]);
    expectProblem(await getUser(user.id), 404, 'utilisateur_introuvable');
    expectProblem(await deleteUser(user.id), 404, 'utilisateur_introuvable');
    expect((await call('GET', `/utilisateurs?email=${user.email}`)).body.elements).toEqual([]);
    expect((await call('POST', '/utilisateurs', { body: someone({ email: user.email }) })).status).toBe(201);
  });

  it('takes its history away', async () => {
    const penalty = await newPenalty(3);
    await pay(penalty, 3);
    expect((await deleteUser(penalty.utilisateur_id)).status).toBe(204);
    expectProblem(await call('GET', penaltyPath(penalty)), 404, 'penalite_introuvable');
    expectProblem(await call('GET', penaltiesPath(penalty.utilisateur_id)), 404, 'utilisateur_introuvable');
  });

  it('is refused while a penalty is unpaid, to the last cent', async () => {
    const penalty = await newPenalty(3);
    const { utilisateur_id: id } = penalty;
    const motifs = { motifs: ['penalites_impayees'] };
    expectProblem(await deleteUser(id), 409, 'suppression_refusee', motifs);
    await pay(penalty, 2.99);
    expectProblem(await deleteUser(id), 409, 'suppression_refusee', motifs);
    expect((await getUser(id)).status).toBe(200);
    await waive(penalty);
    expect((await deleteUser(id)).status).toBe(204);
  });

  it('is seen by somebody who is leafing through its penalties', async () => {
    const first = await newPenalty(1);
    const second = await newPenalty(1, first.utilisateur_id);
    const list = penaltiesPath(first.utilisateur_id);
    const { curseur_suivant } = (await call('GET', `${list}?limite=1`)).body;
    await pay(first, 1);
    await pay(second, 1);
    await deleteUser(first.utilisateur_id);
    expectProblem(await call('GET', `${list}?limite=1&curseur=${curseur_suivant}`), 404, 'utilisateur_introuvable');
  });

  it('leaves no way back: nothing can be done with an account that is gone', async () => {
    const penalty = await newPenalty(1);
    const { utilisateur_id: id } = penalty;
    await pay(penalty, 1);
    await deleteUser(id);
    expectProblem(await patchUser(id, { nom: 'Autre' }), 404, 'utilisateur_introuvable');
    expectProblem(await addPenalty(id), 404, 'utilisateur_introuvable');
    expectProblem(await call('GET', `${userPath(id)}/verification`), 404, 'utilisateur_introuvable');
    expectProblem(await pay(penalty, 1), 404, 'penalite_introuvable');
    expectProblem(await waive(penalty), 404, 'penalite_introuvable');
  });
});

describe('If-Match', () => {
  const current = async (id: string) => (await getUser(id)).headers.etag as string;

  it('lets a change through that was decided on the present version', async () => {
    const { id } = await newUser();
    const before = await current(id);
    const { status, headers } = await patchUser(id, { nom: 'Autre' }, ifMatch(before));
    expect(status).toBe(200);
    expect(headers.etag).toBe(await current(id));
    expect(headers.etag).not.toBe(before);
  });

  it('stops a change that was decided on another version', async () => {
    const { id } = await newUser();
    const stale = await current(id);
    const { body: present } = await patchUser(id, { nom: 'Autre' });
    expectProblem(await patchUser(id, { nom: 'Encore' }, ifMatch(stale)), 412, 'version_perimee');
    expectProblem(await deleteUser(id, ifMatch(stale)), 412, 'version_perimee');
    expectProblem(await deleteUser(id, ifMatch('"autre"')), 412, 'version_perimee');
    expectProblem(await deleteUser(id, ifMatch(`W/${await current(id)}`)), 412, 'version_perimee');
    expect((await getUser(id)).body).toEqual(present);
  });

  it('is * for any version, or a list with the present one in it', async () => {
    const { id } = await newUser();
    expect((await patchUser(id, { nom: 'Autre' }, ifMatch('*'))).status).toBe(200);
    expect((await patchUser(id, { nom: 'Encore' }, ifMatch(`"a", ${await current(id)}`))).status).toBe(200);
    expect((await deleteUser(id, ifMatch(`${await current(id)}, "a"`))).status).toBe(204);
  });

  it('says 404 rather than 412 when there is no account', async () => {
    for (const tag of ['*', '"a"']) {
      expectProblem(await patchUser(randomUUID(), { nom: 'Autre' }, ifMatch(tag)), 404, 'utilisateur_introuvable');
      expectProblem(await deleteUser(randomUUID(), ifMatch(tag)), 404, 'utilisateur_introuvable');
    }
  });
});
