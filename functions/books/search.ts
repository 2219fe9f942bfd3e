import { findBooks } from '../../lib/books/books.ts';
import { Book, BookFilter } from '../../lib/books/schema.ts';
import { endpoint, ok, pageOf } from '../../lib/entry/http/endpoint.ts';

export const operation = { access: 'public', query: pageOf(BookFilter), replies: { 200: Book }, refuses: [] } as const;

export const handler = endpoint(operation, async ({ query: { titre, auteur, isbn }, slice }) =>
  ok(await findBooks({ titre, auteur, isbn }, slice)),
);
