import { LEASE_MS } from '../../lib/loans/process.ts';
import { MARK_MS } from '../../lib/users/deletion.ts';
import { forward } from './clock.ts';
import { run } from './lambda.ts';

/** One run of the reconciler, as its schedule starts it. */
export const reconcile = (): Promise<{ regles: number; restants: number; en_souffrance: number }> =>
  run('loans-reconcile', {}, 300_000);

/** One run of the sweep of deletions, as its schedule starts it. */
export const sweep = (): Promise<
  Record<'suppressions_terminees' | 'marques_en_attente' | 'suppressions_restantes', number>
> => run('users-sweep', {}, 300_000);

/** The run that takes the marks of all deletions away which are done. The clock must be stopped. */
export const lastSweep = () => {
  forward({ ms: MARK_MS });
  return sweep();
};

/** One run of the daily job that takes the borrowers out of old loans. */
export const forgetOld = (ms = 300_000): Promise<{ oublies: number; impayes: number; restants: number }> =>
  run('loans-forget-old', {}, ms);

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
