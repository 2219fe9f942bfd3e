import { afterEach, expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { meanwhile, mend } from '../../support/faults.ts';
import { run } from '../../support/lambda.ts';
import { newBook } from '../../support/loans.ts';
import { newPenalty, patchUser } from '../../support/users.ts';
import type { Outgoing } from '../../support/wire.ts';

/** What is read in several requests while others write between them. */

afterEach(() => expect(mend()).toBe(0));

/** Commands that are asked about one thing twice, and what they tell of it. */
const TWICE: Record<string, () => Promise<[asked: object, told: object]>> = {
  'users-standing': async () => {
    const { id } = await newUser();
    return [{ utilisateur_ids: [id, id] }, { comptes: Array(2).fill(expect.objectContaining({ utilisateur_id: id })) }];
  },
  'books-standing': async () => {
    const { id } = await newBook();
    return [{ livre_ids: [id, id] }, { livres: Array(2).fill(expect.objectContaining({ livre_id: id })) }];
  },
  'users-penalties': async () => {
    const { id, utilisateur_id } = await newPenalty(3);
    return [{ penalites: Array(2).fill({ id, utilisateur_id }) }, { impayees: [id, id] }];
  },
};

test.each(Object.entries(TWICE))('%s answers twice when it is asked twice about one id', async (command, prepare) => {
  const [asked, told] = await prepare();
  expect(await run(command, asked)).toMatchObject(told);
});

test('a search for people finds once the one who is renamed between its two Queries', async () => {
  const user = await newUser({ nom: 'Quillivic', prenom: 'Zéphirine' });
  meanwhile('Query', () => patchUser(user.id, { nom: 'Quilliviche' }), 1);
  const { status, body } = await call('GET', '/utilisateurs?q=quil+zeph');
  expect([status, body.elements.map(({ id }: { id: string }) => id)]).toEqual([200, [user.id]]);
});

const readsAccount = ({ kind, input }: Outgoing): boolean => kind === 'GetItem' && input.Key.sk.S === 'UTILISATEUR';

test('an account that is found by an e-mail or a card that another has by the second read is not told as its owner', async () => {
  const [former, next] = [await newUser(), await newUser()];
  const { email, adhesion } = former;
  const { numero_carte } = adhesion;
  const changesHands = (given: object, instead: object) =>
    meanwhile(readsAccount, async () => {
      expect((await patchUser(former.id, instead)).status).toBe(200);
      expect((await patchUser(next.id, given)).status).toBe(200);
    });
  changesHands({ email }, { email: null });
  for (const utilisateur_id of [null, next.id]) expect(await run('users-owner', { email })).toEqual({ utilisateur_id });

  changesHands({ adhesion: { numero_carte } }, { adhesion: { numero_carte: 'C-NOUVELLE' } });
  for (const compte of [null, expect.objectContaining({ utilisateur_id: next.id })])
    expect(await run('users-standing', { numero_carte })).toEqual({ comptes: [compte] });
});
