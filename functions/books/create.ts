import { createBook } from '../../lib/books/books.ts';
import { Book, NewBook } from '../../lib/books/schema.ts';
import { created, endpoint } from '../../lib/entry/http/endpoint.ts';

export const operation = {
  access: 'bibliothecaire',
  body: NewBook,
  replies: { 201: Book },
  refuses: ['isbn_deja_utilise'],
} as const;

export const handler = endpoint(operation, async ({ body, attempt }) => {
  const book = await createBook(body, attempt);
  return created(book, `/livres/${book.id}`);
});
