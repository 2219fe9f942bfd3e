import { expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { NewBook } from '../../lib/books/schema-requests.ts';
import { BookFilter } from '../../lib/books/schema-search.ts';
import { NewUser, UserFilter } from '../../lib/users/schema-requests.ts';

/**
 * What is too long is refused for its length before anything else looks at it: some of what does takes seconds for a
 * text of the length that a request may have. Each of these would have another fault besides.
 */

const words = (count: number) => Array.from({ length: count }, (_, n) => `m${n}`).join(' ');
const user = { nom: 'Martin', prenom: 'Zoé' };

test.each<[what: string, schema: z.ZodMiniType, input: Record<string, unknown>, field: string]>([
  ['an e-mail', NewUser, { ...user, email: `a@${'é'.repeat(32_000)}/` }, 'email'],
  ['an e-mail without a domain', NewUser, { ...user, email: 'a'.repeat(32_000) }, 'email'],
  ['an e-mail that is searched for', UserFilter, { email: `a@${'é'.repeat(32_000)}/` }, 'email'],
  ['a name', NewUser, { ...user, nom: words(1_000) }, 'nom'],
  ['a first name', NewUser, { ...user, prenom: words(1_000) }, 'prenom'],
  ['a search for people', UserFilter, { q: '-'.repeat(32_000) }, 'q'],
  ['a title', NewBook, { titre: words(1_000) }, 'titre'],
  ['an author', NewBook, { titre: 'Titre', auteur: words(1_000) }, 'auteur'],
  ['a search for books', BookFilter, { q: '-'.repeat(32_000) }, 'q'],
  ['a title that is searched for', BookFilter, { titre: '-'.repeat(32_000) }, 'titre'],
  ['an author who is searched for', BookFilter, { auteur: '-'.repeat(32_000) }, 'auteur'],
])('%s that is too long has that one fault', (_, schema, input, field) => {
  const { error } = z.safeParse(schema, input);
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});
