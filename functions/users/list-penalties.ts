import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/users/codes.ts';
import { listPenalties } from '../../lib/users/penalties.ts';
import { Penalty, UserId } from '../../lib/users/schema.ts';
import { PenaltyFilter } from '../../lib/users/schema-penalty-requests.ts';

export const handler = endpoint({
  access: { titulaire: 'id' },
  params: UserId,
  query: pageOf(PenaltyFilter),
  replies: { 200: Penalty },
  refuses: [codes.userNotFound],
  serve: async ({ params, query, slice, refuse }) => ok(await listPenalties(params.id, query, slice, refuse)),
});
