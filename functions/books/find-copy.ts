import { codes } from '../../lib/books/codes.ts';
import { findCopy } from '../../lib/books/copies.ts';
import { Barcode, FoundCopy } from '../../lib/books/schema-copies.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: Barcode,
  replies: { 200: FoundCopy },
  refuses: [codes.copyNotFound],
  serve: async ({ params, refuse }) => ok(await findCopy(params.code_barres, refuse)),
});
