import { Failure } from '../values/failure.ts';
import { holding } from '../values/refusal.ts';
import { codes, type Refuses } from './codes.ts';
import {
  type Added,
  addCopies,
  barcodesOf,
  copiesOnShelf,
  copyWith,
  countCopies,
  type Holding,
  loanOf,
  withoutCopies,
} from './holding.ts';
import type { Book } from './schema.ts';
import type { CopyChanges, NewCopy } from './schema-copies.ts';
import { isSearchable, TOO_MANY_WORDS } from './words.ts';

/** What the books service refuses, decided on a title's item. */

/**
 * A title keeps so many copies at most, the withdrawn ones included: some 250 KB when all of them are out. A loan that
 * has fulfilled a hold keeps that, 0.2 KB; DynamoDB's 400 KB would be passed if nearly all thousand had.
 */
const MOST_COPIES = 1000;

/** Refuses to delete a book of which copies are out, or that somebody has reserved. */
export function requireDeletable({ emprunts, reservations }: Holding, refuse: Refuses<'deletionRefused'>): void {
  const motifs = holding({
    exemplaires_empruntes: Object.keys(emprunts).length > 0,
    reservations_en_cours: Object.keys(reservations).length > 0,
  });
  if (motifs.length > 0) refuse({ ...codes.deletionRefused, motifs });
}

function requireRoom(holding: Holding, more: number, refuse: Refuses<'tooManyCopies'>): void {
  if (Object.keys(holding.exemplaires).length + more > MOST_COPIES) refuse(codes.tooManyCopies);
}

/** Adds copies, unless the title has one with such a barcode already, or would have too many. */
export function withCopies(
  holding: Holding,
  copies: readonly NewCopy[],
  day: string,
  refuse: Refuses<'barcodeTaken' | 'tooManyCopies'>,
): Added {
  const taken = new Set(barcodesOf(holding));
  if (copies.some(({ code_barres }) => code_barres !== undefined && taken.has(code_barres))) refuse(codes.barcodeTaken);
  requireRoom(holding, copies.length, refuse);
  return addCopies(holding, copies, day);
}

const UNNAMED: NewCopy = { cote: null, note: null };

/** So many copies of which nothing is said. */
export const unnamed = (count: number): NewCopy[] => Array<NewCopy>(count).fill(UNNAMED);

/** Brings the number of copies to `count`: it adds some, or takes the newest away of those that are on the shelf. */
export function withCount(
  holding: Holding,
  count: number,
  day: string,
  refuse: Refuses<'tooFewCopies' | 'tooManyCopies'>,
): Holding {
  const more = count - countCopies(holding);
  if (more >= 0) {
    requireRoom(holding, more, refuse);
    return addCopies(holding, unnamed(more), day).next;
  }
  const shelf = copiesOnShelf(holding);
  if (shelf.length < -more) refuse(codes.tooFewCopies);
  return withoutCopies(holding, shelf.slice(more));
}

/** Changes a copy. While it is out its state stays what it is. */
export function changeCopyIn(
  holding: Holding,
  id: string,
  { code_barres, etat, cote, note }: CopyChanges,
  refuse: Refuses<'copyNotFound' | 'copyLent' | 'barcodeTaken'>,
): Holding {
  const copy = holding.exemplaires[id] ?? refuse(codes.copyNotFound);
  if (etat !== undefined && etat !== copy.etat && loanOf(holding, id)) refuse(codes.copyLent);
  if (code_barres !== undefined && (copyWith(holding, code_barres) ?? id) !== id) refuse(codes.barcodeTaken);
  const fiche = copy.fiche || Boolean(code_barres ?? cote ?? note);
  const next = { ...copy, code_barres: code_barres ?? copy.code_barres, etat: etat ?? copy.etat, fiche };
  return { ...holding, exemplaires: { ...holding.exemplaires, [id]: next } };
}

/** Takes a copy away that is not out. */
export function removeCopyIn(holding: Holding, id: string, refuse: Refuses<'copyNotFound' | 'copyLent'>): Holding {
  if (!holding.exemplaires[id]) refuse(codes.copyNotFound);
  if (loanOf(holding, id)) refuse(codes.copyLent);
  return withoutCopies(holding, [id]);
}

/** Refuses a title and an author that have too many words together. @throws Failure `requete_invalide` */
export function requireSearchable(book: Pick<Book, 'titre' | 'auteur'>): void {
  if (isSearchable(book)) return;
  throw new Failure('requete_invalide', {
    erreurs: [{ chemin: 'titre', message: TOO_MANY_WORDS }],
  });
}
