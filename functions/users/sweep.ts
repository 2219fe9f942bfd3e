import { job } from '../../lib/entry/job.ts';
import { sweep } from '../../lib/users/accounts.ts';

export const handler = job(sweep);
