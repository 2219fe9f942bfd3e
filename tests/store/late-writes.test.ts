import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SETTLED_MS } from '../../lib/loans/process.ts';
import { forward, restartClock, stopClock } from '../support/clock.ts';
import { ALWAYS, holdBack, mend, rest } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { giveBack } from '../support/loans.ts';
import { emptyTables, readLoans, readTable } from '../support/read.ts';
import { settleAll } from '../support/reconciler.ts';
import { type Outgoing, repeatLater } from '../support/wire.ts';
import { SCENES, type Scene } from './scenes.ts';

/**
 * Every write and every command of a call arrives a second time, or arrives late: at once after the call,
 * or once the reconciler has been. Nothing comes of it that the answer does not say.
 */

beforeAll(stopClock);
afterAll(restartClock);

/** Everything in the tables but the numbers of versions, which a write may raise, and first answers. */
async function everything(): Promise<string> {
  const tables = await Promise.all([readTable('users'), readTable('books'), readTable('loans')]);
  const items = tables.flat().filter(({ sk }) => sk !== 'IDEMPOTENCE');
  return JSON.stringify(items, (name, value) => (name === 'version' ? undefined : value));
}

const settled = () => settleAll().then(everything);

/** Whatever is out has been taken back. */
async function takenBack(): Promise<string> {
  for (const { id, statut } of await readLoans()) if (statut === 'en_cours') await giveBack(id);
  return everything();
}

/** Sends writes again, a transaction under a new token each time, as if DynamoDB had forgotten its own. */
async function sendAgain(writes: Outgoing[]): Promise<void> {
  for (const [n, write] of [...writes, ...writes.toReversed()].entries()) await write.again(`${n}-`.padEnd(36, 'x'));
}

describe.each(SCENES)('%s', (_, scene) => {
  it('is done once, though every write and command of it arrives again', async () => {
    await emptyTables();
    const { act } = await scene.prepare();
    const writes = await repeatLater(async () => expect((await act()).status).toBe(scene.status));
    for (const next of [everything, settled, takenBack]) {
      const after = await next();
      await sendAgain(writes);
      expect(await everything()).toBe(after);
      expect(await violations({ settled: true })).toEqual([]);
    }
  });

  it.each([
    ['a second time, at once', 1, async () => {}],
    ['for the first time, at once', ALWAYS, async () => {}],
    ['for the first time, after the reconciler', ALWAYS, settleAll],
  ])('is done or undone, though one of its requests arrives late: %s', async (_, times, first) => {
    const wrong: Record<string, string[]> = {};
    for (let point = 0; ; point += 1) {
      const held = await withLate(scene, point, times, first);
      if (!held) break;
      const complaints = await violations({ settled: true });
      if (held.complaint) complaints.push(held.complaint);
      if (complaints.length > 0) wrong[`${held.kind} (${point})`] = complaints;
    }
    expect(wrong).toEqual({});
  });
});

const isWrite = (kind: string): boolean => /^(Put|Update|Delete|TransactWrite|Invoke)/.test(kind);

/** Holds one write of a call back, `times` times as it is sent again, and has it arrive later. */
async function withLate(scene: Scene, point: number, times: number, first: () => Promise<unknown>) {
  await emptyTables();
  const { act, isDone } = await scene.prepare();
  await rest();
  let passed = 0;
  let kind: string | undefined;
  let target: string | undefined;
  const release = holdBack((request) => {
    if (!isWrite(request.kind)) return false;
    const same = JSON.stringify([request.kind, request.input]);
    if (passed === point) [kind, target] = [request.kind, same];
    passed += 1;
    return same === target;
  }, times);
  const { status } = await act();
  mend();
  if (kind === undefined) return undefined;
  await first();
  await release();
  await settleAll();
  forward({ ms: SETTLED_MS });
  const isTrue = status === 503 || status < 300 === (await isDone());
  return { kind, complaint: isTrue ? undefined : `was answered ${status}, which is not so` };
}
