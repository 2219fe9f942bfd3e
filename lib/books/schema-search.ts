import * as z from 'zod/mini';
import { Book, isbn, title } from './schema.ts';
import { askedIn } from './words.ts';

/** What a search may ask for. */

const words = (max: number) =>
  title(max).check(z.refine((value) => askedIn(value).length > 0, { error: 'doit contenir une lettre ou un chiffre' }));

export const BookFilter = z.strictObject({
  q: z.optional(words(300)),
  titre: z.optional(words(300)),
  auteur: z.optional(words(200)),
  isbn: z.optional(isbn),
  type: z.optional(Book.shape.type),
  disponible: z.optional(z.enum(['true', 'false'], { error: 'doit être true ou false' })),
});
export type BookFilter = z.infer<typeof BookFilter>;
