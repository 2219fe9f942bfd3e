import { requireOwn } from '../../lib/entry/http/access.ts';
import { created, endpoint } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { placeHold } from '../../lib/loans/holds/place.ts';
import { Hold, NewHold } from '../../lib/loans/holds/schema.ts';

export const handler = endpoint({
  access: 'connecte',
  body: NewHold,
  replies: { 201: Hold },
  refuses: [codes.userNotFound, codes.bookNotFound, codes.holdRefused],
  serve: async ({ body, caller, attempt, refuse }) => {
    requireOwn(caller, body.utilisateur_id);
    const hold = await placeHold(body, attempt, refuse);
    return created(hold, `/reservations/${hold.id}`);
  },
});
