import { updateBook } from '../../lib/books/books.ts';
import { codes } from '../../lib/books/codes.ts';
import { Book, BookId } from '../../lib/books/schema.ts';
import { BookChanges } from '../../lib/books/schema-requests.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  params: BookId,
  body: BookChanges,
  replies: { 200: Book },
  refuses: [codes.bookNotFound, codes.isbnTaken, codes.tooFewCopies, codes.tooManyCopies],
  serve: async ({ params, body, ifMatch, refuse }) => ok(await updateBook(params.id, body, ifMatch, refuse)),
});
