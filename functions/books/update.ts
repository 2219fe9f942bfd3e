import { updateBook } from '../../lib/books/books.ts';
import { Book, BookChanges, BookId } from '../../lib/books/schema.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';

export const operation = {
  access: 'bibliothecaire',
  params: BookId,
  body: BookChanges,
  replies: { 200: Book },
  refuses: ['livre_introuvable', 'isbn_deja_utilise', 'exemplaires_insuffisants'],
} as const;

export const handler = endpoint(operation, async ({ params, body, ifMatch }) =>
  ok(await updateBook(params.id, body, ifMatch)),
);
