import { type Refuse, refusal } from '../values/refusal.ts';

/** What the books service refuses. */
export const codes = {
  bookNotFound: refusal(404, 'livre_introuvable', "Le livre n'existe pas"),
  isbnTaken: refusal(409, 'isbn_deja_utilise', "L'ISBN est celui d'un autre livre, ou du même tome d'un autre"),
  copyNotFound: refusal(404, 'exemplaire_introuvable', "L'exemplaire n'existe pas"),
  barcodeTaken: refusal(409, 'code_barres_deja_utilise', "Le code-barres est celui d'un autre exemplaire"),
  copyLent: refusal(409, 'exemplaire_emprunte', "L'exemplaire est emprunté"),
  tooFewCopies: refusal(409, 'exemplaires_insuffisants', "Trop peu d'exemplaires sont en rayon pour en retirer autant"),
  tooManyCopies: refusal(409, 'exemplaires_trop_nombreux', "Le livre aurait trop d'exemplaires"),
  deletionRefused: refusal(409, 'suppression_refusee', 'La suppression est refusée', {
    exemplaires_empruntes: 'des exemplaires sont empruntés',
    reservations_en_cours: 'des réservations sont en cours',
  }),
};

/** Refuses with one of these. */
export type Refuses<Name extends keyof typeof codes> = Refuse<(typeof codes)[Name]>;
