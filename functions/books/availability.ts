import { availabilityOf } from '../../lib/books/books.ts';
import { bookNotFound } from '../../lib/books/codes.ts';
import { Availability, BookId } from '../../lib/books/schema.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';

export const operation = {
  access: 'public',
  params: BookId,
  replies: { 200: Availability },
  refuses: [bookNotFound],
} as const;

export const handler = endpoint(operation, async ({ params, refuse }) => ok(await availabilityOf(params.id, refuse)));
