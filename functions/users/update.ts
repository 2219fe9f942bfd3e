import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { updateUser } from '../../lib/users/accounts.ts';
import { emailTaken, userNotFound } from '../../lib/users/codes.ts';
import { User, UserChanges, UserId } from '../../lib/users/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  params: UserId,
  body: UserChanges,
  replies: { 200: User },
  refuses: [userNotFound, emailTaken],
} as const;

export const handler = endpoint(operation, async ({ params, body, ifMatch, refuse }) =>
  ok(await updateUser(params.id, body, ifMatch, refuse)),
);
