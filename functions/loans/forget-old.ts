import { job } from '../../lib/entry/job.ts';
import { forgetOld } from '../../lib/loans/forget.ts';

export const handler = job(forgetOld);
