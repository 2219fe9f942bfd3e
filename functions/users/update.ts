import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { updateUser } from '../../lib/users/accounts.ts';
import { User, UserChanges, UserId } from '../../lib/users/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  params: UserId,
  body: UserChanges,
  replies: { 200: User },
  refuses: ['utilisateur_introuvable', 'email_deja_utilise'],
} as const;

export const handler = endpoint(operation, async ({ params, body, ifMatch }) =>
  ok(await updateUser(params.id, body, ifMatch)),
);
