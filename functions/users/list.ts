import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listUsers } from '../../lib/users/find.ts';
import { User } from '../../lib/users/schema.ts';
import { UserFilter } from '../../lib/users/schema-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  query: pageOf(UserFilter),
  replies: { 200: User },
  refuses: [],
  serve: async ({ query, slice }) => ok(await listUsers(query, slice)),
});
