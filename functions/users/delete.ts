import { endpoint, noContent } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/users/codes.ts';
import { deleteUser } from '../../lib/users/deletion.ts';
import { UserId } from '../../lib/users/schema.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: UserId,
  replies: { 204: null },
  refuses: [codes.userNotFound, codes.deletionRefused],
  serve: async ({ params, ifMatch, refuse }) => {
    await deleteUser(params.id, ifMatch, refuse);
    return noContent();
  },
});
