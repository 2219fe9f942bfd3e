import { codes } from '../../lib/books/codes.ts';
import { changeCopy } from '../../lib/books/copies.ts';
import { Copy, CopyId } from '../../lib/books/schema-copies.ts';
import { CopyChanges } from '../../lib/books/schema-requests.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: CopyId,
  body: CopyChanges,
  replies: { 200: Copy },
  refuses: [codes.bookNotFound, codes.copyNotFound, codes.copyLent, codes.barcodeTaken],
  serve: async ({ params, body, ifMatch, refuse }) =>
    ok(await changeCopy(params.id, params.exemplaire_id, body, ifMatch, refuse)),
});
