import { doneOrMoved } from '../values/done.ts';
import { holdsIn } from './queue.ts';
import type { RecoverCopy, ReturnCopy, StandingsQuery, TakeCopy } from './schema-commands.ts';
import { findByBarcode, fulfil, giveCopyBack, lendAt, recover } from './store/copies.ts';
import type { BookItem } from './store/items.ts';
import { readBooks } from './store/titles.ts';
import { copyIn, type Title } from './title.ts';

/** The private commands of the loans service about titles and their copies. */

function standing(book: BookItem | null) {
  if (!book) return null;
  const { version, id, titre, type } = book;
  const copies = Object.entries(book.exemplaires).map(([copyId, { code_barres, etat }]) => [
    copyId,
    { code_barres, etat },
  ]);
  const loans = Object.entries(book.emprunts).map(([loanId, { exemplaire_id, date_echeance }]) => [
    loanId,
    { exemplaire_id, date_echeance },
  ]);
  return {
    version,
    livre_id: id,
    titre,
    type,
    exemplaires: Object.fromEntries(copies),
    emprunts: Object.fromEntries(loans),
    reservations: holdsIn(book),
  };
}

/** Tells how titles and their copies stand, with the versions on which the caller decides. It changes nothing. */
export async function standings(query: StandingsQuery) {
  if ('livre_ids' in query) return { livres: (await readBooks(query.livre_ids)).map(standing), exemplaire: null };
  const found = await findByBarcode(query.code_barres);
  if (!found) return { livres: [null], exemplaire: null };
  return { livres: [standing(found.book)], exemplaire: copyIn(found.book, found.id, found.sheet) };
}

/** Gives a loan a copy, or moves its due date, at the version of the book that was decided on. */
export const takeCopy = async ({ livre_id, emprunt_id, version, reservation_id, ...copy }: TakeCopy) =>
  doneOrMoved(
    await (reservation_id === null
      ? lendAt(livre_id, emprunt_id, copy, version)
      : fulfil(livre_id, emprunt_id, copy, reservation_id, version)),
  );

/** The hold for which a copy is set aside now. */
const servedBy = (book: Title | undefined, copyId: string) => ({
  reservation: (book && holdsIn(book).find(({ exemplaire_id }) => exemplaire_id === copyId)) ?? null,
});

/** Gives a loan's copy back. A loan without a copy did so before. */
export const returnCopy = async ({ livre_id, emprunt_id, exemplaire_id, fin }: ReturnCopy) =>
  servedBy(await giveCopyBack(livre_id, emprunt_id, fin), exemplaire_id);

/** Puts a copy that was lost and found into service again. */
export const recoverCopy = async ({ livre_id, exemplaire_id }: RecoverCopy) =>
  servedBy(await recover(livre_id, exemplaire_id), exemplaire_id);
