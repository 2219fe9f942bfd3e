import { LEASE_MS } from '../../lib/loans/process.ts';
import { forward } from './clock.ts';
import { run } from './lambda.ts';

/** One run of the reconciler, as its schedule starts it. */
export const reconcile = (): Promise<{ regles: number; restants: number; en_souffrance: number }> =>
  run('loans-reconcile', {}, 300_000);

const MANY = 10;

/** Runs it until there is nothing left to settle. The clock must be stopped: each run comes after everybody's lease. */
export async function settleAll(): Promise<void> {
  for (let n = 0; n < MANY; n += 1) {
    forward({ ms: LEASE_MS + 1 });
    const { regles, restants } = await reconcile();
    if (regles + restants === 0) return;
  }
  throw new Error(`after ${MANY} runs of the reconciler something is left`);
}
