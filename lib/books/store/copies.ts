import { getItems } from '../../aws/dynamodb/read.ts';
import { setEntryAt } from '../../aws/dynamodb/versioned.ts';
import type { Step } from '../../aws/dynamodb/write.ts';
import { seriesIn } from '../barcode.ts';
import type { Refuses } from '../codes.ts';
import {
  type Added,
  copyWith,
  type Holding,
  type KeptCopy,
  type LentCopy,
  loanOf,
  type Sheet,
  withState,
} from '../holding.ts';
import { type LoanEnd, withFulfilled, withoutLoan } from '../queue.ts';
import { claimBarcodes, claiming, claimSeries, releasing } from './barcodes.ts';
import { type BookItem, bookKey, type SheetItem, seriesKey, sheetKey, TABLE } from './items.ts';
import { asToday, changeBook, putBook, readBooks } from './titles.ts';

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
      putBook(seen, added.next),
      ...claimSeries(seen, added.next),
      ...claimBarcodes(seen, added, refuse, leftOver),
    ]),
  );

/** Writes the title without some of its copies, and deletes what kept their barcodes to them. @throws Moved */
export const removeCopies = (seen: BookItem, next: Holding): Promise<void> =>
  releasing(seen, next, [putBook(seen, next)]);

/** A copy of a title. */
export type CopyOf = readonly [title: Holding, id: string];

/** Reads by BatchGetItem what is said of up to a hundred copies, by their ids. */
export async function readSheets(copies: readonly CopyOf[]): Promise<Map<string, Sheet>> {
  const kept = copies.filter(([{ exemplaires }, id]) => exemplaires[id]?.fiche);
  if (kept.length === 0) return new Map();
  const keys = kept.map(([{ exemplaires }, id]) => sheetKey((exemplaires[id] as KeptCopy).code_barres));
  const sheets = await getItems<SheetItem>(TABLE, keys);
  // One that was left behind by another copy says nothing of this one.
  const own = sheets.filter((sheet, n) => sheet?.exemplaire_id === kept[n]?.[1]) as SheetItem[];
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
 * Sets the copy of a loan that fulfils a hold, at the version that was decided on. What was set aside besides goes on
 * in the same write.
 * @returns false when the book has moved since, or is gone
 */
export const fulfil = (
  bookId: string,
  loanId: string,
  copy: LentCopy,
  holdId: string,
  version: number,
): Promise<boolean> =>
  changeBook(bookId, (book) => {
    if (book?.emprunts[loanId]?.exemplaire_id === copy.exemplaire_id) return { answer: true };
    if (book?.version !== version) return { answer: false };
    return { answer: true, next: withFulfilled(book, loanId, copy, holdId) };
  });

/**
 * Frees the loan's copy. The book is written also when the loan holds no copy: the new version refuses a `holdCopy`
 * that is still on its way.
 * @param end whether the copy is back or lost, or whether the loan was never made
 */
export const giveCopyBack = (bookId: string, loanId: string, end: LoanEnd): Promise<BookItem | undefined> =>
  changeBook(bookId, (book) => {
    const next = book && asToday(withoutLoan(book, loanId, end));
    return { answer: next, ...(next && { next }) };
  });

/** Puts a copy that was lost into service again. */
export const recover = (bookId: string, copyId: string): Promise<BookItem | undefined> =>
  changeBook(bookId, (book) => {
    if (book?.exemplaires[copyId]?.etat !== 'perdu' || loanOf(book, copyId)) return { answer: book };
    const next = asToday(withState(book, copyId, 'en_service'));
    return { answer: next, next };
  });
