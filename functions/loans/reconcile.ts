import { job } from '../../lib/entry/job.ts';
import { reconcile } from '../../lib/loans/reconcile.ts';

export const handler = job(reconcile);
