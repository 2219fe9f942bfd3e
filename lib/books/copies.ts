import { only } from '../values/fields.ts';
import { type ReturnCopy, type StandingsQuery, type TakeCopy, type TakenCopy, TitleStanding } from './schema.ts';
import { readBooks } from './store/books.ts';
import { giveCopyBack, holdCopy } from './store/copies.ts';

/** Tells how titles stand, with the versions on which the caller decides. It changes nothing. */
export const standings = async ({ livre_ids }: StandingsQuery) => ({
  livres: (await readBooks(livre_ids)).map((book) => book && only(TitleStanding, { ...book, livre_id: book.id })),
});

/** Gives a loan a copy, or moves the copy's due date, at the version of the book that was decided on. */
export const takeCopy = async ({ livre_id, emprunt_id, date_echeance, version }: TakeCopy): Promise<TakenCopy> => ({
  resultat: (await holdCopy(livre_id, emprunt_id, date_echeance, version)) ? 'fait' : 'deplace',
});

/** Gives a loan's copy back. A loan without a copy gave it back before. */
export async function returnCopy({ livre_id, emprunt_id }: ReturnCopy) {
  await giveCopyBack(livre_id, emprunt_id);
  return { resultat: 'fait' as const };
}
