import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { loanNotFound, returnRefused } from '../../lib/loans/codes.ts';
import { returnLoan } from '../../lib/loans/return.ts';
import { Loan, LoanId } from '../../lib/loans/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  params: LoanId,
  replies: { 200: Loan },
  refuses: [loanNotFound, returnRefused],
} as const;

export const handler = endpoint(operation, async ({ params, attempt, refuse }) =>
  ok(await returnLoan(params.id, attempt, refuse)),
);
