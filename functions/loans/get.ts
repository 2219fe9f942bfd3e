import { requireOwn } from '../../lib/entry/http/access.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { getLoan } from '../../lib/loans/loans.ts';
import { Loan, LoanId } from '../../lib/loans/schema.ts';

export const handler = endpoint({
  access: 'connecte',
  params: LoanId,
  replies: { 200: Loan },
  refuses: [codes.loanNotFound],
  serve: async ({ params, caller, refuse }) => {
    const loan = await getLoan(params.id);
    requireOwn(caller, loan?.utilisateur_id);
    return ok(loan ?? refuse(codes.loanNotFound));
  },
});
