import { type Refuse, refusal } from '../values/refusal.ts';

const closed = { penalite_close: 'la pénalité est déjà payée ou annulée' };

/** What the users service refuses. */
export const codes = {
  userNotFound: refusal(404, 'utilisateur_introuvable', "L'utilisateur n'existe pas"),
  penaltyNotFound: refusal(404, 'penalite_introuvable', "La pénalité n'existe pas"),
  movementNotFound: refusal(404, 'mouvement_introuvable', "Le paiement n'existe pas"),
  emailTaken: refusal(409, 'email_deja_utilise', "L'adresse e-mail est celle d'un autre compte"),
  cardTaken: refusal(409, 'numero_carte_deja_utilise', "Le numéro de carte est celui d'un autre compte"),
  responsibleRefused: refusal(409, 'responsable_refuse', 'Le responsable est refusé', {
    responsable_introuvable: "le compte du responsable n'existe pas",
    responsable_est_le_compte: 'un compte ne répond pas de lui-même',
    responsable_a_un_responsable: 'le responsable a lui-même un responsable',
    compte_est_responsable: "ce compte est lui-même responsable d'autres comptes",
  }),
  deletionRefused: refusal(409, 'suppression_refusee', 'La suppression est refusée', {
    penalites_impayees: 'des pénalités restent à payer',
    emprunts_en_cours: 'des emprunts sont en cours',
    reservations_en_cours: 'des réservations sont en cours',
    responsable_de_comptes: "le compte est responsable d'autres comptes",
  }),
  paymentRefused: refusal(409, 'paiement_refuse', 'Le paiement est refusé', {
    montant_superieur_au_reste: 'le montant dépasse le reste à payer',
    trop_de_mouvements: 'la pénalité compte déjà cent paiements',
    ...closed,
  }),
  waiverRefused: refusal(409, 'annulation_refusee', "L'annulation est refusée", closed),
  strikeRefused: refusal(409, 'annulation_refusee', "L'annulation est refusée", {
    paiement_annule: 'le paiement est déjà annulé',
    penalite_annulee: 'la pénalité est annulée',
  }),
};

/** Refuses with one of these. */
export type Refuses<Name extends keyof typeof codes> = Refuse<(typeof codes)[Name]>;
