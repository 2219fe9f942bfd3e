import { endpoint, noContent } from '../../lib/entry/http/endpoint.ts';
import { deleteUser } from '../../lib/users/accounts.ts';
import { UserId } from '../../lib/users/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  params: UserId,
  replies: { 204: null },
  refuses: ['utilisateur_introuvable', 'suppression_refusee'],
} as const;

export const handler = endpoint(operation, async ({ params, ifMatch }) => {
  await deleteUser(params.id, ifMatch);
  return noContent();
});
