import { endpoint, noContent } from '../../lib/entry/http/endpoint.ts';
import { blockUser } from '../../lib/users/accounts.ts';
import { codes } from '../../lib/users/codes.ts';
import { UserId } from '../../lib/users/schema.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: UserId,
  replies: { 204: null },
  refuses: [codes.userNotFound],
  serve: async ({ params, ifMatch, refuse }) => {
    await blockUser(params.id, null, ifMatch, refuse);
    return noContent();
  },
});
