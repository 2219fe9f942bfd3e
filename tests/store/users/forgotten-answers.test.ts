import { describe, expect, it } from '@jest/globals';
import { call, made, newUser, someone } from '../../support/api.ts';
import { forward, forwardPast } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
import { ALWAYS, fail, mend, unreachable } from '../../support/faults.ts';
import { nextSweep } from '../../support/forgetting.ts';
import { giveBack, keyed, lend, newBook, renew } from '../../support/loans.ts';
import { readTables, restoreTables } from '../../support/read.ts';
import { newPerson, told, traces } from '../../support/traces.ts';
import * as users from '../../support/users.ts';

/** What becomes of the first answers about a person whose account is deleted. */

const { deleteUser } = users;

everyTest({ leaves: 'settled', calm: true });

describe('a first answer that is kept for replays', () => {
  it('tells nobody of a deleted person any more, under whichever key it was given', async () => {
    const keys = Array.from({ length: 7 }, () => keyed());
    const person = await newPerson(keys[0]);
    const { id, email } = person;
    const loan = made(await lend(id, (await newBook()).id, keys[1]));
    forwardPast((await renew(loan.id, keys[2])).body.date_echeance);
    const { penalite } = (await giveBack(loan.id, keys[3])).body;
    const fee = { utilisateur_id: id, id: penalite.id };
    await users.pay(fee, penalite.montant, keys[4]);
    const charged = made(await users.addPenalty(id, 3, keys[5]));
    await users.waive(charged, keys[6]);
    expect(await told(id, email)).toEqual([id, email]);

    expect((await deleteUser(id)).status).toBe(204);
    const body = { nom: person.nom, prenom: person.prenom, email };
    const again = [
      await call('POST', '/utilisateurs', { body, ...keys[0] }),
      await lend(id, loan.livre_id, keys[1]),
      await renew(loan.id, keys[2]),
      await giveBack(loan.id, keys[3]),
      await users.pay(fee, penalite.montant, keys[4]),
      await users.addPenalty(id, 3, keys[5]),
      await users.waive(charged, keys[6]),
    ];
    expect(again.map(({ status }) => status)).toEqual([201, 404, 409, 409, 404, 404, 404]);
    expect(again.map(({ headers }) => headers['idempotent-replayed'])).toEqual(Array(7).fill(undefined));
    // The same call makes another account, as if it had never been made before.
    expect(again[0]?.body).toEqual({
      ...person,
      id: expect.not.stringMatching(id),
      date_creation: expect.any(String),
      adhesion: { ...person.adhesion, numero_carte: expect.not.stringMatching(person.adhesion.numero_carte) },
    });
    expect((await deleteUser(again[0]?.body.id)).status).toBe(204);
    expect(await nextSweep()).toEqual({ suppressions_terminees: 0, marques_en_attente: 2, suppressions_restantes: 0 });
    expect(await told(...traces(person))).toEqual([]);
  });

  it.each([
    ['the deletion', false],
    ['the sweep, as the deletion was cut off,', true],
  ])('about a child tells no more who answered for it, once %s has been there', async (_, isCutOff) => {
    const [parent, other, key] = [await newPerson(), await newPerson(), keyed()];
    const body = someone({ adhesion: { responsable_id: parent.id } });
    const child = made(await call('POST', '/utilisateurs', { body, ...key }));
    await users.patchUser(child.id, { adhesion: { responsable_id: other.id } });
    expect(await told(parent.id)).toEqual([parent.id]);
    if (isCutOff) fail({ match: 'PutItem', times: ALWAYS, how: unreachable });
    expect((await deleteUser(parent.id)).status).toBe(204);
    mend();
    expect(await nextSweep()).toEqual({ suppressions_terminees: 0, marques_en_attente: 1, suppressions_restantes: 0 });
    expect(await told(...traces(parent))).toEqual([]);

    // The same call again enrols nobody twice, and says what is still true.
    const again = await call('POST', '/utilisateurs', { body, ...key });
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([201, 'true']);
    expect(again.body).toEqual({ ...child, adhesion: { ...child.adhesion, responsable_id: null } });
    expect((await deleteUser(child.id)).status).toBe(204);
    await nextSweep();
    expect(await told(child.id)).toEqual([]);
  });

  it('is deleted with the deletion or with the next sweep, however both are cut off', async () => {
    const key = keyed();
    const person = await newPerson(key);
    fail({ match: 'DeleteItem', times: ALWAYS, how: unreachable });
    expect((await deleteUser(person.id)).status).toBe(204);
    expect(await told(person.email)).toEqual([person.email]);
    await expect(nextSweep()).rejects.toMatchObject({ code: 'service_indisponible' });
    mend();
    expect(await nextSweep()).toEqual({ suppressions_terminees: 0, marques_en_attente: 1, suppressions_restantes: 0 });
    expect(await told(...traces(person))).toEqual([]);
  });

  it('is left alone when its key has come again since, after a day, for somebody else', async () => {
    const key = keyed();
    const [first, second] = [await newUser(), await newUser()];
    const charge = (id: string) => users.addPenalty(id, 3, key);
    await users.waive(made(await charge(first.id)));
    forward({ days: 1 });
    const again = made(await charge(second.id));
    expect((await deleteUser(first.id)).status).toBe(204);
    expect(await nextSweep()).toEqual({ suppressions_terminees: 0, marques_en_attente: 1, suppressions_restantes: 0 });
    const { body, headers } = await charge(second.id);
    expect([body, headers['idempotent-replayed']]).toEqual([again, 'true']);
  });

  it('tells nobody of a deleted person any more, in whatever order DynamoDB takes away what has expired', async () => {
    const person = await newPerson(keyed());
    const { id } = person;
    const body = someone({ adhesion: { responsable_id: id } });
    const child = made(await call('POST', '/utilisateurs', { body, ...keyed() }));
    await users.patchUser(child.id, { adhesion: { responsable_id: null } });
    const loan = made(await lend(id, (await newBook()).id, keyed()));
    await giveBack(loan.id, keyed());
    await users.waive(made(await users.addPenalty(id, 3, keyed())), keyed());
    // All of it has expired for some days, and DynamoDB has come no further than to all but the answers.
    forward({ days: 4 });
    const present = await readTables();
    const isLeft = ({ sk, expire_a = Number.POSITIVE_INFINITY }: { sk: string; expire_a?: number }) =>
      sk === 'IDEMPOTENCE' || expire_a * 1000 > Date.now();
    const { users: ofUsers, books, loans } = present;
    await restoreTables({ users: ofUsers.filter(isLeft), books, loans: loans.filter(isLeft) }, present);

    expect((await deleteUser(id)).status).toBe(204);
    expect(await told(...traces(person))).toEqual([]);
  });
});
