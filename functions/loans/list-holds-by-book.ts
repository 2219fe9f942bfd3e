import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { listQueue } from '../../lib/loans/holds/read.ts';
import { EveryHold, Hold } from '../../lib/loans/holds/schema.ts';
import { BookId } from '../../lib/loans/schema.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: BookId,
  query: pageOf(EveryHold),
  replies: { 200: Hold },
  refuses: [codes.bookNotFound],
  serve: async ({ params, slice, refuse }) => ok(await listQueue(params.id, slice, refuse)),
});
