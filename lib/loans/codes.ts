import { type Refuse, refusal } from '../values/refusal.ts';

const personal = {
  penalites_impayees: 'des pénalités restent à payer',
  compte_bloque: 'le compte est bloqué',
  adhesion_expiree: "l'adhésion est expirée",
};
const reserved = { livre_reserve: "le livre est réservé par quelqu'un d'autre" };
const closed = { reservation_close: 'la réservation est déjà honorée, annulée ou expirée' };
const returned = { emprunt_rendu: 'le livre est déjà rendu, ou déclaré perdu' };

/** What the loans service refuses. */
export const codes = {
  userNotFound: refusal(404, 'utilisateur_introuvable', "L'utilisateur n'existe pas"),
  bookNotFound: refusal(404, 'livre_introuvable', "Le livre n'existe pas"),
  copyNotFound: refusal(404, 'exemplaire_introuvable', "L'exemplaire n'existe pas"),
  loanNotFound: refusal(404, 'emprunt_introuvable', "L'emprunt n'existe pas"),
  loanRefused: refusal(409, 'emprunt_refuse', "L'emprunt est refusé", {
    penalites_impayees: personal.penalites_impayees,
    limite_emprunts_atteinte: "la limite d'emprunts est atteinte",
    emprunts_en_retard: 'des emprunts sont en retard',
    compte_bloque: personal.compte_bloque,
    adhesion_expiree: personal.adhesion_expiree,
    limite_type_atteinte: "la limite d'emprunts de ce type de document est atteinte",
    non_empruntable: 'ce type de document ne se prête pas à cette catégorie',
    livre_deja_emprunte: 'la personne a déjà un exemplaire de ce titre',
    aucun_exemplaire_disponible: "aucun exemplaire n'est disponible",
    exemplaire_emprunte: "l'exemplaire est emprunté",
    exemplaire_indisponible: "l'exemplaire n'est pas en service",
    ...reserved,
  }),
  returnRefused: refusal(409, 'retour_refuse', 'Le retour est refusé', returned),
  lossRefused: refusal(409, 'perte_refusee', 'La perte est refusée', returned),
  renewalRefused: refusal(409, 'prolongation_refusee', 'La prolongation est refusée', {
    ...returned,
    emprunt_en_retard: "l'emprunt est en retard",
    limite_prolongations_atteinte: 'la limite de prolongations est atteinte',
    ...reserved,
    ...personal,
  }),
  holdNotFound: refusal(404, 'reservation_introuvable', "La réservation n'existe pas"),
  holdRefused: refusal(409, 'reservation_refusee', 'La réservation est refusée', {
    ...personal,
    limite_reservations_atteinte: 'la limite de réservations est atteinte',
    reservation_existante: 'la personne a déjà réservé ce titre',
    livre_deja_emprunte: 'la personne a déjà un exemplaire de ce titre',
    exemplaire_disponible: 'un exemplaire est en rayon : il peut être emprunté',
    aucun_exemplaire_reservable: "aucun exemplaire du titre n'est en service",
    non_reservable: 'ce type de document ne se réserve pas pour cette catégorie',
    file_complete: 'deux cents personnes attendent déjà ce titre',
  }),
  cancelRefused: refusal(409, 'annulation_refusee', "L'annulation est refusée", closed),
  suspensionRefused: refusal(409, 'suspension_refusee', 'La suspension est refusée', {
    ...closed,
    reservation_mise_de_cote: 'un exemplaire est déjà mis de côté',
  }),
};

/** Refuses with one of these. */
export type Refuses<Name extends keyof typeof codes> = Refuse<(typeof codes)[Name]>;
