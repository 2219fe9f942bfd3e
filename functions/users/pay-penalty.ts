import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { payPenalty } from '../../lib/users/penalties.ts';
import { Payment, Penalty, PenaltyId } from '../../lib/users/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  params: PenaltyId,
  body: Payment,
  replies: { 200: Penalty },
  refuses: ['penalite_introuvable', 'paiement_refuse'],
} as const;

export const handler = endpoint(operation, async ({ params, body, attempt }) =>
  ok(await payPenalty(params.id, params.penalite_id, body, attempt)),
);
