import { requireOwn } from '../../lib/entry/http/access.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { getHold } from '../../lib/loans/holds/read.ts';
import { Hold, HoldId } from '../../lib/loans/holds/schema.ts';

export const handler = endpoint({
  access: 'connecte',
  params: HoldId,
  replies: { 200: Hold },
  refuses: [codes.holdNotFound],
  serve: async ({ params, caller, refuse }) => {
    const hold = await getHold(params.id);
    requireOwn(caller, hold?.utilisateur_id);
    return ok(hold ?? refuse(codes.holdNotFound));
  },
});
