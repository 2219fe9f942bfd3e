import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { call, newUser, someone } from '../support/api.ts';
import { everyTest } from '../support/every-test.ts';
import { ALWAYS, answerLost, cutAt, fail, holdBack } from '../support/faults.ts';
import { itemsOf } from '../support/read.ts';
import { deleteUser } from '../support/users.ts';
import { type Outgoing, repeatLater } from '../support/wire.ts';

/** These tests show that support/wire.ts and support/faults.ts do what other tests rely on. */

everyTest({ leaves: 'right' });

const create = (email: string) => call('POST', '/utilisateurs', { body: someone({ email }) });
const count = async (email: string) => (await call('GET', `/utilisateurs?email=${email}`)).body.elements.length;

it('a transaction that arrives twice is done once under its token, and again once the token is forgotten', async () => {
  const { email } = someone();
  const writes = await repeatLater(() => create(email));
  const [write] = writes as [Outgoing];
  expect(writes.map(({ kind, tables }) => [kind, tables])).toEqual([
    ['TransactWriteItems', [process.env.UTILISATEURS_TABLE]],
  ]);
  const [{ id }] = (await call('GET', `/utilisateurs?email=${email}`)).body.elements;
  await deleteUser(id);
  expect([await write.again(), await count(email)]).toEqual([true, 0]);
  expect([await write.again(randomUUID()), await count(email)]).toEqual([true, 1]);
  expect([await write.again(randomUUID()), await count(email)]).toEqual([false, 1]);
});

it('a write that is held back is lost to its sender, and done when it is let go', async () => {
  const { email } = someone();
  const release = holdBack('TransactWriteItems', ALWAYS);
  expect((await create(email)).status).toBe(503);
  expect(await count(email)).toBe(0);
  expect((await release())[0]).toBe(true);
  expect(await count(email)).toBe(1);
});

it('an answer that is lost is that of a request that was carried out', async () => {
  const { email } = someone();
  fail({ match: 'TransactWriteItems', times: ALWAYS, how: answerLost });
  expect([(await create(email)).status, await count(email)]).toEqual([503, 1]);
});

it('after a request that is cut off as by a dead process, no other is sent', async () => {
  for (const arrives of [false, true]) {
    const [{ id }, { email }] = [await newUser(), someone()];
    await cutAt({ point: 1, arrives, manner: 'dead' }, async () => {
      await deleteUser(id);
      await create(email);
    });
    // A deletion puts a mark in place of the account and its two guards.
    expect(await itemsOf(id)).toHaveLength(arrives ? 1 : 3);
    expect(await count(email)).toBe(0);
  }
});
