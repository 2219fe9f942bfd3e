import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listUsers } from '../../lib/users/accounts.ts';
import { User, UserFilter } from '../../lib/users/schema.ts';

export const operation = {
  access: 'bibliothecaire',
  query: pageOf(UserFilter),
  replies: { 200: User },
  refuses: [],
} as const;

export const handler = endpoint(operation, async ({ query, slice }) => ok(await listUsers(query, slice)));
