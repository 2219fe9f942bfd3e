import { refusal } from '../values/refusal.ts';

/** What the books service refuses. */

export const bookNotFound = refusal(404, 'livre_introuvable', "Le livre n'existe pas");
export type BookNotFound = typeof bookNotFound;

export const isbnTaken = refusal(409, 'isbn_deja_utilise', "L'ISBN est celui d'un autre livre");
export type IsbnTaken = typeof isbnTaken;

export const tooFewCopies = refusal(409, 'exemplaires_insuffisants', 'Davantage d’exemplaires sont empruntés');
export type TooFewCopies = typeof tooFewCopies;

export const deletionRefused = refusal(409, 'suppression_refusee', 'La suppression est refusée', {
  exemplaires_empruntes: 'des exemplaires sont empruntés',
});
export type DeletionRefused = typeof deletionRefused;
