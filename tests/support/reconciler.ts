import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { handler } from '../../functions/loans/reconcile.ts';
import { LEASE_MS } from '../../lib/loans/process.ts';
import type { Reconciliation } from '../../lib/loans/reconcile.ts';
import { forward } from './clock.ts';
import { asFunction } from './wire.ts';

/** The figures that the reconciler gives out, kept from the screen: how many loans are overdue to be settled. */
export const figures: number[] = [];

const write = process.stdout.write.bind(process.stdout);

process.stdout.write = ((text: unknown, ...rest: never[]) => {
  if (typeof text !== 'string' || !text.startsWith('{"_aws":')) return write(text as string, ...rest);
  figures.push(JSON.parse(text).EmpruntsEnSouffrance);
  return true;
}) as typeof process.stdout.write;

const context = () =>
  ({ awsRequestId: randomUUID(), functionName: 'loans-reconcile', getRemainingTimeInMillis: () => 300_000 }) as Context;

/** One run of the reconciler, as its schedule starts it. */
export const reconcile = (): Promise<Reconciliation> => asFunction('loans-reconcile', () => handler({}, context()));

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
