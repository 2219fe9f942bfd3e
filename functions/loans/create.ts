import { created, endpoint } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { lend } from '../../lib/loans/lend.ts';
import { Loan } from '../../lib/loans/schema.ts';
import { NewLoan } from '../../lib/loans/schema-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  body: NewLoan,
  replies: { 201: Loan },
  refuses: [codes.userNotFound, codes.bookNotFound, codes.copyNotFound, codes.loanRefused],
  serve: async ({ body, attempt, refuse }) => {
    const loan = await lend(body, attempt, refuse);
    return created(loan, `/emprunts/${loan.id}`);
  },
});
