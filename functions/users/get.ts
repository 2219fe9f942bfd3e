import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { getUser } from '../../lib/users/accounts.ts';
import { codes } from '../../lib/users/codes.ts';
import { User, UserId } from '../../lib/users/schema.ts';

export const handler = endpoint({
  access: { titulaire: 'id' },
  params: UserId,
  replies: { 200: User },
  refuses: [codes.userNotFound],
  serve: async ({ params, refuse }) => ok(await getUser(params.id, refuse)),
});
