import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { penaltyNotFound } from '../../lib/users/codes.ts';
import { getPenalty } from '../../lib/users/penalties.ts';
import { Penalty, PenaltyId } from '../../lib/users/schema.ts';

export const operation = {
  access: { titulaire: 'id' },
  params: PenaltyId,
  replies: { 200: Penalty },
  refuses: [penaltyNotFound],
} as const;

export const handler = endpoint(operation, async ({ params, refuse }) =>
  ok(await getPenalty(params.id, params.penalite_id, refuse)),
);
