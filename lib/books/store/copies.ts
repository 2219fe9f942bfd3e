import { getItems } from '../../aws/dynamodb/read.ts';
import { setEntryAt } from '../../aws/dynamodb/versioned.ts';
import type { Step } from '../../aws/dynamodb/write.ts';
import { seriesIn } from '../barcode.ts';
import type { Refuses } from '../codes.ts';
import { type LoanEnd, withFulfilled, withoutLoan } from '../queue.ts';
import {
  type Changed,
  copyWith,
  type KeptCopy,
  type LentCopy,
  loanIdOfCopy,
  type Sheet,
  type Title,
  withState,
} from '../title.ts';
import { claiming, claimSeries, releasing } from './barcodes.ts';
import { type BookItem, bookKey, type SeriesItem, type SheetItem, seriesKey, sheetKey, TABLE } from './items.ts';
import { changeBook, putBook, readBooks } from './titles.ts';

/** A title's copies, in its item and in those of their barcodes. */

/**
 * Writes the title with other copies, and what keeps their barcodes to them, in one transaction.
 * @param also the steps that tell of the title as it is written
 * @returns the title as it was written
 * @throws Moved
 */
export async function replaceCopies(
  seen: BookItem,
  changed: Changed,
  refuse: Refuses<'barcodeTaken'>,
  also: (written: Title) => readonly Step[] = () => [],
): Promise<Title> {
  const { step, written } = putBook(seen, changed.next);
  await claiming(seen, changed, refuse, (claims) =>
    releasing(seen, changed.next, [...also(written), step, ...claimSeries(seen, changed.next), ...claims]),
  );
  return written;
}

/** Writes the title without some of its copies, and deletes what kept their barcodes to them. @throws Moved */
export const removeCopies = (seen: BookItem, next: Title): Promise<void> =>
  releasing(seen, next, [putBook(seen, next).step]);

/** A copy of a title. */
export type CopyOf = readonly [title: Title, id: string];

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
  const leads = await getItems<SheetItem | SeriesItem>(TABLE, keys);
  const bookIds = [...new Set(leads.flatMap((lead) => lead?.livre_id ?? []))];
  const books = bookIds.length > 0 ? await readBooks(bookIds) : [];
  for (const book of books) {
    const id = book && copyWith(book, code_barres);
    const isItsSheet = (lead: SheetItem | SeriesItem | null): lead is SheetItem =>
      lead !== null && 'exemplaire_id' in lead && lead.exemplaire_id === id;
    if (id) return { book, id, sheet: leads.find(isItsSheet) };
  }
  return undefined;
}

/** Sets the copy by UpdateItem at the version that was decided on. @returns false when the book has moved since, or is gone */
export const lendAt = (bookId: string, loanId: string, copy: LentCopy, version: number): Promise<boolean> =>
  setEntryAt(TABLE, bookKey(bookId), version, { map: 'emprunts', name: loanId, value: copy });

/**
 * Sets the copy of a loan that fulfils a hold, at the version that was decided on. What was set aside besides goes on
 * in the same write.
 * @returns false when the book has moved since, or is gone
 */
export async function fulfil(
  bookId: string,
  loanId: string,
  copy: LentCopy,
  holdId: string,
  version: number,
): Promise<boolean> {
  const { answer } = await changeBook(bookId, (book) => {
    if (book?.emprunts[loanId]?.exemplaire_id === copy.exemplaire_id) return { answer: true };
    if (book?.version !== version) return { answer: false };
    return { answer: true, next: withFulfilled(book, loanId, copy, holdId) };
  });
  return answer;
}

/**
 * Frees the loan's copy. The book is written also when the loan has no copy: the new version refuses a `lendAt` that is
 * still on its way.
 * @param end whether the copy is back or lost, or whether the loan was never made
 * @returns the book as it stands then; `undefined` when it is gone
 */
export async function giveCopyBack(bookId: string, loanId: string, end: LoanEnd): Promise<Title | undefined> {
  const { book } = await changeBook(bookId, (seen) => ({
    answer: undefined,
    next: seen && withoutLoan(seen, loanId, end),
  }));
  return book;
}

/** Puts a copy that was lost into service again. @returns the book as it stands then; `undefined` when it is gone */
export async function recover(bookId: string, copyId: string): Promise<Title | undefined> {
  const { book } = await changeBook(bookId, (seen) => {
    const isLost = seen?.exemplaires[copyId]?.etat === 'perdu' && !loanIdOfCopy(seen, copyId);
    return { answer: undefined, next: isLost ? withState(seen, copyId, 'en_service') : undefined };
  });
  return book;
}
