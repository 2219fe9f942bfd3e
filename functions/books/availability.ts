import { availabilityOf } from '../../lib/books/books.ts';
import { codes } from '../../lib/books/codes.ts';
import { Availability, BookId } from '../../lib/books/schema.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'public',
  params: BookId,
  replies: { 200: Availability },
  refuses: [codes.bookNotFound],
  serve: async ({ params, refuse }) => ok(await availabilityOf(params.id, refuse)),
});
