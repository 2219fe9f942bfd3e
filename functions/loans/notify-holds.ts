import { job } from '../../lib/entry/job.ts';
import { sendHoldNotices } from '../../lib/loans/notices/send.ts';

export const handler = job(sendHoldNotices);
