import { beforeAll, expect, test } from '@jest/globals';
import { newUser } from '../../support/api.ts';
import {
  addPenalty,
  allPages,
  deleteUser,
  newPenalty,
  patchUser,
  pay,
  refund,
  strike,
  waive,
} from '../../support/users.ts';

/** The list of what is unpaid over all members. A running system may have more in it than is made here. */

type Listed = { id: string; utilisateur: object };

let mine = new Set<string>();
const listed = async (limit = 100): Promise<Listed[]> =>
  (await allPages('/penalites?statut=impayee', limit)).elements.filter(({ id }: Listed) => mine.has(id));
const idsIn = async (limit?: number) => (await listed(limit)).map(({ id }) => id);

const made: { id: string; utilisateur_id: string }[] = [];
let [zoe, jean] = [{ id: '' }, { id: '' }];

beforeAll(async () => {
  [zoe, jean] = [await newUser({ nom: 'Œuvre', prenom: 'Zoé' }), await newUser({ nom: 'Petit', prenom: 'Jean' })];
  for (let n = 0; n < 11; n += 1) made.push(await newPenalty(3, n % 3 === 0 ? jean.id : zoe.id));
  mine = new Set(made.map(({ id }) => id));
});

test('what is unpaid is listed over all, oldest first, page by page, each with whose it is', async () => {
  const whole = await listed();
  const names = [
    { id: jean.id, nom: 'Petit', prenom: 'Jean' },
    { id: zoe.id, nom: 'Œuvre', prenom: 'Zoé' },
  ];
  expect(whole).toEqual(made.map((penalty, n) => ({ ...penalty, utilisateur: names[n % 3 === 0 ? 0 : 1] })));
  for (const limit of [1, 2, 3, 10, 11]) expect(await listed(limit)).toEqual(whole);
  expect((await allPages('/penalites', 100)).elements.filter(({ id }) => mine.has(id))).toEqual(whole);
});

test('a name is the one that the account has now', async () => {
  await patchUser(zoe.id, { nom: 'Martin' });
  const [first] = (await listed()).filter(({ utilisateur }) => 'id' in utilisateur && utilisateur.id === zoe.id);
  expect(first?.utilisateur).toEqual({ id: zoe.id, nom: 'Martin', prenom: 'Zoé' });
});

test('a penalty leaves the list when nothing of it is left, and is back when its payment is struck', async () => {
  const [part, whole, waived, refunded, ...rest] = made as [Listed, Listed, Listed, Listed] & typeof made;
  const owed = rest.map(({ id }) => id);
  await pay(part as never, 1);
  await waive(waived as never);
  await refund(refunded as never);
  const { mouvements } = (await pay(whole as never, 3)).body;
  expect(await idsIn()).toEqual([part.id, ...owed]);
  await strike(whole as never, mouvements[0].id);
  expect(await idsIn(2)).toEqual([part.id, whole.id, ...owed]);
});

test('an account that is deleted leaves nothing in the list', async () => {
  const { id } = await newUser();
  const { body } = await addPenalty(id, 1);
  mine.add(body.id);
  expect(await idsIn()).toContain(body.id);
  await pay(body, 1);
  expect((await deleteUser(id)).status).toBe(204);
  expect(await idsIn()).not.toContain(body.id);
});

test('no penalty is in the list of accounts, and no account in this one', async () => {
  const { elements } = await allPages('/utilisateurs', 100);
  expect(elements.filter(({ id }) => mine.has(id))).toEqual([]);
  const unpaid = (await allPages('/penalites', 100)).elements.map(({ id }) => id);
  expect(elements.filter(({ id }) => unpaid.includes(id))).toEqual([]);
});
