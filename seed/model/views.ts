import type { Expression } from './model.ts';

/** The views of the SQL files: what a desk asks every day. */
export const VIEWS: { name: string; about: string; query: Expression }[] = [
  {
    name: 'lecteur_en_retard',
    about: 'Livres qui auraient dû revenir, et qui les a : une ligne par emprunt en retard',
    query: ({ today, daysUntilToday }) => `SELECT
  utilisateur.id AS utilisateur_id,
  utilisateur.prenom,
  utilisateur.nom,
  utilisateur.email,
  livre.titre,
  exemplaire.code_barres,
  emprunt.date_echeance,
  ${daysUntilToday('emprunt.date_echeance')} AS jours_retard
FROM emprunt
JOIN utilisateur ON utilisateur.id = emprunt.utilisateur_id
JOIN exemplaire ON exemplaire.id = emprunt.exemplaire_id
JOIN livre ON livre.id = exemplaire.livre_id
WHERE emprunt.date_retour IS NULL AND emprunt.date_echeance < ${today}`,
  },
  {
    name: 'penalite_due',
    about: 'Ce que chacun doit : une ligne par utilisateur dont une pénalité est impayée',
    query: `SELECT
  utilisateur.id AS utilisateur_id,
  utilisateur.prenom,
  utilisateur.nom,
  COUNT(*) AS penalites,
  SUM(penalite.montant) AS montant_total,
  SUM(penalite.reste_a_payer) AS total_du
FROM penalite
JOIN utilisateur ON utilisateur.id = penalite.utilisateur_id
WHERE penalite.statut = 'impayee'
GROUP BY utilisateur.id, utilisateur.prenom, utilisateur.nom`,
  },
  {
    name: 'disponibilite',
    about: 'Une ligne par livre : ses exemplaires, ceux qui sont en rayon, les réservations ouvertes',
    query: `SELECT
  livre.id AS livre_id,
  livre.titre,
  livre.auteur,
  (SELECT COUNT(*) FROM exemplaire WHERE exemplaire.livre_id = livre.id AND exemplaire.etat <> 'retire') AS exemplaires,
  (
    SELECT COUNT(*) FROM exemplaire
    WHERE exemplaire.livre_id = livre.id
      AND exemplaire.etat = 'en_service'
      AND NOT EXISTS (SELECT 1 FROM emprunt WHERE emprunt.exemplaire_id = exemplaire.id AND emprunt.date_retour IS NULL)
      AND NOT EXISTS (SELECT 1 FROM reservation WHERE reservation.exemplaire_id = exemplaire.id)
  ) AS disponibles,
  (SELECT COUNT(*) FROM reservation WHERE reservation.livre_id = livre.id AND reservation.date_cloture IS NULL) AS reservations
FROM livre`,
  },
];
