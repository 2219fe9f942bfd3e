import { requireOwn } from '../../lib/entry/http/access.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { personOf } from '../../lib/loans/holds/read.ts';
import { Hold, HoldId } from '../../lib/loans/holds/schema.ts';
import { suspendUntil } from '../../lib/loans/holds/suspend.ts';

export const handler = endpoint({
  access: 'connecte',
  params: HoldId,
  replies: { 200: Hold },
  refuses: [codes.holdNotFound, codes.suspensionRefused],
  serve: async ({ params, caller, attempt, refuse }) => {
    if (caller.role === 'adherent') requireOwn(caller, await personOf(params.id));
    return ok(await suspendUntil(params.id, null, attempt, refuse));
  },
});
