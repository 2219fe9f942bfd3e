import { expect, test } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { forwardPast, restartClock, stopClock } from '../../support/clock.ts';
import { accountOf } from '../../support/commands.ts';
import { newLoan } from '../../support/loans.ts';
import { isAccount, readTable, type UserItem, writeItems } from '../../support/read.ts';

/** Accounts that were made when other rules held for what a request may give. */

/** What no request may give any more, as if each rule had been tightened since. */
const OLD = { nom: 'N'.repeat(150), prenom: '\u200b', email: 'pas une adresse' };
const OLD_CARD = { numero_carte: 'n° 7', categorie: 'Ancienne catégorie' };

/** Has the account be one of those. */
async function age(id: string): Promise<void> {
  const account = (await readTable('users')).find((item) => isAccount(item) && item.id === id) as UserItem;
  const adhesion = { ...(account.adhesion as NonNullable<UserItem['adhesion']>), ...OLD_CARD };
  await writeItems('users', [{ ...account, ...OLD, adhesion }]);
}

test('an account of former rules is told to the other services as it is stored', async () => {
  const { id } = await newUser();
  await age(id);
  expect(await accountOf(id)).toMatchObject({ utilisateur_id: id, ...OLD, adhesion: OLD_CARD });
});

test('one account of former rules keeps nobody else out of a list', async () => {
  stopClock();
  const [old, other] = [await newLoan(), await newLoan()];
  await age(old.utilisateur_id);
  forwardPast(old.date_echeance);
  const { status, body } = await call('GET', '/emprunts/retards');
  expect(status).toBe(200);
  expect(body.elements.map(({ id }: { id: string }) => id).sort()).toEqual([old.id, other.id].sort());
  restartClock();
});
