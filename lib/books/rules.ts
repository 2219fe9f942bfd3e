import { Failure } from '../values/failure.ts';
import type { Availability, Book } from './schema.ts';
import { wordsOf } from './words.ts';

/** A book with its copies that are out. */
export interface Holding extends Book {
  /** Loan id → due date: what is out is counted, never kept as a number that could drift. */
  emprunts: Record<string, string>;
}

/** Each word is an item, and one transaction of 100 items writes the new words and deletes the old. */
export const MAX_WORDS = 45;

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

/** @throws Failure `suppression_refusee` */
export function requireDeletable(holding: Holding): void {
  if (copiesOut(holding) > 0) throw new Failure('suppression_refusee', { motifs: ['exemplaires_empruntes'] });
}

/** @throws Failure `exemplaires_insuffisants` when more copies are out than would be left */
export function requireEnoughCopies(holding: Holding, exemplaires: number): void {
  if (copiesOut(holding) > exemplaires) throw new Failure('exemplaires_insuffisants');
}

/** @throws Failure `requete_invalide` when title and author have more words than can be written at once */
export function requireSearchable({ titre, auteur }: Pick<Book, 'titre' | 'auteur'>): void {
  if (wordsOf(titre).length + wordsOf(auteur).length <= MAX_WORDS) return;
  throw new Failure('requete_invalide', {
    erreurs: [{ chemin: 'titre', message: `ne doit pas dépasser, avec auteur, ${MAX_WORDS} mots différents` }],
  });
}
