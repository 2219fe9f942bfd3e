import { expect, it } from '@jest/globals';
import { call } from '../../support/api.ts';
import { expectProblem } from '../../support/problems.ts';
import { isPenalty, readTable, type UserItem, writeItems } from '../../support/read.ts';
import { newPenalty, pay, penaltyPath } from '../../support/users.ts';

it('an unpaid penalty whose account is gone, as an index may still have it, is listed for nobody', async () => {
  const [gone, kept] = [await newPenalty(), await newPenalty()];
  const items = await readTable('users');
  const left = items.filter((item) => isPenalty(item) && item.id === gone.id);
  const nobody = left.map((item) => JSON.parse(JSON.stringify(item).replaceAll(gone.utilisateur_id, kept.id)));
  await writeItems('users', nobody);
  const { elements } = (await call('GET', '/penalites')).body;
  const ids = elements.map(({ utilisateur }: { utilisateur: { id: string } }) => utilisateur.id);
  expect(ids).toEqual([gone.utilisateur_id, kept.utilisateur_id]);
});

it('a movement is read the same in whatever order DynamoDB gives its attributes', async () => {
  const penalty = await newPenalty();
  const { headers, body } = await pay(penalty, 1);
  const stored = (await readTable('users')).find(({ sk }) => sk.includes(penalty.id)) as UserItem;
  const turned = stored.mouvements?.map((movement) => Object.fromEntries(Object.entries(movement).reverse()));
  await writeItems('users', [{ ...stored, mouvements: turned as never }]);
  const read = await call('GET', penaltyPath(penalty));
  expect([read.headers.etag, read.body]).toEqual([headers.etag, body]);
});

it('a penalty that has a hundred payments takes no more', async () => {
  const penalty = await newPenalty();
  await pay(penalty, 1);
  const stored = (await readTable('users')).find(({ sk }) => sk.includes(penalty.id)) as UserItem;
  await writeItems('users', [{ ...stored, mouvements: Array(100).fill(stored.mouvements?.[0]) }]);
  expectProblem(await pay(penalty, 1), 409, 'paiement_refuse', { motifs: ['trop_de_mouvements'] });
});
