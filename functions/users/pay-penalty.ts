import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/users/codes.ts';
import { payPenalty } from '../../lib/users/penalties.ts';
import { Penalty, PenaltyId } from '../../lib/users/schema.ts';
import { Payment } from '../../lib/users/schema-penalty-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: PenaltyId,
  body: Payment,
  replies: { 200: Penalty },
  refuses: [codes.penaltyNotFound, codes.paymentRefused],
  serve: async ({ params, body, attempt, refuse }) =>
    ok(await payPenalty(params.id, params.penalite_id, body, attempt, refuse)),
});
