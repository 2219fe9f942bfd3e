import exemplaires from '../../seed/books/exemplaires.json' with { type: 'json' };
import livres from '../../seed/books/livres.json' with { type: 'json' };
import emprunts from '../../seed/loans/emprunts.json' with { type: 'json' };
import reservations from '../../seed/loans/reservations.json' with { type: 'json' };
import penalites from '../../seed/users/penalites.json' with { type: 'json' };
import utilisateurs from '../../seed/users/utilisateurs.json' with { type: 'json' };

/** What of the demonstration data the events are about. */

export const unpaid = penalites.filter(({ statut }) => statut === 'impayee');
export const partlyPaid = unpaid.filter(({ mouvements }) => mouvements.length > 0);

const out = emprunts.filter(({ jour_retour }) => jour_retour === null);
const debtors = new Set(unpaid.map(({ utilisateur_id }) => utilisateur_id));
const held = reservations.filter(({ jour_cloture }) => jour_cloture === null);
const busy = new Set([...out, ...held].map(({ utilisateur_id }) => utilisateur_id));
const wanted = new Set([...out, ...held].map(({ livre_id }) => livre_id));
const reserved = new Set(held.map(({ livre_id }) => livre_id));

/** Who owes nothing, holds nothing and has reserved nothing: may borrow, and may be deleted. */
export const free = utilisateurs.filter(({ id }) => !debtors.has(id) && !busy.has(id));

/** Books of which no copy is out or reserved: one can be lent, and they may be deleted. */
export const onShelf = livres.filter(
  (book) => exemplaires.some((copy) => copy.livre_id === book.id) && !wanted.has(book.id),
);

/** A copy of the book that can be lent. */
export const copyOf = (book) => exemplaires.find(({ livre_id, etat }) => livre_id === book.id && etat === 'en_service');

export const overdue = out.filter(({ jour_echeance }) => jour_echeance < 0);

/** Loans that may be renewed: in time, for the first time, by somebody who owes nothing, with nobody in wait. */
export const renewable = out.filter(
  ({ jour_echeance, prolongations, utilisateur_id, livre_id }) =>
    jour_echeance >= 0 && prolongations === 0 && !debtors.has(utilisateur_id) && !reserved.has(livre_id),
);

/** Open holds of people who wait. */
export const waiting = held.filter(({ statut }) => statut === 'en_attente');

/** Books of which every copy that could be lent is out. */
export const allOut = livres.filter((book) => {
  const copies = exemplaires.filter(({ livre_id, etat }) => livre_id === book.id && etat === 'en_service');
  return copies.length > 0 && copies.every((copy) => out.some((loan) => loan.exemplaire_id === copy.id));
});
