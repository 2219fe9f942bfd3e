import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { verifyUser } from '../../lib/users/accounts.ts';
import { codes } from '../../lib/users/codes.ts';
import { UserId, Verification } from '../../lib/users/schema.ts';
import { Claims } from '../../lib/users/schema-requests.ts';

export const handler = endpoint({
  access: { titulaire: 'id' },
  params: UserId,
  query: Claims,
  replies: { 200: Verification },
  refuses: [codes.userNotFound],
  serve: async ({ params, query, refuse }) => ok(await verifyUser(params.id, query, refuse)),
});
