import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { restartClock, stopClock } from '../../support/clock.ts';
import { type Cut, everyCut, requestsOf, tap, withCut } from '../../support/cuts.ts';
import { emptyTables } from '../../support/empty-tables.ts';
import { violations } from '../../support/invariants.ts';
import { type LoanItem, readLoans } from '../../support/loans-table.ts';
import { settleAll } from '../../support/reconciler.ts';
import { SCENES, type Scene } from './scenes.ts';

/**
 * Cuts off every request that a call sends over the three services, in every way, and looks at what
 * is left once the reconciler has been. The requests are counted in a first run with nothing cut off.
 */

beforeAll(() => {
  tap();
  stopClock();
});
afterAll(restartClock);
afterEach(emptyTables);

type Prepared = Awaited<ReturnType<Scene['prepare']>>;

/** The records by id, apart from what names each write of them. */
async function records(): Promise<LoanItem[]> {
  type Written = LoanItem & { ecriture?: string; precedentes?: string[] };
  const loans = (await readLoans()).map(({ ecriture: _, precedentes: __, ...loan }: Written) => loan);
  return loans.sort((a, b) => (a.id < b.id ? -1 : 1));
}
const same = (one: LoanItem[], other: LoanItem[]) => JSON.stringify(one) === JSON.stringify(other);

/** The loan that the call is about, the one it was given or the one it has made, and whether it is done. */
function outcome(scene: Scene, { id }: Prepared, before: LoanItem[], after: LoanItem[]) {
  const loan = after.find((now) => (id ? now.id === id : before.every((old) => old.id !== now.id)));
  const done = scene.done(
    before.find((old) => old.id === id),
    loan,
  );
  return { loan, done };
}

/**
 * The one request that makes a 503 tell nothing, arrived though no answer ever comes: the write of the
 * record with which it is done for good.
 */
function isDecisive({ decidedBy }: Scene, requests: string[], { point, arrives, manner }: Cut): boolean {
  const isWriteOfRecord = (request: string) => /^(Put|TransactWrite)/.test(request);
  const index =
    decidedBy === 'first write' ? requests.findIndex(isWriteOfRecord) : requests.findLastIndex(isWriteOfRecord);
  return arrives && manner !== 'once' && point === index;
}

const said = (complaints: Record<string, boolean>): string[] =>
  Object.keys(complaints).filter((complaint) => complaints[complaint]);

async function cutOff(scene: Scene, cut: Cut, requests: string[]): Promise<string[]> {
  const prepared = await scene.prepare();
  const before = await records();
  const { status, body } = await withCut(cut, prepared.act);
  const meanwhile = await violations();
  await settleAll();
  const after = await records();
  const { loan, done } = outcome(scene, prepared, before, after);
  // A request sent again is answered as if nothing had been, save for a refusal, which proves nothing then.
  const isSentAgain = cut.manner === 'once' && !requests[cut.point]?.startsWith('Invoke');
  const isRefused = scene.status >= 400 && requests[cut.point] === 'UpdateItem';
  const allowed = isSentAgain && !isRefused ? [scene.status] : [scene.status, 503];
  return [
    ...meanwhile,
    ...(await violations({ settled: true })),
    ...said({
      [`was answered ${status}`]: !allowed.includes(status),
      [`was answered ${status} and is not done`]: status < 300 && !done,
      'was answered with another loan': status < 300 && body.id !== loan?.id,
      [`was answered ${status} and is done`]: status >= 300 && done && !isDecisive(scene, requests, cut),
      'left a trace': !done && !same(before, after),
    }),
    ...(scene.keyed ? await askedAgain(scene, prepared, before, after) : []),
  ];
}

/** Under its key the call can be made again, whatever the first was answered, and is done once. */
async function askedAgain(scene: Scene, prepared: Prepared, before: LoanItem[], after: LoanItem[]): Promise<string[]> {
  const { done } = outcome(scene, prepared, before, after);
  const { status } = await prepared.act();
  const now = await records();
  return [
    ...said({
      [`asked again was answered ${status}`]: status !== scene.status,
      'asked again was done again': done && !same(now, after),
      'asked again is not done': status < 300 && !outcome(scene, prepared, before, now).done,
    }),
    ...(await violations({ settled: true })),
  ];
}

/** So many cases share tables, which are read whole for each. */
const TOGETHER = 8;

describe.each(SCENES)('%s', (_, scene) => {
  it('cut off anywhere is done or undone, and never half', async () => {
    const { act } = await scene.prepare();
    const requests = await requestsOf(async () => expect((await act()).status).toBe(scene.status));
    expect(await violations({ settled: true })).toEqual([]);

    const wrong: Record<string, string[]> = {};
    for (const [n, cut] of everyCut(requests).entries()) {
      if (n % TOGETHER === 0) await emptyTables();
      const complaints = await cutOff(scene, cut, requests);
      const name = `${requests[cut.point]} (${cut.point}) ${cut.arrives ? 'arrives' : 'does not arrive'}, ${cut.manner}`;
      if (complaints.length > 0) wrong[name] = complaints;
    }
    expect(wrong).toEqual({});
  });
});
