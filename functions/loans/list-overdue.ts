import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listOverdue } from '../../lib/loans/loans.ts';
import { EveryLoan, OverdueLoan } from '../../lib/loans/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  query: pageOf(EveryLoan),
  replies: { 200: OverdueLoan },
  refuses: [],
} as const;

export const handler = endpoint(operation, async ({ slice }) => ok(await listOverdue(slice)));
