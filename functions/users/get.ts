import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { getUser } from '../../lib/users/accounts.ts';
import { User, UserId } from '../../lib/users/schema.ts';

export const operation = {
  access: { titulaire: 'id' },
  params: UserId,
  replies: { 200: User },
  refuses: ['utilisateur_introuvable'],
} as const;

export const handler = endpoint(operation, async ({ params }) => ok(await getUser(params.id)));
