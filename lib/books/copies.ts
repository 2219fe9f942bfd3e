import type { ReturnCopy, ReturnedCopy, Standings, StandingsQuery, TakeCopy, TakenCopy } from './schema.ts';
import { readBooks } from './store/books.ts';
import { giveCopyBack, holdCopy } from './store/copies.ts';

/** Tells how titles stand, with the versions on which the caller decides. It changes nothing. */
export const standings = async ({ livre_ids }: StandingsQuery): Promise<Standings> => ({
  livres: (await readBooks(livre_ids)).map((book) =>
    book ? { version: book.version, titre: book.titre, exemplaires: book.exemplaires, emprunts: book.emprunts } : null,
  ),
});

/** Gives a loan a copy, or moves the copy's due date, at the version of the book that was decided on. */
export async function takeCopy({ livre_id, emprunt_id, date_echeance, version }: TakeCopy): Promise<TakenCopy> {
  const isHeld = await holdCopy(livre_id, emprunt_id, date_echeance, version);
  return { resultat: isHeld ? 'fait' : 'deplace' };
}

/** Gives a loan's copy back. A loan without a copy gave it back before. */
export async function returnCopy({ livre_id, emprunt_id }: ReturnCopy): Promise<ReturnedCopy> {
  await giveCopyBack(livre_id, emprunt_id);
  return { resultat: 'fait' };
}
