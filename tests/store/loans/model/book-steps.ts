import { expect } from '@jest/globals';
import fc from 'fast-check';
import { deleteBook, type Livre, patchBook, postBook, type Query, searchPath } from '../../../support/books.ts';
import { byId } from '../../../support/catalogue.ts';
import { isbn10, isbn13 } from '../../../support/isbn.ts';
import { naiveWords } from '../../../support/naive-search.ts';
import { allPages } from '../../../support/users.ts';
import type { Library } from './library.ts';
import { pick, type Step, step, tells } from './steps.ts';

/** The steps of the catalogue. */

const WORDS = [
  ...['le', 'la', "l'Étranger", 'étrange', 'Petit', 'petite', 'PRINCE', 'Œuvre', 'oeil', 'Saint-Exupéry', 'saint'],
  ...['d’Ormesson', '1984', '19', 'Война', 'и', 'мир', '字典', '字', 'Straße', '…'],
  ...['Qurʾān', 'biblio\u00adthèque', 'בֶּן־גּוּרְיוֹן', 'ガラス', 'カメラ'],
];
const word = fc.constantFrom(...WORDS);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' - ', ', ')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join('').trim());

/** There are few ISBNs, each of which is written in two ways and kept in the second. */
const nines = ['207036002', '207036822', '080442957'];
const isbn = fc.constantFrom(...nines.flatMap((nine) => [isbn10(nine), isbn13(`978${nine}`)]));
const kept = (written: string): string => (written.length === 10 ? isbn13(`978${written.slice(0, 9)}`) : written);

type Body = Pick<Livre, 'titre' | 'auteur' | 'isbn' | 'exemplaires' | 'type'>;
const withIsbn = <B extends Partial<Body>>(body: B): B => (body.isbn ? { ...body, isbn: kept(body.isbn) } : body);

const type = fc.constantFrom('livre', 'bd', 'dvd');
const fields = { titre: text, auteur: text, isbn: fc.option(isbn), exemplaires: fc.nat(2), type };
export const newBody: fc.Arbitrary<Body> = fc.record(fields);
export const changes: fc.Arbitrary<Partial<Body>> = fc
  .record(fields, { requiredKeys: [] })
  .filter((body) => Object.keys(body).length > 0);

/** The beginnings of words. */
const asked = fc
  .array(fc.tuple(word, fc.nat(4)), { minLength: 1, maxLength: 3 })
  .map((words) => words.map(([whole, cut]) => [...whole].slice(0, cut === 0 ? 99 : cut).join('')).join(' '))
  .filter((words) => /[\p{L}\p{N}]/u.test(words));
export const query: fc.Arbitrary<Query> = fc.record({ titre: asked, auteur: asked, isbn }, { requiredKeys: [] });

export const bookStep = (body: Body): Step =>
  step(`a new book ${JSON.stringify(body)}`, async (library) => {
    const answer = await postBook(body);
    if (!tells(answer, library.shelving(withIsbn(body)), null) || answer.status !== 201) return;
    expect(answer.body).toMatchObject(withIsbn(body));
    library.books.set(answer.body.id, answer.body);
    library.everyBook.push(answer.body.id);
  });

const bookAt = (library: Library, n: number): Livre | undefined => library.books.get(pick(library.everyBook, n) ?? '');

export const changeStep = (n: number, body: Partial<Body>): Step =>
  step(`book ${n} changes to ${JSON.stringify(body)}`, async (library) => {
    const book = bookAt(library, n);
    if (!book) return;
    const answer = await patchBook(book.id, body);
    if (!tells(answer, library.shelving(withIsbn(body), book.id), null) || answer.status !== 200) return;
    expect(answer.body).toEqual(Object.assign(book, withIsbn(body)));
  });

export const deleteBookStep = (n: number): Step =>
  step(`delete book ${n}`, async (library) => {
    const id = pick(library.everyBook, n);
    if (!id) return;
    const expected = library.deletingBook(id);
    tells(await deleteBook(id), expected, null);
    if (expected.status === 204) library.books.delete(id);
  });

export const searchStep = (words: Query, limit: number): Step =>
  step(`search ${JSON.stringify(words)} by ${limit}`, async (library) => {
    const { elements } = await allPages(searchPath(words), limit);
    const wanted = library.search(withIsbn(words as Partial<Body>));
    expect(byId(elements)).toEqual(byId(wanted.map((book) => ({ ...book, disponibles: library.onShelf(book.id) }))));
    if (Object.keys(words).length > 0) return;
    const order = elements.map(({ titre }: Livre) => Buffer.from(naiveWords(titre).join(' ')));
    expect(order).toEqual(order.toSorted(Buffer.compare));
  });
