import { Moved } from '../aws/dynamodb/retry.ts';
import { metric, remark } from '../runtime/log.ts';
import { tryAll } from '../runtime/try-all.ts';
import { Failure } from '../values/failure.ts';
import { LEASE_MS } from './process.ts';
import { type InTransitItem, inTransitSince } from './store/lists.ts';
import { readInTransit, settleRecord } from './transit.ts';

/** A process that is not settled after an hour is for a person to look at. */
const ALARM_MS = 3_600_000;

/**
 * Brings every loan and every hold that was cut off to its end. It may run often, and several times at once. The next
 * run does what there was no time for.
 * @param until instant in milliseconds at which to stop
 * @throws what no service's silence explains, once all else is done: a person is to look at such a process
 */
export const reconcile = (until = Number.POSITIVE_INFINITY) =>
  tryAll('a run of the reconciler has met processes that it cannot settle', async (_, fail) => {
    const now = Date.now();
    const before = new Date(now - LEASE_MS).toISOString();
    // `restants` are not settled because a service did not answer; `en_souffrance`, for whatever reason, after an hour.
    const report = { regles: 0, restants: 0, en_souffrance: 0 };
    for await (const found of inTransitSince(before)) {
      if (Date.now() >= until) break;
      try {
        if (await settleSince(before, found)) report.regles += 1;
      } catch (error) {
        if (!(error instanceof Failure)) fail(error);
        const { etape, debut } = found.transit;
        const isOld = now - Date.parse(debut) > ALARM_MS;
        if (isOld) report.en_souffrance += 1;
        // Another request or run has come first, and may have settled it.
        if (!(error instanceof Moved)) report.restants += 1;
        else if (!isOld) continue;
        remark('a process is not settled', { record: found.id, step: etape, since: debut });
      }
    }
    metric('EmpruntsEnSouffrance', report.en_souffrance);
    return report;
  });

/** Settles what the index has. @returns false when it was settled meanwhile, or has been taken up since that instant */
async function settleSince(before: string, found: InTransitItem): Promise<boolean> {
  const seen = await readInTransit(found);
  if (!seen || seen.transit.depuis >= before) return false;
  await settleRecord(seen);
  return true;
}
