import type { Series } from '../../lib/books/barcode.ts';
import type { Holding } from '../../lib/books/holding.ts';
import { guardsOf, indexItems, newBookItem, seriesKey, sheetKey, TABLE } from '../../lib/books/store/items.ts';
import type { SeedBook, SeedCopy, SeedData, SeedLoan } from '../data.ts';
import { seedOnce } from '../once.ts';

/** A book with the copies of it that are there, and with the loans of those that are out. */
export interface Stock {
  book: SeedBook;
  copies: readonly SeedCopy[];
  loans?: readonly Pick<SeedLoan, 'id' | 'exemplaire_id' | 'date_echeance'>[];
  /** From which the library made their barcodes, if it did. */
  serie?: Series | null;
}

/** All items of a book: its own, those of its copies, of its ISBN and of its words. */
export function itemsOf({ book, copies, loans = [], serie = null }: Stock): object[] {
  const sheets = copies.filter(({ code_barres }) => serie === null || !code_barres.startsWith(serie.numero));
  const holding: Holding = {
    ...book,
    exemplaires: Object.fromEntries(
      copies.map((copy) => {
        const { id, code_barres, etat, date_entree } = copy;
        return [id, { code_barres, etat, date_entree, fiche: sheets.includes(copy) }];
      }),
    ),
    emprunts: Object.fromEntries(
      loans.map(({ id, exemplaire_id, date_echeance }) => [id, { exemplaire_id, date_echeance }]),
    ),
    serie,
  };
  return [
    newBookItem(holding),
    ...guardsOf(book),
    ...(serie === null ? [] : [{ ...seriesKey(serie.numero), livre_id: book.id }]),
    ...sheets.map(({ id, livre_id, code_barres, cote, note }) => ({
      ...sheetKey(code_barres),
      livre_id,
      exemplaire_id: id,
      cote,
      note,
    })),
    ...indexItems(book),
  ];
}

export async function seedBooks({ livres, exemplaires, emprunts }: SeedData): Promise<void> {
  await seedOnce(
    TABLE,
    livres.map((book) =>
      itemsOf({
        book,
        copies: exemplaires.filter(({ livre_id }) => livre_id === book.id),
        loans: emprunts.filter(({ livre_id, date_retour }) => livre_id === book.id && !date_retour),
      }),
    ),
  );
}
