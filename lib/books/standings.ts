import { copyIn } from './holding.ts';
import type { RecoverCopy, ReturnCopy, StandingsQuery, TakeCopy } from './schema.ts';
import { readBooks } from './store/books.ts';
import { findByBarcode, giveCopyBack, holdCopy, recover } from './store/copies.ts';
import type { BookItem } from './store/items.ts';

/** The private commands of the loans service. */

function standing(book: BookItem | null) {
  if (!book) return null;
  const { version, id, titre, type, emprunts } = book;
  const copies = Object.entries(book.exemplaires).map(([copyId, { code_barres, etat }]) => [
    copyId,
    { code_barres, etat },
  ]);
  return { version, livre_id: id, titre, type, exemplaires: Object.fromEntries(copies), emprunts };
}

/** Tells how titles and their copies stand, with the versions on which the caller decides. It changes nothing. */
export async function standings(query: StandingsQuery) {
  if ('livre_ids' in query) return { livres: (await readBooks(query.livre_ids)).map(standing), exemplaire: null };
  const found = await findByBarcode(query.code_barres);
  if (!found) return { livres: [null], exemplaire: null };
  return { livres: [standing(found.book)], exemplaire: copyIn(found.book, found.id, found.sheet) };
}

/** Gives a loan a copy, or moves its due date, at the version of the book that was decided on. */
export async function takeCopy({ livre_id, emprunt_id, version, ...copy }: TakeCopy) {
  const isDone = await holdCopy(livre_id, emprunt_id, copy, version);
  return { resultat: isDone ? ('fait' as const) : ('deplace' as const) };
}

/** Gives a loan's copy back, or says that it is lost. A loan without a copy did so before. */
export async function returnCopy({ livre_id, emprunt_id, est_perdu }: ReturnCopy) {
  await giveCopyBack(livre_id, emprunt_id, est_perdu);
  return { resultat: 'fait' as const };
}

/** Puts a copy that was lost and found into service again. */
export async function recoverCopy({ livre_id, exemplaire_id }: RecoverCopy) {
  await recover(livre_id, exemplaire_id);
  return { resultat: 'fait' as const };
}
