import { created, endpoint } from '../../lib/entry/http/endpoint.ts';
import { createUser } from '../../lib/users/accounts.ts';
import { emailTaken } from '../../lib/users/codes.ts';
import { NewUser, User } from '../../lib/users/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  body: NewUser,
  replies: { 201: User },
  refuses: [emailTaken],
} as const;

export const handler = endpoint(operation, async ({ body, attempt, refuse }) => {
  const user = await createUser(body, attempt, refuse);
  return created(user, `/utilisateurs/${user.id}`);
});
