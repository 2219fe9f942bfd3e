import { created, endpoint } from '../../lib/entry/http/endpoint.ts';
import { createUser } from '../../lib/users/accounts.ts';
import { codes } from '../../lib/users/codes.ts';
import { User } from '../../lib/users/schema.ts';
import { NewUser } from '../../lib/users/schema-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  body: NewUser,
  replies: { 201: User },
  refuses: [codes.emailTaken, codes.cardTaken, codes.responsibleRefused],
  serve: async ({ body, attempt, refuse }) => {
    const user = await createUser(body, attempt, refuse);
    return created(user, `/utilisateurs/${user.id}`);
  },
});
