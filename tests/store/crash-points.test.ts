import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SETTLED_MS } from '../../lib/loans/process.ts';
import { forward, restartClock, stopClock } from '../support/clock.ts';
import { type Cut, cutAt, everyCut, rest } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { emptyTables } from '../support/read.ts';
import { settleAll } from '../support/reconciler.ts';
import { requestsOf } from '../support/wire.ts';
import { type Prepared, SCENES, type Scene } from './scenes.ts';

/**
 * Cuts off every request that a call sends over the three services, in every way, and looks at what is
 * left once the reconciler has been. The requests are counted in a first run in which nothing is cut off.
 */

beforeAll(stopClock);
afterAll(restartClock);
afterEach(emptyTables);

const said = (complaints: Record<string, boolean>): string[] =>
  Object.keys(complaints).filter((complaint) => complaints[complaint]);

/** A request to DynamoDB that fails once is sent again: the call is answered as if nothing had been. */
const isSentAgain = ({ manner }: Cut, request = ''): boolean => manner === 'once' && !request.startsWith('Invoke');

async function withCut(cut: Cut, { act }: Prepared) {
  let status = 0;
  const requests = await requestsOf(async () => {
    status = (await cutAt(cut, act)).status;
  });
  return { status, requests };
}

async function cutOff(scene: Scene, cut: Cut): Promise<string[]> {
  const prepared = await scene.prepare();
  await rest();
  // Two commands that are sent at once may go in either order.
  const { status, requests } = await withCut(cut, prepared);
  const meanwhile = await violations();
  await settleAll();
  const isDone = await prepared.isDone();
  const allowed = isSentAgain(cut, requests[cut.point]) ? [scene.status] : [scene.status, 503];
  return [
    ...meanwhile,
    ...(await violations({ settled: true })),
    ...said({
      [`was answered ${status}`]: !allowed.includes(status),
      [`was answered ${status} and is not done`]: status < 300 && !isDone,
      [`was answered ${status} and is done`]: status >= 400 && status !== 503 && isDone,
    }),
    ...(scene.keyed ? await askedAgain(scene, prepared, isDone) : []),
  ];
}

/** Under its key the call can be made again, whatever the first was answered, and is done once. */
async function askedAgain(scene: Scene, { act, isDone }: Prepared, wasDone: boolean): Promise<string[]> {
  forward({ ms: SETTLED_MS });
  const { status, headers } = await act();
  return [
    ...said({
      [`asked again was answered ${status}`]: status !== scene.status,
      'asked again was done again': wasDone && headers['idempotent-replayed'] !== 'true',
      'asked again is not done': status < 300 && !(await isDone()),
    }),
    ...(await violations({ settled: true })),
  ];
}

/** So many cases share tables, which are read whole for each. */
const TOGETHER = 8;

describe.each(SCENES)('%s', (_, scene) => {
  it('is done or undone wherever it is cut off, and never half', async () => {
    const { act, isDone } = await scene.prepare();
    const requests = await requestsOf(async () => expect((await act()).status).toBe(scene.status));
    expect(await isDone()).toBe(scene.status < 300);
    expect(await violations({ settled: true })).toEqual([]);

    const wrong: Record<string, string[]> = {};
    for (const [n, cut] of everyCut(requests).entries()) {
      if (n % TOGETHER === 0) await emptyTables();
      const complaints = await cutOff(scene, cut);
      const name = `${requests[cut.point]} (${cut.point}) ${cut.arrives ? 'arrives' : 'does not arrive'}, ${cut.manner}`;
      if (complaints.length > 0) wrong[name] = complaints;
    }
    expect(wrong).toEqual({});
  });
});
