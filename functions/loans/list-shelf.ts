import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listShelf } from '../../lib/loans/holds/read.ts';
import { ShelfFilter, ShelvedHold } from '../../lib/loans/holds/schema.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  query: pageOf(ShelfFilter),
  replies: { 200: ShelvedHold },
  refuses: [],
  serve: async ({ slice }) => ok(await listShelf(slice)),
});
