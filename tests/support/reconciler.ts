import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { handler } from '../../functions/loans/reconcile.ts';
import { LEASE_MS } from '../../lib/loans/process.ts';
import { forward } from './clock.ts';
import { asFunction } from './wire.ts';

const context = () =>
  ({ awsRequestId: randomUUID(), functionName: 'loans-reconcile', getRemainingTimeInMillis: () => 300_000 }) as Context;

/** One run of the reconciler, as its schedule starts it. */
export const reconcile = () => asFunction('loans-reconcile', () => handler({}, context()));

const MANY = 10;

/** Runs it until there is nothing left to settle. The clock must be stopped: each run comes after everybody's lease. */
export async function settleAll(): Promise<void> {
  for (let run = 0; run < MANY; run += 1) {
    forward({ ms: LEASE_MS + 1 });
    const { regles, restants } = await reconcile();
    if (regles + restants === 0) return;
  }
  throw new Error(`after ${MANY} runs of the reconciler something is left`);
}
