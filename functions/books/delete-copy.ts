import { codes } from '../../lib/books/codes.ts';
import { deleteCopy } from '../../lib/books/copies.ts';
import { CopyId } from '../../lib/books/schema-copies.ts';
import { endpoint, noContent } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: CopyId,
  replies: { 204: null },
  refuses: [codes.bookNotFound, codes.copyNotFound, codes.copyLent],
  serve: async ({ params, ifMatch, refuse }) => {
    await deleteCopy(params.id, params.exemplaire_id, ifMatch, refuse);
    return noContent();
  },
});
