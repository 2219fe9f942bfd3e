import { expect } from '@jest/globals';
import fc from 'fast-check';
import { deleteBook, type Livre, patchBook, postBook } from '../../../support/books.ts';
import type { Library } from './library.ts';
import { pick, type Step, step, tells } from './steps.ts';

/** The steps of the catalogue. What a search finds is tried by itself: after each step its index is as the titles are. */

const titre = fc.constantFrom("L'Étranger", 'Le Petit Prince', 'Spider-Man', 'Война и мир', '…');
const auteur = fc.constantFrom('Saint-Exupéry', 'L. N. Tolstoï');
const type = fc.constantFrom('livre', 'bd', 'dvd');
const fields = { titre, auteur, exemplaires: fc.nat(2), type };
type Body = Pick<Livre, 'titre' | 'auteur' | 'exemplaires' | 'type'>;
export const newBody: fc.Arbitrary<Body> = fc.record(fields);
export const changes: fc.Arbitrary<Partial<Body>> = fc
  .record(fields, { requiredKeys: [] })
  .filter((body) => Object.keys(body).length > 0);

export const bookStep = (body: Body): Step =>
  step(`a new book ${JSON.stringify(body)}`, async (library) => {
    const answer = await postBook(body);
    tells(answer, { status: 201 }, null);
    expect(answer.body).toMatchObject(body);
    library.books.set(answer.body.id, answer.body);
    library.everyBook.push(answer.body.id);
  });

const bookAt = (library: Library, n: number): Livre | undefined => library.books.get(pick(library.everyBook, n) ?? '');

export const changeStep = (n: number, body: Partial<Body>): Step =>
  step(`book ${n} changes to ${JSON.stringify(body)}`, async (library) => {
    const book = bookAt(library, n);
    if (!book) return;
    const answer = await patchBook(book.id, body);
    if (!tells(answer, library.reshelving(book.id, body), null) || answer.status !== 200) return;
    expect(answer.body).toEqual(Object.assign(book, body));
  });

export const deleteBookStep = (n: number): Step =>
  step(`delete book ${n}`, async (library) => {
    const id = pick(library.everyBook, n);
    if (!id) return;
    const expected = library.deletingBook(id);
    tells(await deleteBook(id), expected, null);
    if (expected.status === 204) library.books.delete(id);
  });
