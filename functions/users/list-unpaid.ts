import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listUnpaid } from '../../lib/users/penalties.ts';
import { UnpaidPenalty } from '../../lib/users/schema.ts';
import { UnpaidFilter } from '../../lib/users/schema-penalty-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  query: pageOf(UnpaidFilter),
  replies: { 200: UnpaidPenalty },
  refuses: [],
  serve: async ({ slice }) => ok(await listUnpaid(slice)),
});
