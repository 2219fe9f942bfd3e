import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { listLoansOfBook } from '../../lib/loans/loans.ts';
import { BookId, Loan } from '../../lib/loans/schema.ts';
import { EveryLoan } from '../../lib/loans/schema-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: BookId,
  query: pageOf(EveryLoan),
  replies: { 200: Loan },
  refuses: [codes.bookNotFound],
  serve: async ({ params, slice, refuse }) => ok(await listLoansOfBook(params.id, slice, refuse)),
});
