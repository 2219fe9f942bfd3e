import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { job } from '../../lib/entry/job.ts';
import { sendNotices, sendNoticesOnce } from '../../lib/loans/notices/send.ts';
import { NoticeReport } from '../../lib/loans/schema.ts';

/** A caller waits 30 seconds at most at API Gateway. People who were not written to by then are written to the next time. */
const TIME_MS = 20_000;

export const handler = endpoint({
  access: 'bibliothecaire',
  replies: { 200: NoticeReport },
  refuses: [],
  serve: async ({ attempt }) => ok(await sendNoticesOnce(Date.now() + TIME_MS, attempt)),
});

export const daily = job(sendNotices);
