import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/users/codes.ts';
import { getPenalty } from '../../lib/users/penalties.ts';
import { Penalty, PenaltyId } from '../../lib/users/schema.ts';

export const handler = endpoint({
  access: { titulaire: 'id' },
  params: PenaltyId,
  replies: { 200: Penalty },
  refuses: [codes.penaltyNotFound],
  serve: async ({ params, refuse }) => ok(await getPenalty(params.id, params.penalite_id, refuse)),
});
