import { job } from '../../lib/http/job.ts';
import { reconcile } from '../../lib/loans/reconcile.ts';

export const handler = job(reconcile);
