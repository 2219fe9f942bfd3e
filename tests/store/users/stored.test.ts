import { expect, it } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import { forward, forwardPast } from '../../support/clock.ts';
import { accountOf } from '../../support/commands.ts';
import { everyTest } from '../../support/every-test.ts';
import { newLoan } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { isAccount, isPenalty, readTable, type UserItem, writeItems } from '../../support/read.ts';
import { keyed, newPenalty, pay, penaltyPath } from '../../support/users.ts';

/** What is in the table of the users service, and what comes of items there that no call makes today. */

everyTest();

it('an unpaid penalty whose account is gone, as an index may still have it, is listed for nobody', async () => {
  const gone = await newPenalty();
  forward({ ms: 1 });
  const kept = await newPenalty();
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

it('the record of a first answer goes after a day, as DynamoDB counts it, and tells neither the key nor its caller', async () => {
  await call('POST', '/utilisateurs', { body: someone(), ...keyed('a-key-that-somebody-chose') });
  const [record, ...others] = (await readTable('users')).filter(({ pk }) => pk.startsWith('IDEMPOTENCE#'));
  expect(others).toEqual([]);
  const seconds = (record?.expire_a as number) - Math.floor(Date.now() / 1000);
  expect(seconds).toBeGreaterThan(23 * 3600);
  expect(seconds).toBeLessThanOrEqual(24 * 3600);
  expect(record?.pk).not.toMatch(/bibliothecaire|somebody/);
});

/** What no request may give any more, as if each rule had been tightened since. */
const OLD = { nom: 'N'.repeat(150), prenom: '\u200b', email: 'pas une adresse' };
const OLD_CARD = { numero_carte: 'n° 7', categorie: 'Ancienne catégorie' };

/** Has the account be one of those. */
async function age(id: string): Promise<void> {
  const account = (await readTable('users')).find((item) => isAccount(item) && item.id === id) as UserItem;
  const adhesion = { ...(account.adhesion as NonNullable<UserItem['adhesion']>), ...OLD_CARD };
  await writeItems('users', [{ ...account, ...OLD, adhesion }]);
}

it('an account of former rules is told to the other services as it is stored', async () => {
  const { id } = await newUser();
  await age(id);
  expect(await accountOf(id)).toMatchObject({ utilisateur_id: id, ...OLD, adhesion: OLD_CARD });
});

it('one account of former rules keeps nobody else out of a list', async () => {
  const [old, other] = [await newLoan(), await newLoan()];
  await age(old.utilisateur_id);
  forwardPast(old.date_echeance);
  const { status, body } = await call('GET', '/emprunts/retards');
  expect(status).toBe(200);
  expect(body.elements.map(({ id }: { id: string }) => id).sort()).toEqual([old.id, other.id].sort());
});
