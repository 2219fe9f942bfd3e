import { type Refuse, refusal } from '../values/refusal.ts';

const personal = {
  penalites_impayees: 'des pénalités restent à payer',
  compte_bloque: 'le compte est bloqué',
  adhesion_expiree: "l'adhésion est expirée",
};
const returned = { emprunt_rendu: 'le livre est déjà rendu' };

/** What the loans service refuses. */
export const codes = {
  userNotFound: refusal(404, 'utilisateur_introuvable', "L'utilisateur n'existe pas"),
  bookNotFound: refusal(404, 'livre_introuvable', "Le livre n'existe pas"),
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
  }),
  returnRefused: refusal(409, 'retour_refuse', 'Le retour est refusé', returned),
  renewalRefused: refusal(409, 'prolongation_refusee', 'La prolongation est refusée', {
    ...returned,
    emprunt_en_retard: "l'emprunt est en retard",
    limite_prolongations_atteinte: 'la limite de prolongations est atteinte',
    ...personal,
  }),
};

/** Refuses with one of these. */
export type Refuses<Name extends keyof typeof codes> = Refuse<(typeof codes)[Name]>;
