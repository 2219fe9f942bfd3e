import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { everyTest } from '../support/every-test.ts';
import { drawn } from '../support/extent.ts';
import { ALWAYS, holdBack, mend, rest } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { giveBack } from '../support/loans.ts';
import { readLoans, readTables } from '../support/read.ts';
import { type Outgoing, repeatLater } from '../support/wire.ts';
import { CASES, contents, rowsOf, type Staged, settled, stage } from './scenes.ts';

/**
 * Every write and every command of a call arrives a second time, or arrives late: at once after the call, or once the
 * reconciler has been. An everyday run draws one of these for each request of every third call. Nothing comes of it
 * that the answer does not say.
 */

everyTest({ calm: true });

const present = async () => contents(await readTables());

/** Whatever is out has been taken back. */
async function takeBack(): Promise<void> {
  for (const { id, statut } of await readLoans()) if (statut === 'en_cours') await giveBack(id);
}

/** Sends writes again: as they were, and under a new token each time, as if DynamoDB had forgotten theirs. */
async function sendAgain(writes: Outgoing[]): Promise<void> {
  for (const write of writes) await write.again();
  for (const write of [...writes, ...writes.toReversed()]) await write.again(randomUUID());
}

/** How a request is late: how often it is held back, and what comes before it does. */
const WAYS: [late: string, times: number, first: () => Promise<unknown>][] = [
  ['a second time, at once', 1, async () => {}],
  ['for the first time, at once', ALWAYS, async () => {}],
  ['for the first time, after the reconciler', ALWAYS, settled],
];

describe.each(rowsOf(CASES, 'late writes'))('%s', (name, scene) => {
  it('is done once, though every write and command of it arrives again', async () => {
    const { act } = await stage(scene);
    const writes = await repeatLater(async () => expect((await act()).status).toBe(scene.status));
    for (const first of [async () => {}, settled, takeBack]) {
      await first();
      const before = await present();
      await sendAgain(writes);
      const tables = await readTables();
      expect(contents(tables)).toBe(before);
      expect(await violations({ settled: true, tables })).toEqual([]);
    }
  });

  it('is done or undone, though one of its requests arrives late', async () => {
    const staged = await stage(scene);
    const before = await present();
    await staged.act();
    let tables = await settled();
    const done = contents(tables);
    const wrong: Record<string, string[]> = {};
    let isOver = false;
    for (let point = 0; !isOver; point += 1)
      for (const [late, times, first] of drawn(WAYS, () => point, name)) {
        await staged.beginAgain(tables);
        const held = await withLate(staged, point, times, first);
        isOver = held === undefined;
        if (!held) break;
        tables = await settled();
        const [complaints, end] = [await violations({ settled: true, tables }), contents(tables)];
        const isTrue =
          held.status === 503 ? [before, done].includes(end) : held.status === scene.status && end === done;
        if (!isTrue) complaints.push(`was answered ${held.status} and came to ${end}`);
        if (complaints.length > 0) wrong[`${held.kind} (${point}) ${late}`] = complaints;
      }
    expect(wrong).toEqual({});
  }, 300_000);
});

const isWrite = (kind: string): boolean => /^(Put|Update|Delete|TransactWrite|Invoke)/.test(kind);

/** Holds one write of a call back, `times` times as it is sent again, and has it arrive later. */
async function withLate({ act }: Staged, point: number, times: number, first: () => Promise<unknown>) {
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
  return { kind, status };
}
