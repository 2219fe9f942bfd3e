import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { penaltyNotFound, waiverRefused } from '../../lib/users/codes.ts';
import { waivePenalty } from '../../lib/users/penalties.ts';
import { Penalty, PenaltyId, Waiver } from '../../lib/users/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  params: PenaltyId,
  body: Waiver,
  replies: { 200: Penalty },
  refuses: [penaltyNotFound, waiverRefused],
} as const;

export const handler = endpoint(operation, async ({ params, body, attempt, refuse }) =>
  ok(await waivePenalty(params.id, params.penalite_id, body, attempt, refuse)),
);
