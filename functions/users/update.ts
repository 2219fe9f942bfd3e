import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { updateUser } from '../../lib/users/accounts.ts';
import { codes } from '../../lib/users/codes.ts';
import { User, UserId } from '../../lib/users/schema.ts';
import { UserChanges } from '../../lib/users/schema-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: UserId,
  body: UserChanges,
  replies: { 200: User },
  refuses: [codes.userNotFound, codes.emailTaken, codes.cardTaken, codes.responsibleRefused],
  serve: async ({ params, body, ifMatch, refuse }) => ok(await updateUser(params.id, body, ifMatch, refuse)),
});
