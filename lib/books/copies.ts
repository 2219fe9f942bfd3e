import { availability } from './rules.ts';
import type { ReturnCopy, ReturnedCopy, TakeCopy, TakenCopy } from './schema.ts';
import { readBook } from './store/books.ts';
import * as store from './store/copies.ts';

/**
 * Takes a copy for a loan, moves the due date of the one it has, or only tells whether a copy could
 * be taken. Idempotent on the loan: one that holds a copy has taken it.
 */
export async function takeCopy({ livre_id, emprunt_id, nature, date_echeance }: TakeCopy): Promise<TakenCopy> {
  const { done, item: book } = await attempt[nature](livre_id, emprunt_id, date_echeance);
  if (!book) return { resultat: 'livre_introuvable' };
  if (done || emprunt_id in book.emprunts) return { resultat: 'pris', titre: book.titre };
  if (nature === 'prolongation') return { resultat: 'emprunt_clos' };
  return { resultat: 'refuse', motifs: ['aucun_exemplaire_disponible'] };
}

/** Whether the loan has, or could have, a copy of the book as it then is, if there is one. */
type Attempted = Pick<Awaited<ReturnType<typeof store.takeCopy>>, 'done' | 'item'>;

const attempt: Record<TakeCopy['nature'], (bookId: string, loanId: string, due: string) => Promise<Attempted>> = {
  pret: store.takeCopy,
  prolongation: store.extendCopy,
  essai: async (bookId) => {
    const item = await readBook(bookId);
    return { done: item !== undefined && availability(item).disponible, item };
  },
};

/** Gives a loan's copy back; does nothing when the loan holds none, as when it was given back before. */
export async function returnCopy({ livre_id, emprunt_id }: ReturnCopy): Promise<ReturnedCopy> {
  await store.returnCopy(livre_id, emprunt_id);
  return { resultat: 'rendu' };
}
