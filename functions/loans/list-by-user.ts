import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listLoansOf } from '../../lib/loans/loans.ts';
import { BorrowerId, Loan } from '../../lib/loans/schema.ts';
import { LoanFilter } from '../../lib/loans/schema-requests.ts';

export const handler = endpoint({
  access: { titulaire: 'id' },
  params: BorrowerId,
  query: pageOf(LoanFilter),
  replies: { 200: Loan },
  refuses: [],
  serve: async ({ params, query, slice }) => ok(await listLoansOf(params.id, query, slice)),
});
