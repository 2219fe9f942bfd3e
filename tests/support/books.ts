import { randomUUID } from 'node:crypto';
import type { FoundBook, Book as Livre } from '../../lib/books/schema.ts';
import { type Answer, call, made, type Options } from './api.ts';
import { allPages } from './users.ts';

/** The books service's calls, and what their tests say again and again. */

export type { Livre };

export const bookPath = (id: string) => `/livres/${id}`;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Tells the words of this test file from those of others that use the same system. */
const run = randomUUID()
  .replaceAll('-', '')
  .replaceAll(/\d/g, (digit) => LETTERS[Number(digit) + 10] as string)
  .slice(0, 15);

let words = 0;

/**
 * A word that no other book has, whatever else the system holds. It has twenty letters, so that nothing
 * splits it and none begins another. All begin with `q`, as few other words that a test looks for do.
 */
export const uniqueWord = (): string => {
  const number = Array.from({ length: 4 }, (_, place) => LETTERS[Math.floor(words / 26 ** place) % 26]);
  words += 1;
  return `q${number.join('')}${run}`;
};

export const someBook = (over: object = {}) => ({ titre: `Titre ${uniqueWord()}`, auteur: 'Quelqu’un', ...over });

export const postBook = (body: unknown, options: Options = {}): Promise<Answer> =>
  call('POST', '/livres', { body, ...options });

/** A new book. */
export const newBook = async (over: object = {}): Promise<Livre> => made(await postBook(someBook(over)));

/** Many calls, a few at a time: a system on a busy machine must not time out. */
export async function fewAtOnce<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const worker = async (first: number) => {
    for (let n = first; n < count; n += WORKERS) results[n] = await work(n);
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, first) => worker(first)));
  return results;
}
const WORKERS = 6;

export const newBooks = (count: number, over: (n: number) => object): Promise<Livre[]> =>
  fewAtOnce(count, (n) => newBook(over(n)));

export const getBook = (id: string) => call('GET', bookPath(id));
export const availability = async (id: string) => (await call('GET', `${bookPath(id)}/disponibilite`)).body;
export const deleteBook = (id: string, options: Options = {}) => call('DELETE', bookPath(id), options);
export const patchBook = (id: string, body: unknown, options: Options = {}) =>
  call('PATCH', bookPath(id), { body, ...options });

export type Query = Partial<
  Record<'q' | 'titre' | 'auteur' | 'isbn' | 'type' | 'disponible' | 'limite' | 'curseur', string>
>;

/** A search's path. */
export const searchPath = (query: Query): string =>
  Object.keys(query).length > 0 ? `/livres?${new URLSearchParams(query)}` : '/livres';

/** One page of a search. */
export const searchPage = (query: Query): Promise<Answer> => call('GET', searchPath(query));

/** Every book that a search finds, in its order. */
export const search = async (query: Query): Promise<FoundBook[]> =>
  (await allPages(searchPath(query), 100)).elements as FoundBook[];

/** The same, read in pages of so many, as identifiers. */
export const foundBy = async (query: Query, limit: number): Promise<string[]> =>
  ((await allPages(searchPath(query), limit)).elements as FoundBook[]).map(({ id }) => id);

/** The same, as identifiers. */
export const found = async (query: Query): Promise<string[]> => (await search(query)).map(({ id }) => id);
