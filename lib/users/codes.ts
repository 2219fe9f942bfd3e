import { refusal } from '../values/refusal.ts';

/** What the users service refuses. */

export const userNotFound = refusal(404, 'utilisateur_introuvable', "L'utilisateur n'existe pas");
export type UserNotFound = typeof userNotFound;

export const penaltyNotFound = refusal(404, 'penalite_introuvable', "La pénalité n'existe pas");
export type PenaltyNotFound = typeof penaltyNotFound;

export const emailTaken = refusal(409, 'email_deja_utilise', "L'adresse e-mail est celle d'un autre compte");
export type EmailTaken = typeof emailTaken;

export const deletionRefused = refusal(409, 'suppression_refusee', 'La suppression est refusée', {
  penalites_impayees: 'des pénalités restent à payer',
  emprunts_en_cours: 'des emprunts sont en cours',
});
export type DeletionRefused = typeof deletionRefused;

const closed = { penalite_close: 'la pénalité est déjà payée ou annulée' };

export const paymentRefused = refusal(409, 'paiement_refuse', 'Le paiement est refusé', {
  montant_superieur_au_reste: 'le montant dépasse le reste à payer',
  ...closed,
});
export type PaymentRefused = typeof paymentRefused;

export const waiverRefused = refusal(409, 'annulation_refusee', "L'annulation est refusée", closed);
export type WaiverRefused = typeof waiverRefused;
