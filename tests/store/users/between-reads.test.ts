import { afterEach, describe, expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { meanwhile, mend } from '../../support/faults.ts';
import { run } from '../../support/lambda.ts';
import { newBook } from '../../support/loans.ts';
import { newPenalty, patchUser } from '../../support/users.ts';
import type { Outgoing } from '../../support/wire.ts';

/** What is read in several requests while others write between them. */

afterEach(() => expect(mend()).toBe(0));

describe('an id that is asked for twice is answered twice', () => {
  test('about accounts', async () => {
    const { id } = await newUser();
    const { comptes } = await run('users-standing', { utilisateur_ids: [id, id] });
    expect(comptes).toEqual(Array(2).fill(expect.objectContaining({ utilisateur_id: id })));
  });

  test('about titles', async () => {
    const { id } = await newBook();
    const { livres } = await run('books-standing', { livre_ids: [id, id] });
    expect(livres).toEqual(Array(2).fill(expect.objectContaining({ livre_id: id })));
  });

  test('about penalties', async () => {
    const { id, utilisateur_id } = await newPenalty(3);
    const penalites = Array(2).fill({ id, utilisateur_id });
    expect(await run('users-penalties', { penalites })).toEqual({ impayees: [id, id] });
  });
});

test('a search for people finds once the one who is renamed between its two Queries', async () => {
  const user = await newUser({ nom: 'Quillivic', prenom: 'Zéphirine' });
  meanwhile('Query', () => patchUser(user.id, { nom: 'Quilliviche' }), 1);
  const { status, body } = await call('GET', '/utilisateurs?q=quil+zeph');
  expect([status, body.elements.map(({ id }: { id: string }) => id)]).toEqual([200, [user.id]]);
});

const readsAccount = ({ kind, input }: Outgoing): boolean => kind === 'GetItem' && input.Key.sk.S === 'UTILISATEUR';

describe('an account that is found by what it gives up between two reads is not told as its owner:', () => {
  test('its e-mail, which another account has by then', async () => {
    const [former, next] = [await newUser(), await newUser()];
    const { email } = former;
    meanwhile(readsAccount, async () => {
      expect((await patchUser(former.id, { email: null })).status).toBe(200);
      expect((await patchUser(next.id, { email })).status).toBe(200);
    });
    expect(await run('users-owner', { email })).toEqual({ utilisateur_id: null });
    expect(await run('users-owner', { email })).toEqual({ utilisateur_id: next.id });
  });

  test('its card, which another account has by then', async () => {
    const [former, next] = [await newUser(), await newUser()];
    const { numero_carte } = former.adhesion;
    meanwhile(readsAccount, async () => {
      expect((await patchUser(former.id, { adhesion: { numero_carte: 'C-NOUVELLE' } })).status).toBe(200);
      expect((await patchUser(next.id, { adhesion: { numero_carte } })).status).toBe(200);
    });
    expect(await run('users-standing', { numero_carte })).toEqual({ comptes: [null] });
    const { comptes } = await run('users-standing', { numero_carte });
    expect(comptes).toEqual([expect.objectContaining({ utilisateur_id: next.id })]);
  });
});
