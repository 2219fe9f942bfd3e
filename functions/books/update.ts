import { updateBook } from '../../lib/books/books.ts';
import { bookNotFound, isbnTaken, tooFewCopies } from '../../lib/books/codes.ts';
import { Book, BookChanges, BookId } from '../../lib/books/schema.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';

export const operation = {
  access: 'bibliothecaire',
  params: BookId,
  body: BookChanges,
  replies: { 200: Book },
  refuses: [bookNotFound, isbnTaken, tooFewCopies],
} as const;

export const handler = endpoint(operation, async ({ params, body, ifMatch, refuse }) =>
  ok(await updateBook(params.id, body, ifMatch, refuse)),
);
