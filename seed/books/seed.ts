import { indexItems, isbnKey, newBookItem, TABLE } from '../../lib/books/store/items.ts';
import type { SeedData } from '../data.ts';
import { seedOnce } from '../once.ts';

/** Each book with its ISBN, its words and its copies that are out. */
export async function seedBooks({ livres, emprunts }: SeedData): Promise<void> {
  await seedOnce(
    TABLE,
    livres.map((book) => {
      const loans = emprunts.filter(({ livre_id, date_retour }) => livre_id === book.id && !date_retour);
      return [
        {
          ...newBookItem(book),
          emprunts: Object.fromEntries(loans.map(({ id, date_echeance }) => [id, date_echeance])),
        },
        ...(book.isbn === null ? [] : [{ ...isbnKey(book.isbn), livre_id: book.id }]),
        ...indexItems(book),
      ];
    }),
  );
}
