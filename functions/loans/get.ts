import { requireOwn } from '../../lib/entry/http/access.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { found } from '../../lib/entry/http/found.ts';
import { getLoan } from '../../lib/loans/loans.ts';
import { Loan, LoanId } from '../../lib/loans/schema.ts';

export const operation = {
  access: 'connecte',
  params: LoanId,
  replies: { 200: Loan },
  refuses: ['emprunt_introuvable'],
} as const;

export const handler = endpoint(operation, async ({ params, caller }) => {
  const loan = await getLoan(params.id);
  requireOwn(caller, loan?.utilisateur_id);
  return ok(found(loan, 'emprunt_introuvable'));
});
