import { deleteBook } from '../../lib/books/books.ts';
import { bookNotFound, deletionRefused } from '../../lib/books/codes.ts';
import { BookId } from '../../lib/books/schema.ts';
import { endpoint, noContent } from '../../lib/entry/http/endpoint.ts';

export const operation = {
  access: 'bibliothecaire',
  params: BookId,
  replies: { 204: null },
  refuses: [bookNotFound, deletionRefused],
} as const;

export const handler = endpoint(operation, async ({ params, ifMatch, refuse }) => {
  await deleteBook(params.id, ifMatch, refuse);
  return noContent();
});
