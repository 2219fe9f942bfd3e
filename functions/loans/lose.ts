import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { loseLoan } from '../../lib/loans/return.ts';
import { Loan, LoanId } from '../../lib/loans/schema.ts';
import { Loss } from '../../lib/loans/schema-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: LoanId,
  body: Loss,
  replies: { 200: Loan },
  refuses: [codes.loanNotFound, codes.lossRefused],
  serve: async ({ params, body, attempt, refuse }) => ok(await loseLoan(params.id, body, attempt, refuse)),
});
