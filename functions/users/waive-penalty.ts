import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/users/codes.ts';
import { waivePenalty } from '../../lib/users/penalties.ts';
import { Penalty, PenaltyId } from '../../lib/users/schema.ts';
import { Waiver } from '../../lib/users/schema-penalty-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: PenaltyId,
  body: Waiver,
  replies: { 200: Penalty },
  refuses: [codes.penaltyNotFound, codes.waiverRefused],
  serve: async ({ params, body, attempt, refuse }) =>
    ok(await waivePenalty(params.id, params.penalite_id, body, attempt, refuse)),
});
