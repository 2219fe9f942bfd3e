import type { Copy as Exemplaire } from '../../lib/books/schema-copies.ts';
import { type Answer, call, made, type Options } from './api.ts';
import { bookPath } from './books.ts';
import { allPages } from './users.ts';

/** The calls about copies, and what their tests say again and again. */

export type { Exemplaire };

export const copiesPath = (bookId: string) => `${bookPath(bookId)}/exemplaires`;
export const copyPath = ({ livre_id, id }: Pick<Exemplaire, 'livre_id' | 'id'>) => `${copiesPath(livre_id)}/${id}`;

let barcodes = 0;
/** A barcode that no other copy of this test file has. */
export const someBarcode = (): string => {
  barcodes += 1;
  return `T${process.pid}-${barcodes}`;
};

export const addCopy = (bookId: string, body: object = {}, options: Options = {}): Promise<Answer> =>
  call('POST', copiesPath(bookId), { body, ...options });
export const newCopy = async (bookId: string, body: object = {}): Promise<Exemplaire> =>
  made(await addCopy(bookId, body));
export const copiesOf = async (bookId: string): Promise<Exemplaire[]> =>
  (await allPages(copiesPath(bookId), 100)).elements as Exemplaire[];
/** The only copy of a book, or its first. */
export const copyOf = async (bookId: string): Promise<Exemplaire> => (await copiesOf(bookId))[0] as Exemplaire;

export const patchCopy = (copy: Pick<Exemplaire, 'livre_id' | 'id'>, body: object, options: Options = {}) =>
  call('PATCH', copyPath(copy), { body, ...options });
export const deleteCopy = (copy: Pick<Exemplaire, 'livre_id' | 'id'>, options: Options = {}) =>
  call('DELETE', copyPath(copy), options);
export const findCopy = (barcode: string, options: Options = {}) =>
  call('GET', `/exemplaires/${encodeURIComponent(barcode)}`, options);

export const lendCopy = (utilisateur_id: string, code_barres: string, options: Options = {}) =>
  call('POST', '/emprunts', { body: { utilisateur_id, code_barres }, ...options });
export const scan = (code_barres: string, options: Options = {}) =>
  call('POST', '/retours', { body: { code_barres }, ...options });
export const lose = (loanId: string, options: Options = {}) => call('POST', `/emprunts/${loanId}/perte`, options);
