import { createBook } from '../../lib/books/books.ts';
import { codes } from '../../lib/books/codes.ts';
import { Book } from '../../lib/books/schema.ts';
import { NewBook } from '../../lib/books/schema-requests.ts';
import { created, endpoint } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  body: NewBook,
  replies: { 201: Book },
  refuses: [codes.isbnTaken, codes.barcodeTaken],
  serve: async ({ body, attempt, refuse }) => {
    const book = await createBook(body, attempt, refuse);
    return created(book, `/livres/${book.id}`);
  },
});
