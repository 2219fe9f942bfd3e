import { ok } from '../../lib/entry/http/answer.ts';
import { endpoint } from '../../lib/entry/http/endpoint.ts';
import { found } from '../../lib/entry/http/found.ts';
import { getPenalty } from '../../lib/users/penalties.ts';
import { Penalty, PenaltyId } from '../../lib/users/schema.ts';

export const operation = {
  access: { titulaire: 'id' },
  params: PenaltyId,
  replies: { 200: Penalty },
  refuses: ['penalite_introuvable'],
} as const;

export const handler = endpoint(operation, async ({ params }) =>
  ok(found(await getPenalty(params.id, params.penalite_id), 'penalite_introuvable')),
);
