import type { Book } from '../../lib/books/schema.ts';
import { guardsOf, indexItems, newBookItem, TABLE } from '../../lib/books/store/items.ts';
import type { SeedData } from '../data.ts';
import { seedOnce } from '../once.ts';

/** A book with its ISBN and its words. @param emprunts the due dates of its copies that are out */
export const itemsOf = (book: Book, emprunts: object = {}): object[] => [
  { ...newBookItem(book), emprunts },
  ...guardsOf(book),
  ...indexItems(book),
];

export async function seedBooks({ livres, emprunts }: SeedData): Promise<void> {
  await seedOnce(
    TABLE,
    livres.map((book) => {
      const loans = emprunts.filter(({ livre_id, date_retour }) => livre_id === book.id && !date_retour);
      return itemsOf(book, Object.fromEntries(loans.map(({ id, date_echeance }) => [id, date_echeance])));
    }),
  );
}
