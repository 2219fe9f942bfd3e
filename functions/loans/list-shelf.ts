import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';
import { listShelf } from '../../lib/loans/holds.ts';
import { ShelfFilter, ShelvedHold } from '../../lib/loans/schema-holds.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  query: pageOf(ShelfFilter),
  replies: { 200: ShelvedHold },
  refuses: [],
  serve: async ({ slice }) => ok(await listShelf(slice)),
});
