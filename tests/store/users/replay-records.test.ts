import { describe, expect, it } from '@jest/globals';
import { call, newUser, someone } from '../../support/api.ts';
import { readTable, writeItems } from '../../support/read.ts';
import { addPenalty, keyed, verification } from '../../support/users.ts';

/** The records that make replays possible: what becomes of them as time passes. */

const records = async () => (await readTable('users')).filter(({ pk }) => pk.startsWith('IDEMPOTENCE#'));
const nowSeconds = () => Math.floor(Date.now() / 1000);

/** Every record, as DynamoDB has it when its time is over and nobody has removed it yet. */
async function letTimePass(): Promise<void> {
  const then = nowSeconds() - 1;
  await writeItems(
    'users',
    (await records()).map((record) => ({ ...record, expire_a: then })),
  );
}

describe('the record of a first answer', () => {
  it('is kept for a day, in seconds as DynamoDB counts them', async () => {
    await call('POST', '/utilisateurs', { body: someone(), ...keyed() });
    const [record] = await records();
    expect(record?.expire_a).toBeGreaterThan(nowSeconds() + 23 * 3600);
    expect(record?.expire_a).toBeLessThanOrEqual(nowSeconds() + 24 * 3600);
  });

  it('is not made for a refused call or one without a key, and tells neither the key nor its caller', async () => {
    const before = (await records()).length;
    const { email } = await newUser();
    await call('POST', '/utilisateurs', { body: someone({ email }), ...keyed() });
    await call('POST', '/utilisateurs', { body: {}, ...keyed() });
    expect(await records()).toHaveLength(before);
    const secret = 'a-key-that-somebody-chose';
    await call('POST', '/utilisateurs', { body: someone(), ...keyed(secret) });
    expect(await records()).toHaveLength(before + 1);
    expect(JSON.stringify((await records()).map(({ pk }) => pk))).not.toMatch(/bibliothecaire|somebody/);
  });

  it('no longer counts once it has expired, even while it is still in the table', async () => {
    const [{ id }, key, other] = [await newUser(), keyed(), keyed()];
    const body = someone();
    await call('POST', '/utilisateurs', { body, ...other });
    await addPenalty(id, 3, key);
    await letTimePass();
    const again = await addPenalty(id, 3, key);
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([201, undefined]);
    expect((await verification(id)).total_impaye).toBe(6);
    expect((await addPenalty(id, 3, key)).headers['idempotent-replayed']).toBe('true');
    expect((await call('POST', '/utilisateurs', { body, ...other })).status).toBe(409);
  });
});
