import { created, endpoint } from '../../lib/entry/http/endpoint.ts';
import { lend } from '../../lib/loans/lend.ts';
import { Loan, NewLoan } from '../../lib/loans/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  body: NewLoan,
  replies: { 201: Loan },
  refuses: ['utilisateur_introuvable', 'livre_introuvable', 'emprunt_refuse'],
} as const;

export const handler = endpoint(operation, async ({ body, attempt }) => {
  const loan = await lend(body, attempt);
  return created(loan, `/emprunts/${loan.id}`);
});
