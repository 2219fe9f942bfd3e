import { availabilityOf } from '../../lib/books/books.ts';
import { Availability, BookId } from '../../lib/books/schema.ts';
import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';

export const operation = {
  access: 'public',
  params: BookId,
  replies: { 200: Availability },
  refuses: ['livre_introuvable'],
} as const;

export const handler = endpoint(operation, async ({ params }) => ok(await availabilityOf(params.id)));
