import { endpoint, noContent } from '../../lib/entry/http/endpoint.ts';
import { deleteUser } from '../../lib/users/accounts.ts';
import { deletionRefused, userNotFound } from '../../lib/users/codes.ts';
import { UserId } from '../../lib/users/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  params: UserId,
  replies: { 204: null },
  refuses: [userNotFound, deletionRefused],
} as const;

export const handler = endpoint(operation, async ({ params, ifMatch, refuse }) => {
  await deleteUser(params.id, ifMatch, refuse);
  return noContent();
});
