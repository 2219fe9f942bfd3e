import type { Livre, Query } from './books.ts';
import { naivelyFinds, naiveWords } from './naive-search.ts';

/** A catalogue kept in memory, in the plainest way that the contract allows: what the real one is compared with. */

interface Entry {
  book: Livre;
  /** Loan id → due date. */
  loans: Map<string, string>;
}

export class Catalogue {
  readonly #entries = new Map<string, Entry>();

  get ids(): string[] {
    return [...this.#entries.keys()];
  }

  get loans(): { bookId: string; loanId: string }[] {
    return [...this.#entries].flatMap(([bookId, { loans }]) => [...loans.keys()].map((loanId) => ({ bookId, loanId })));
  }

  book(id: string): Livre {
    return this.#entry(id).book;
  }

  /** The code that refuses a new book, if one does. */
  refusesNew(isbn: string | null): string | undefined {
    return this.#isTaken(isbn) ? 'isbn_deja_utilise' : undefined;
  }

  add(book: Livre): void {
    this.#entries.set(book.id, { book, loans: new Map() });
  }

  /** The code that refuses a change, if one does. */
  refusesChange(id: string, { exemplaires, isbn }: Partial<Livre>): string | undefined {
    if ((exemplaires ?? Number.POSITIVE_INFINITY) < this.#entry(id).loans.size) return 'exemplaires_insuffisants';
    return isbn !== undefined && this.#isTaken(isbn, id) ? 'isbn_deja_utilise' : undefined;
  }

  change(id: string, changes: Partial<Livre>): void {
    Object.assign(this.#entry(id).book, changes);
  }

  refusesDelete(id: string): string | undefined {
    return this.#entry(id).loans.size > 0 ? 'suppression_refusee' : undefined;
  }

  delete(id: string): void {
    this.#entries.delete(id);
  }

  take(id: string, loanId: string, due: string): void {
    this.#entry(id).loans.set(loanId, due);
  }

  giveBack(id: string, loanId: string): void {
    this.#entry(id).loans.delete(loanId);
  }

  availability(id: string) {
    const { book, loans } = this.#entry(id);
    const disponibles = book.exemplaires - loans.size;
    return {
      livre_id: id,
      exemplaires: book.exemplaires,
      disponibles,
      disponible: disponibles > 0,
      prochain_retour: [...loans.values()].sort()[0] ?? null,
    };
  }

  /** Every book that the contract's words find, by identifier. */
  search({ titre = '', auteur = '', isbn }: Query): Livre[] {
    const found = [...this.#entries.values()]
      .map(({ book }) => book)
      .filter((book) => isbn === undefined || book.isbn === isbn)
      .filter((book) => naivelyFinds(titre, book.titre) && naivelyFinds(auteur, book.auteur));
    return byId(found);
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (!entry) throw new Error(`no such book in the model: ${id}`);
    return entry;
  }

  #isTaken(isbn: string | null, by?: string): boolean {
    return isbn !== null && [...this.#entries.values()].some(({ book }) => book.isbn === isbn && book.id !== by);
  }
}

export const byId = (books: Livre[]): Livre[] => books.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** A title as it is sorted. */
export const sortOf = ({ titre }: Livre): string => naiveWords(titre).join(' ');
