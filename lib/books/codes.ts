import { type Refuse, refusal } from '../values/refusal.ts';

/** What the books service refuses. */
export const codes = {
  bookNotFound: refusal(404, 'livre_introuvable', "Le livre n'existe pas"),
  isbnTaken: refusal(409, 'isbn_deja_utilise', "L'ISBN est celui d'un autre livre, ou du même tome d'un autre"),
  tooFewCopies: refusal(409, 'exemplaires_insuffisants', 'Davantage d’exemplaires sont empruntés'),
  deletionRefused: refusal(409, 'suppression_refusee', 'La suppression est refusée', {
    exemplaires_empruntes: 'des exemplaires sont empruntés',
  }),
};

/** Refuses with one of these. */
export type Refuses<Name extends keyof typeof codes> = Refuse<(typeof codes)[Name]>;
