import { expect, it } from '@jest/globals';
import { call } from '../../support/api.ts';
import { isPenalty, readTable, writeItems } from '../../support/read.ts';
import { newPenalty } from '../../support/users.ts';

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
