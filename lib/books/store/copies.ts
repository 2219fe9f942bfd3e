import { getItems } from '../../aws/dynamodb/read.ts';
import { change, putAt, setEntryAt } from '../../aws/dynamodb/versioned.ts';
import type { Step } from '../../aws/dynamodb/write.ts';
import { seriesIn } from '../barcode.ts';
import type { Refuses } from '../codes.ts';
import { type Added, copyWith, type Holding, type KeptCopy, type LentCopy, loanOf, type Sheet } from '../holding.ts';
import { claimBarcodes, claiming, claimSeries, releasing } from './barcodes.ts';
import { readBooks } from './books.ts';
import { type BookItem, bookKey, type SheetItem, seriesKey, sheetKey, TABLE } from './items.ts';

/** A title's copies, in its item and in those of their barcodes. */

/** Writes the title with other copies, and what keeps their barcodes to them, in one transaction. @throws Moved */
export const replaceCopies = (
  seen: BookItem,
  added: Added,
  refuse: Refuses<'barcodeTaken'>,
  also: readonly Step[] = [],
): Promise<void> =>
  claiming(refuse, (leftOver) =>
    releasing(seen, added.next, [
      ...also,
      putAt<BookItem>(TABLE, seen, { ...seen, ...added.next }),
      ...claimSeries(seen, added.next),
      ...claimBarcodes(seen, added, refuse, leftOver),
    ]),
  );

/** Writes the title without some of its copies, and deletes what kept their barcodes to them. @throws Moved */
export const removeCopies = (seen: BookItem, next: Holding): Promise<void> =>
  releasing(seen, next, [putAt<BookItem>(TABLE, seen, { ...seen, ...next })]);

/** Reads by BatchGetItem what is said of up to a hundred copies of a title, by their ids. */
export async function readSheets(holding: Holding, ids: readonly string[]): Promise<Map<string, Sheet>> {
  const kept = ids.filter((id) => holding.exemplaires[id]?.fiche);
  if (kept.length === 0) return new Map();
  const keys = kept.map((id) => sheetKey((holding.exemplaires[id] as KeptCopy).code_barres));
  const sheets = await getItems<SheetItem>(TABLE, keys);
  // One that was left behind by another copy says nothing of this one.
  const own = sheets.filter((sheet, n) => sheet?.exemplaire_id === kept[n]) as SheetItem[];
  return new Map(own.map((sheet) => [sheet.exemplaire_id, sheet]));
}

/** Finds by its barcode the copy, its title and what is said of it, in two requests. */
export async function findByBarcode(code_barres: string) {
  const serie = seriesIn(code_barres);
  const keys = [sheetKey(code_barres), ...(serie ? [seriesKey(serie)] : [])];
  const leads = await getItems<SheetItem>(TABLE, keys);
  const bookIds = [...new Set(leads.flatMap((lead) => lead?.livre_id ?? []))];
  const books = bookIds.length > 0 ? await readBooks(bookIds) : [];
  for (const book of books) {
    const id = book && copyWith(book, code_barres);
    const [sheet] = leads;
    if (id) return { book, id, sheet: sheet?.exemplaire_id === id ? sheet : undefined };
  }
  return undefined;
}

/** Sets the copy by UpdateItem at the version that was decided on. @returns false when the book has moved since, or is gone */
export const holdCopy = (bookId: string, loanId: string, copy: LentCopy, version: number): Promise<boolean> =>
  setEntryAt(TABLE, bookKey(bookId), version, { map: 'emprunts', name: loanId, value: copy });

/**
 * Frees the loan's copy. The book is written also when the loan holds no copy: the new version refuses a `holdCopy`
 * that is still on its way.
 * @param isLost whether the copy that the loan has is lost
 */
export const giveCopyBack = (bookId: string, loanId: string, isLost: boolean): Promise<void> =>
  change<BookItem, void>(TABLE, bookKey(bookId), (book) => {
    if (!book) return { answer: undefined };
    const { [loanId]: lent, ...emprunts } = book.emprunts;
    const next = lent && isLost ? withState(book, lent.exemplaire_id, 'perdu') : book;
    return { answer: undefined, next: { ...next, emprunts } };
  });

/** Puts a copy that was lost into service again. */
export const recover = (bookId: string, copyId: string): Promise<void> =>
  change<BookItem, void>(TABLE, bookKey(bookId), (book) =>
    book?.exemplaires[copyId]?.etat === 'perdu' && !loanOf(book, copyId)
      ? { answer: undefined, next: withState(book, copyId, 'en_service') }
      : { answer: undefined },
  );

const withState = (book: BookItem, copyId: string, etat: KeptCopy['etat']): BookItem => {
  const copy = book.exemplaires[copyId];
  return copy ? { ...book, exemplaires: { ...book.exemplaires, [copyId]: { ...copy, etat } } } : book;
};
