import { created, endpoint } from '../../lib/entry/http/endpoint.ts';
import { createUser } from '../../lib/users/accounts.ts';
import { NewUser, User } from '../../lib/users/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  body: NewUser,
  replies: { 201: User },
  refuses: ['email_deja_utilise'],
} as const;

export const handler = endpoint(operation, async ({ body, attempt }) => {
  const user = await createUser(body, attempt);
  return created(user, `/utilisateurs/${user.id}`);
});
