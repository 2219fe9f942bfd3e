import { job } from '../../lib/entry/job.ts';
import { sweep } from '../../lib/users/deletion.ts';

export const handler = job(sweep);
