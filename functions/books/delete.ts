import { deleteBook } from '../../lib/books/books.ts';
import { codes } from '../../lib/books/codes.ts';
import { BookId } from '../../lib/books/schema.ts';
import { endpoint, noContent } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: BookId,
  replies: { 204: null },
  refuses: [codes.bookNotFound, codes.deletionRefused],
  serve: async ({ params, ifMatch, refuse }) => {
    await deleteBook(params.id, ifMatch, refuse);
    return noContent();
  },
});
