import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/users/codes.ts';
import { strikePayment } from '../../lib/users/penalties.ts';
import { PaymentId, Penalty } from '../../lib/users/schema.ts';
import { Strike } from '../../lib/users/schema-penalty-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: PaymentId,
  body: Strike,
  replies: { 200: Penalty },
  refuses: [codes.penaltyNotFound, codes.movementNotFound, codes.strikeRefused],
  serve: async ({ params, body, attempt, refuse }) => ok(await strikePayment(params, body, attempt, refuse)),
});
