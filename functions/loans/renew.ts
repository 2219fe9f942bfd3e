import { requireOwn } from '../../lib/entry/http/access.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { getLoan } from '../../lib/loans/loans.ts';
import { renewLoan } from '../../lib/loans/renew.ts';
import { Loan, LoanId } from '../../lib/loans/schema.ts';

export const handler = endpoint({
  access: 'connecte',
  params: LoanId,
  replies: { 200: Loan },
  refuses: [codes.loanNotFound, codes.renewalRefused],
  serve: async ({ params, caller, attempt, refuse }) => {
    if (caller.role === 'adherent') requireOwn(caller, (await getLoan(params.id))?.utilisateur_id);
    return ok(await renewLoan(params.id, attempt, refuse));
  },
});
