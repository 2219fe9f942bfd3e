import { getBook } from '../../lib/books/books.ts';
import { Book, BookId } from '../../lib/books/schema.ts';
import { ok } from '../../lib/entry/http/answer.ts';
import { endpoint } from '../../lib/entry/http/endpoint.ts';
import { found } from '../../lib/entry/http/found.ts';

export const operation = {
  access: 'public',
  params: BookId,
  replies: { 200: Book },
  refuses: ['livre_introuvable'],
} as const;

export const handler = endpoint(operation, async ({ params }) =>
  ok(found(await getBook(params.id), 'livre_introuvable')),
);
