import exemplaires from '../../seed/books/exemplaires.json' with { type: 'json' };
import livres from '../../seed/books/livres.json' with { type: 'json' };
import emprunts from '../../seed/loans/emprunts.json' with { type: 'json' };
import penalites from '../../seed/users/penalites.json' with { type: 'json' };
import utilisateurs from '../../seed/users/utilisateurs.json' with { type: 'json' };

/** What of the demonstration data the events are about. */

export const unpaid = penalites.filter(({ statut }) => statut === 'impayee');
export const partlyPaid = unpaid.filter(({ mouvements }) => mouvements.length > 0);

const out = emprunts.filter(({ jour_retour }) => jour_retour === null);
const debtors = new Set(unpaid.map(({ utilisateur_id }) => utilisateur_id));
const borrowers = new Set(out.map((loan) => loan.utilisateur_id));
const borrowed = new Set(out.map((loan) => loan.livre_id));

/** Who owes nothing and holds nothing: may borrow, and may be deleted. */
export const free = utilisateurs.filter(({ id }) => !debtors.has(id) && !borrowers.has(id));

/** Books of which no copy is out: one can be lent, and they may be deleted. */
export const onShelf = livres.filter(
  (book) => exemplaires.some((copy) => copy.livre_id === book.id) && !borrowed.has(book.id),
);

/** A copy of the book that can be lent. */
export const copyOf = (book) => exemplaires.find(({ livre_id, etat }) => livre_id === book.id && etat === 'en_service');

export const overdue = out.filter(({ jour_echeance }) => jour_echeance < 0);

/** Loans that may be renewed: in time, for the first time, by somebody who owes nothing. */
export const renewable = out.filter(
  ({ jour_echeance, prolongations, utilisateur_id }) =>
    jour_echeance >= 0 && prolongations === 0 && !debtors.has(utilisateur_id),
);
