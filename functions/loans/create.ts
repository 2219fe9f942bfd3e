import { created, endpoint } from '../../lib/entry/http/endpoint.ts';
import { bookNotFound, loanRefused, userNotFound } from '../../lib/loans/codes.ts';
import { lend } from '../../lib/loans/lend.ts';
import { Loan, NewLoan } from '../../lib/loans/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  body: NewLoan,
  replies: { 201: Loan },
  refuses: [userNotFound, bookNotFound, loanRefused],
} as const;

export const handler = endpoint(operation, async ({ body, attempt, refuse }) => {
  const loan = await lend(body, attempt, refuse);
  return created(loan, `/emprunts/${loan.id}`);
});
