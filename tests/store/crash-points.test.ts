import { expect, it } from '@jest/globals';
import { LEASE_MS, SETTLED_MS } from '../../lib/loans/process.ts';
import { MARK_MS } from '../../lib/users/deletion.ts';
import { forward } from '../support/clock.ts';
import { everyTest } from '../support/every-test.ts';
import { type Cut, cutAt, rest, wrongWhenCut } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { readTables } from '../support/read.ts';
import { reconcile, sweep } from '../support/reconciler.ts';
import { requestsOf } from '../support/wire.ts';
import { CASES, type Case, contents, rowsOf, type Staged, settled, stage } from './scenes.ts';

/**
 * Cuts off every request that a call sends over the three services, in every way, and looks at what is left once the
 * reconciler and the sweep of deletions have been. An everyday run draws one way for each two requests of every third
 * call. The requests are counted in a first run in which nothing is cut off.
 */

everyTest({ calm: true });

const said = (complaints: Record<string, boolean>): string[] =>
  Object.keys(complaints).filter((complaint) => complaints[complaint]);

/** A request to DynamoDB that fails once is sent again: the call is answered as if nothing had been. */
const isSentAgain = ({ manner }: Cut, request = ''): boolean => manner === 'once' && !request.startsWith('Invoke');

/** The contents of the tables before the call and after it, when nothing is cut off. */
interface Ends {
  before: string;
  done: string;
}

async function cutOff(
  { status, isKeyed, isHarmless }: Case,
  cut: Cut,
  { act, beginAgain }: Staged,
  { before, done }: Ends,
) {
  await rest();
  let answered = 0;
  // Two commands that are sent at once may go in either order.
  const requests = await requestsOf(async () => {
    answered = (await cutAt(cut, act)).status;
  });
  let tables = await readTables();
  const complaints = await violations({ tables });
  tables = await settled(tables);
  const end = contents(tables);
  const allowed = isSentAgain(cut, requests[cut.point]) ? [status] : [status, 503];
  complaints.push(
    ...(await violations({ settled: true, tables })),
    ...said({
      [`was answered ${answered}`]: !allowed.includes(answered),
      [`was answered ${answered} and is not done`]: answered === status && end !== done,
      [`is neither done nor undone: ${end}`]: end !== done && end !== before,
    }),
  );
  if (isKeyed) {
    // Under its key the call can be made again, whatever the first was answered, and is done once.
    forward({ ms: SETTLED_MS });
    const again = await act();
    tables = await readTables();
    const isReplayed = again.headers['idempotent-replayed'] === 'true';
    complaints.push(
      ...(await violations({ settled: true, tables })),
      ...said({
        [`asked again was answered ${again.status}`]: again.status !== status,
        'asked again was done again': !isHarmless && status < 300 && end === done && !isReplayed,
        'asked again is not done once': contents(tables) !== done,
      }),
    );
  }
  await beginAgain(tables);
  return complaints;
}

/** A job itself, over a call that was cut off after its first write. */
const resuming = (job: () => Promise<unknown>, name: string, point: number, ms = LEASE_MS + 1): Case => ({
  status: 200,
  prepare: async () => {
    const act = (await CASES[name]?.prepare()) as Staged['act'];
    await cutAt({ point, arrives: false, manner: 'dead' }, act);
    forward({ ms });
    const answer = (status: number) => ({ status, headers: {}, body: undefined });
    return () =>
      job().then(
        () => answer(200),
        () => answer(503),
      );
  },
});

const JOBS: Record<string, Case> = {
  'the reconciler of a loan': resuming(reconcile, 'a loan', 5),
  'the reconciler of a renewal': resuming(reconcile, 'a renewal', 6),
  'the reconciler of a late return': resuming(reconcile, 'a late return under a key', 7),
  'the sweep of a deletion': resuming(sweep, 'the deletion of an account', 2),
  'the last sweep of a deletion': resuming(sweep, 'the deletion of an account', 2, MARK_MS),
};

/** Some calls have dozens of places at which they can be cut. */
const TIME = 300_000;

it.each([...rowsOf(CASES, 'crash points'), ...rowsOf(JOBS, 'jobs cut off')])(
  '%s is done or undone wherever it is cut off, and never half',
  async (name, scene) => {
    const staged = await stage(scene);
    const before = contents(await readTables());
    const requests = await requestsOf(async () => expect((await staged.act()).status).toBe(scene.status));
    const done = contents(await settled());
    expect(done !== before).toBe(scene.status < 300);
    expect(await violations({ settled: true })).toEqual([]);

    await staged.beginAgain();
    const tried = (cut: Cut) => cutOff(scene, cut, staged, { before, done });
    const isMeant = ({ manner }: Cut) => manner === 'dead' || !(name in JOBS);
    expect(await wrongWhenCut(requests, name, tried, isMeant)).toEqual({});
  },
  TIME,
);
