import emprunts from '../../../seed/loans/emprunts.json' with { type: 'json' };
import penalites from '../../../seed/users/penalites.json' with { type: 'json' };
import utilisateurs from '../../../seed/users/utilisateurs.json' with { type: 'json' };

export const unpaid = penalites.filter(({ statut }) => statut === 'impayee');

const debtors = new Set(unpaid.map(({ utilisateur_id }) => utilisateur_id));
const borrowers = new Set(
  emprunts.filter(({ jour_retour }) => jour_retour === null).map((loan) => loan.utilisateur_id),
);

/** Who owes nothing and holds nothing: may borrow, and may be deleted. */
export const free = utilisateurs.filter(({ id }) => !debtors.has(id) && !borrowers.has(id));
