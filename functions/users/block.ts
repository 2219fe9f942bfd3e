import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { blockUser } from '../../lib/users/accounts.ts';
import { codes } from '../../lib/users/codes.ts';
import { User, UserId } from '../../lib/users/schema.ts';
import { NewBlock } from '../../lib/users/schema-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: UserId,
  body: NewBlock,
  replies: { 200: User },
  refuses: [codes.userNotFound],
  serve: async ({ params, body, ifMatch, refuse }) => ok(await blockUser(params.id, body, ifMatch, refuse)),
});
