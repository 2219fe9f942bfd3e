import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listOverdue } from '../../lib/loans/loans.ts';
import { OverdueLoan } from '../../lib/loans/schema.ts';
import { EveryLoan } from '../../lib/loans/schema-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  query: pageOf(EveryLoan),
  replies: { 200: OverdueLoan },
  refuses: [],
  serve: async ({ slice }) => ok(await listOverdue(slice)),
});
