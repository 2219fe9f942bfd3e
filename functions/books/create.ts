import { createBook } from '../../lib/books/books.ts';
import { isbnTaken } from '../../lib/books/codes.ts';
import { Book, NewBook } from '../../lib/books/schema.ts';
import { created, endpoint } from '../../lib/entry/http/endpoint.ts';

export const operation = {
  access: 'bibliothecaire',
  body: NewBook,
  replies: { 201: Book },
  refuses: [isbnTaken],
} as const;

export const handler = endpoint(operation, async ({ body, attempt, refuse }) => {
  const book = await createBook(body, attempt, refuse);
  return created(book, `/livres/${book.id}`);
});
