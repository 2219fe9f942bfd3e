import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { getUser } from '../../lib/users/accounts.ts';
import { userNotFound } from '../../lib/users/codes.ts';
import { User, UserId } from '../../lib/users/schema.ts';

export const operation = {
  access: { titulaire: 'id' },
  params: UserId,
  replies: { 200: User },
  refuses: [userNotFound],
} as const;

export const handler = endpoint(operation, async ({ params, refuse }) => ok(await getUser(params.id, refuse)));
