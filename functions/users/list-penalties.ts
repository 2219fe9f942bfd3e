import { endpoint, list, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listPenalties } from '../../lib/users/penalties.ts';
import { Penalty, PenaltyFilter, UserId } from '../../lib/users/schema.ts';

export const operation = {
  access: { titulaire: 'id' },
  params: UserId,
  query: pageOf(PenaltyFilter),
  replies: { 200: Penalty },
  refuses: ['utilisateur_introuvable'],
} as const;

export const handler = endpoint(operation, async ({ params, query, slice }) =>
  list(await listPenalties(params.id, query, slice)),
);
