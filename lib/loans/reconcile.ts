import { Moved } from '../aws/dynamodb/retry.ts';
import { metric, remark } from '../runtime/log.ts';
import { Failure } from '../values/failure.ts';
import { LEASE_MS, takeOver } from './process.ts';
import type { InTransit } from './record.ts';
import { loansInTransitSince } from './store/lists.ts';
import { readLoan } from './store/loans.ts';

/** After so long a person has to look at a loan that is not settled. */
const ALARM_MS = 3_600_000;

/**
 * Brings every loan that was cut off to its end. It may run often, and several times at once. The next run
 * does what there was no time for.
 * @param until instant in milliseconds at which to stop
 */
export async function reconcile(until = Number.POSITIVE_INFINITY) {
  const now = Date.now();
  const before = new Date(now - LEASE_MS).toISOString();
  // `restants` are not settled because a service did not answer; `en_souffrance`, those that began over an hour ago.
  const report = { regles: 0, restants: 0, en_souffrance: 0 };
  for await (const { id } of loansInTransitSince(before)) {
    if (Date.now() >= until) break;
    const seen = await readLoan(id);
    if (!seen?.transit || seen.transit.depuis >= before) continue;
    try {
      await takeOver(seen as typeof seen & InTransit);
      report.regles += 1;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error instanceof Moved) continue;
      report.restants += 1;
      if (now - Date.parse(seen.transit.debut) > ALARM_MS) report.en_souffrance += 1;
      remark('a loan is not settled', { loan: id, step: seen.transit.etape, since: seen.transit.debut });
    }
  }
  metric('EmpruntsEnSouffrance', report.en_souffrance);
  return report;
}
