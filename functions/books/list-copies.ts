import { codes } from '../../lib/books/codes.ts';
import { listCopies } from '../../lib/books/copies.ts';
import { BookId } from '../../lib/books/schema.ts';
import { Copy, EveryCopy } from '../../lib/books/schema-copies.ts';
import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'public',
  params: BookId,
  query: pageOf(EveryCopy),
  replies: { 200: Copy },
  refuses: [codes.bookNotFound],
  serve: async ({ params, slice, refuse }) => ok(await listCopies(params.id, slice, refuse)),
});
