import { created, endpoint } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/users/codes.ts';
import { addPenalty } from '../../lib/users/penalties.ts';
import { Penalty, UserId } from '../../lib/users/schema.ts';
import { NewPenalty } from '../../lib/users/schema-penalty-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: UserId,
  body: NewPenalty,
  replies: { 201: Penalty },
  refuses: [codes.userNotFound],
  serve: async ({ params, body, attempt, refuse }) => {
    const penalty = await addPenalty(params.id, body, attempt, refuse);
    return created(penalty, `/utilisateurs/${params.id}/penalites/${penalty.id}`);
  },
});
