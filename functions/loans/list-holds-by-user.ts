import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listHoldsOf } from '../../lib/loans/holds/read.ts';
import { Hold, HoldFilter } from '../../lib/loans/holds/schema.ts';
import { BorrowerId } from '../../lib/loans/schema.ts';

export const handler = endpoint({
  access: { titulaire: 'id' },
  params: BorrowerId,
  query: pageOf(HoldFilter),
  replies: { 200: Hold },
  refuses: [],
  serve: async ({ params, query, slice }) => ok(await listHoldsOf(params.id, query, slice)),
});
