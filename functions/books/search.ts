import { findBooks } from '../../lib/books/books.ts';
import { Book, BookFilter } from '../../lib/books/schema.ts';
import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'public',
  query: pageOf(BookFilter),
  replies: { 200: Book },
  refuses: [],
  serve: async ({ query: { titre, auteur, isbn }, slice }) => ok(await findBooks({ titre, auteur, isbn }, slice)),
});
