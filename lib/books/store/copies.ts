import { change, setEntryAt } from '../../aws/dynamodb/versioned.ts';
import { type BookItem, bookKey, TABLE } from './items.ts';

/** Sets the copy by UpdateItem at the version that was decided on. @returns false when the book has moved since, or is gone */
export const holdCopy = (bookId: string, loanId: string, due: string, version: number): Promise<boolean> =>
  setEntryAt(TABLE, bookKey(bookId), version, { map: 'emprunts', name: loanId, value: due });

/**
 * Frees the copy. The book is written also when the loan holds no copy: the new version refuses a `holdCopy`
 * that is still on its way.
 */
export const giveCopyBack = (bookId: string, loanId: string): Promise<void> =>
  change<BookItem, void>(TABLE, bookKey(bookId), (book) => {
    if (!book) return { answer: undefined };
    const { [loanId]: _, ...emprunts } = book.emprunts;
    return { answer: undefined, next: { ...book, emprunts } };
  });
