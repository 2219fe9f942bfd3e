import type { Series } from '../../lib/books/barcode.ts';
import { bookItem, guardsOf, indexItems, seriesKey, sheetKey, TABLE } from '../../lib/books/store/items.ts';
import type { QueuedHold, Title } from '../../lib/books/title.ts';
import type { SeedBook, SeedCopy, SeedData, SeedHold, SeedLoan } from '../data.ts';
import { seedOnce } from '../once.ts';

/** A book with the copies of it that are there, and with the loans of those that are out. */
export interface Stock {
  book: SeedBook;
  copies: readonly SeedCopy[];
  loans?: readonly Pick<SeedLoan, 'id' | 'exemplaire_id' | 'date_echeance'>[];
  /** Its open holds, in their order. */
  holds?: readonly (readonly [id: string, hold: QueuedHold])[];
  /** From which the library made their barcodes, if it did. */
  serie?: Series | null;
}

/** All items of a book: its own, those of its copies, of its ISBN and of its words. */
export function itemsOf({ book, copies, loans = [], holds = [], serie = null }: Stock): object[] {
  const sheets = copies.filter(({ code_barres }) => serie === null || !code_barres.startsWith(serie.numero));
  const title: Title = {
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
    reservations: Object.fromEntries(holds),
    serie,
  };
  return [
    // The version that follows is the place of the next hold.
    { ...bookItem(title), version: Math.max(1, ...holds.map(([, { place }]) => place)) },
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

/** A hold that is open, as its title has it. */
function queuedHold(hold: SeedHold): (readonly [id: string, hold: QueuedHold])[] {
  const { id, utilisateur_id, date_reservation, place, suspendue_jusqu_au, exemplaire_id, date_limite } = hold;
  if (place === null) return [];
  const queued: QueuedHold = {
    utilisateur_id,
    date_reservation,
    place,
    ...(suspendue_jusqu_au && { suspendue_jusqu_au }),
    ...(exemplaire_id && date_limite && { exemplaire_id, date_limite }),
  };
  return [[id, queued]];
}

/** Each book at once. */
export const bookGroups = ({ livres, exemplaires, emprunts, reservations }: SeedData): object[][] =>
  livres.map((book) =>
    itemsOf({
      book,
      copies: exemplaires.filter(({ livre_id }) => livre_id === book.id),
      loans: emprunts.filter(({ livre_id, date_retour }) => livre_id === book.id && !date_retour),
      holds: reservations.filter(({ livre_id }) => livre_id === book.id).flatMap(queuedHold),
    }),
  );

export const seedBooks = (data: SeedData): Promise<void> => seedOnce(TABLE, bookGroups(data));
