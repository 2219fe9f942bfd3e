import { Failure } from '../values/failure.ts';
import { codes, type Refuses } from './codes.ts';
import type { Availability, Book } from './schema.ts';
import { isSearchable, MAX_WORDS } from './words.ts';

/** A book with its copies that are out. */
export interface Holding extends Book {
  /** Loan id → due date. The copies that are out are counted here; no stored number could drift. */
  emprunts: Record<string, string>;
}

const copiesOut = (holding: Holding): number => Object.keys(holding.emprunts).length;

export function availability(holding: Holding): Availability {
  const disponibles = Math.max(0, holding.exemplaires - copiesOut(holding));
  return {
    livre_id: holding.id,
    exemplaires: holding.exemplaires,
    disponibles,
    disponible: disponibles > 0,
    prochain_retour: Object.values(holding.emprunts).sort()[0] ?? null,
  };
}

/** Refuses to delete a book of which copies are out. */
export function requireDeletable(holding: Holding, refuse: Refuses<'deletionRefused'>): void {
  if (copiesOut(holding) > 0) refuse({ ...codes.deletionRefused, motifs: ['exemplaires_empruntes'] });
}

/** Refuses a number of copies that is below those out. */
export function requireEnoughCopies(holding: Holding, exemplaires: number, refuse: Refuses<'tooFewCopies'>): void {
  if (copiesOut(holding) > exemplaires) refuse(codes.tooFewCopies);
}

/** Refuses a title and an author that have too many words together. @throws Failure `requete_invalide` */
export function requireSearchable(book: Pick<Book, 'titre' | 'auteur'>): void {
  if (isSearchable(book)) return;
  throw new Failure('requete_invalide', {
    erreurs: [{ chemin: 'titre', message: `ne doit pas dépasser, avec auteur, ${MAX_WORDS} mots différents` }],
  });
}
