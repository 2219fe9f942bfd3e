import { deleteBook } from '../../lib/books/books.ts';
import { BookId } from '../../lib/books/schema.ts';
import { endpoint, noContent } from '../../lib/entry/http/endpoint.ts';

export const operation = {
  access: 'bibliothecaire',
  params: BookId,
  replies: { 204: null },
  refuses: ['livre_introuvable', 'suppression_refusee'],
} as const;

export const handler = endpoint(operation, async ({ params, ifMatch }) => {
  await deleteBook(params.id, ifMatch);
  return noContent();
});
