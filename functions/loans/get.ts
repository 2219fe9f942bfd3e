import { requireOwn } from '../../lib/entry/http/access.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { loanNotFound } from '../../lib/loans/codes.ts';
import { getLoan } from '../../lib/loans/loans.ts';
import { Loan, LoanId } from '../../lib/loans/schema.ts';

export const operation = {
  access: 'connecte',
  params: LoanId,
  replies: { 200: Loan },
  refuses: [loanNotFound],
} as const;

export const handler = endpoint(operation, async ({ params, caller, refuse }) => {
  const loan = await getLoan(params.id);
  requireOwn(caller, loan?.utilisateur_id);
  return ok(loan ?? refuse(loanNotFound));
});
