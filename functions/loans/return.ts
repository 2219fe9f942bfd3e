import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { returnLoan } from '../../lib/loans/return.ts';
import { Loan, LoanId } from '../../lib/loans/schema.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: LoanId,
  replies: { 200: Loan },
  refuses: [codes.loanNotFound, codes.returnRefused],
  serve: async ({ params, attempt, refuse }) => ok(await returnLoan(params.id, attempt, refuse)),
});
