import { once } from '../aws/dynamodb/idempotency.ts';
import { retryOnConflict } from '../aws/dynamodb/retry.ts';
import { today } from '../runtime/clock.ts';
import type { Attempt } from '../values/attempt.ts';
import { requireFresh } from '../values/etag.ts';
import { cut, type Page, type Slice } from '../values/page.ts';
import { codes, type Refuses } from './codes.ts';
import { changeCopyIn, removeCopyIn, withCopies } from './rules.ts';
import type { Copy, FoundCopy } from './schema-copies.ts';
import type { CopyChanges, NewCopy } from './schema-requests.ts';
import { findByBarcode, readSheets, removeCopies, replaceCopies } from './store/copies.ts';
import { TABLE } from './store/items.ts';
import { readBook } from './store/titles.ts';
import { copyIds, copyIn, holdIdOfCopy, loanIdOfCopy, type Sheet, type Title } from './title.ts';

/** Adds a copy to a title. */
export const addCopy = (
  bookId: string,
  input: NewCopy,
  attempt: Attempt | undefined,
  refuse: Refuses<'bookNotFound' | 'barcodeTaken' | 'tooManyCopies'>,
): Promise<Copy> =>
  once<Copy>(TABLE, attempt, ({ end }) =>
    retryOnConflict(async () => {
      const seen = (await readBook(bookId)) ?? refuse(codes.bookNotFound);
      const added = withCopies(seen, [input], today(), refuse);
      const copyOf = (title: Title) => copyIn(title, added.ids[0] as string, input);
      return copyOf(await replaceCopies(seen, added, refuse, (written) => end(copyOf(written))));
    }),
  );

/** Lists the copies of a title, in the order in which they came. */
export async function listCopies(bookId: string, slice: Slice, refuse: Refuses<'bookNotFound'>): Promise<Page<Copy>> {
  const book = (await readBook(bookId)) ?? refuse(codes.bookNotFound);
  const { after } = slice;
  const ids = copyIds(book).filter((id) => after === undefined || id > after);
  const page = cut(ids, slice, (id) => id);
  const sheets = await readSheets(page.elements.map((id) => [book, id]));
  return { ...page, elements: page.elements.map((id) => copyIn(book, id, sheets.get(id))) };
}

/** The copy as the desk finds it by its barcode. */
const foundCopy = (book: Title, copy: Copy): FoundCopy => ({
  ...copy,
  livre: { id: book.id, titre: book.titre, auteur: book.auteur },
  emprunt_id: loanIdOfCopy(book, copy.id) ?? null,
  reservation_id: holdIdOfCopy(book, copy.id) ?? null,
});

/** Finds a copy by its barcode. */
export async function findCopy(code_barres: string, refuse: Refuses<'copyNotFound'>): Promise<FoundCopy> {
  const { book, id, sheet } = (await findByBarcode(code_barres)) ?? refuse(codes.copyNotFound);
  return foundCopy(book, copyIn(book, id, sheet));
}

/** Reads a title and one of its copies. Either representation of the copy tells that the caller has seen it. */
async function readCopy(
  bookId: string,
  id: string,
  ifMatch: string | undefined,
  refuse: Refuses<'bookNotFound' | 'copyNotFound'>,
): Promise<{ seen: NonNullable<Awaited<ReturnType<typeof readBook>>>; sheet: Sheet | undefined }> {
  const seen = (await readBook(bookId)) ?? refuse(codes.bookNotFound);
  if (!seen.exemplaires[id]) return refuse(codes.copyNotFound);
  const sheet = (await readSheets([[seen, id]])).get(id);
  const copy = copyIn(seen, id, sheet);
  requireFresh(ifMatch, copy, foundCopy(seen, copy));
  return { seen, sheet };
}

/** Changes a copy. @throws Failure `version_perimee` */
export const changeCopy = (
  bookId: string,
  id: string,
  changes: CopyChanges,
  ifMatch: string | undefined,
  refuse: Refuses<'bookNotFound' | 'copyNotFound' | 'copyLent' | 'barcodeTaken'>,
): Promise<Copy> =>
  retryOnConflict(async () => {
    const { seen, sheet } = await readCopy(bookId, id, ifMatch, refuse);
    const next = changeCopyIn(seen, id, changes, refuse);
    const { cote = sheet?.cote ?? null, note = sheet?.note ?? null } = changes;
    const sheets = new Map(next.exemplaires[id]?.fiche ? [[id, { cote, note }]] : []);
    return copyIn(await replaceCopies(seen, { next, sheets }, refuse), id, { cote, note });
  });

/** Takes a copy away. @throws Failure `version_perimee` */
export const deleteCopy = (
  bookId: string,
  id: string,
  ifMatch: string | undefined,
  refuse: Refuses<'bookNotFound' | 'copyNotFound' | 'copyLent'>,
): Promise<void> =>
  retryOnConflict(async () => {
    const { seen } = await readCopy(bookId, id, ifMatch, refuse);
    await removeCopies(seen, removeCopyIn(seen, id, refuse));
  });
