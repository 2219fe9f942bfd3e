import { job } from '../../lib/entry/job.ts';
import { sweepHolds } from '../../lib/loans/holds/expire.ts';

export const handler = job(sweepHolds);
