import { Failure } from '../values/failure.ts';
import { motifsWhere } from '../values/refusal.ts';
import { codes, type Refuses } from './codes.ts';
import type { Book } from './schema.ts';
import type { CopyChanges, NewCopy } from './schema-requests.ts';
import {
  type Added,
  addCopies,
  barcodesOf,
  copiesOnShelf,
  copyWith,
  countCopies,
  loanIdOfCopy,
  type Title,
  withoutCopies,
} from './title.ts';
import { isSearchable, TOO_MANY_WORDS } from './words.ts';

/** What the books service refuses, decided on a title's item. */

/**
 * The most copies that a title keeps, the withdrawn ones included: some 250 KB when all of them are out. A loan that
 * has fulfilled a hold keeps that, 0.2 KB; DynamoDB's 400 KB would be passed if several hundred of them had.
 */
const MOST_COPIES = 1000;

/** Refuses to delete a book of which copies are out, or which has open holds. */
export function requireDeletable({ emprunts, reservations }: Title, refuse: Refuses<'deletionRefused'>): void {
  const motifs = motifsWhere({
    exemplaires_empruntes: Object.keys(emprunts).length > 0,
    reservations_en_cours: Object.keys(reservations).length > 0,
  });
  if (motifs.length > 0) refuse({ ...codes.deletionRefused, motifs });
}

function requireRoom(title: Title, more: number, refuse: Refuses<'tooManyCopies'>): void {
  if (Object.keys(title.exemplaires).length + more > MOST_COPIES) refuse(codes.tooManyCopies);
}

/** Adds copies, unless the title has one with such a barcode already, or would have too many. */
export function withCopies(
  title: Title,
  copies: readonly NewCopy[],
  day: string,
  refuse: Refuses<'barcodeTaken' | 'tooManyCopies'>,
): Added {
  const taken = new Set(barcodesOf(title));
  if (copies.some(({ code_barres }) => code_barres !== undefined && taken.has(code_barres))) refuse(codes.barcodeTaken);
  requireRoom(title, copies.length, refuse);
  return addCopies(title, copies, day);
}

const UNNAMED: NewCopy = { cote: null, note: null };

/** Makes copies of which nothing is said. */
export const unnamed = (count: number): NewCopy[] => Array<NewCopy>(count).fill(UNNAMED);

/** Brings the number of copies to `count`: it adds some, or takes the newest away of those that are on the shelf. */
export function withCount(
  title: Title,
  count: number,
  day: string,
  refuse: Refuses<'tooFewCopies' | 'tooManyCopies'>,
): Title {
  const more = count - countCopies(title);
  if (more >= 0) {
    requireRoom(title, more, refuse);
    return addCopies(title, unnamed(more), day).next;
  }
  const shelf = copiesOnShelf(title);
  if (shelf.length < -more) refuse(codes.tooFewCopies);
  return withoutCopies(title, shelf.slice(more));
}

/** Changes a copy. While it is out its state stays what it is. */
export function changeCopyIn(
  title: Title,
  id: string,
  { code_barres, etat, cote, note }: CopyChanges,
  refuse: Refuses<'copyNotFound' | 'copyLent' | 'barcodeTaken'>,
): Title {
  const copy = title.exemplaires[id] ?? refuse(codes.copyNotFound);
  if (etat !== undefined && etat !== copy.etat && loanIdOfCopy(title, id)) refuse(codes.copyLent);
  if (code_barres !== undefined && (copyWith(title, code_barres) ?? id) !== id) refuse(codes.barcodeTaken);
  const fiche = copy.fiche || Boolean(code_barres ?? cote ?? note);
  const next = { ...copy, code_barres: code_barres ?? copy.code_barres, etat: etat ?? copy.etat, fiche };
  return { ...title, exemplaires: { ...title.exemplaires, [id]: next } };
}

/** Takes a copy away that is not out. */
export function removeCopyIn(title: Title, id: string, refuse: Refuses<'copyNotFound' | 'copyLent'>): Title {
  if (!title.exemplaires[id]) refuse(codes.copyNotFound);
  if (loanIdOfCopy(title, id)) refuse(codes.copyLent);
  return withoutCopies(title, [id]);
}

/** Refuses a title and an author that have too many words together. @throws Failure `requete_invalide` */
export function requireSearchable(book: Pick<Book, 'titre' | 'auteur'>): void {
  if (isSearchable(book)) return;
  throw new Failure('requete_invalide', {
    erreurs: [{ chemin: 'titre', message: TOO_MANY_WORDS }],
  });
}
