import { findBooks } from '../../lib/books/find.ts';
import { FoundBook } from '../../lib/books/schema.ts';
import { BookFilter } from '../../lib/books/schema-search.ts';
import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';

export const handler = endpoint({
  access: 'public',
  query: pageOf(BookFilter),
  replies: { 200: FoundBook },
  refuses: [],
  serve: async ({ query: { q, titre, auteur, isbn, type, disponible }, slice }) =>
    ok(await findBooks({ q, titre, auteur, isbn, type, disponible }, slice)),
});
