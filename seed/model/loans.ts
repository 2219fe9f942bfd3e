import {
  booleen,
  code,
  type Expression,
  entier,
  id,
  instant,
  jour,
  newId,
  now,
  optional,
  said,
  type Table,
  today,
  word,
} from './model.ts';

/** How long a loan that somebody types by hand lasts. The application takes it from the lending policy. */
const LOAN_DAYS = 21;

const anyOrWord =
  (part: 'before' | 'after'): Expression =>
  (wording) => {
    const name = wording[part]('regle', '/');
    return `(${name} = '*' OR ${said(word(name), wording)})`;
  };

export const emprunt: Table = {
  name: 'emprunt',
  about: "Prêt d'un exemplaire d'un livre à un utilisateur",
  columns: {
    id: id("Identifiant de l'emprunt", newId),
    utilisateur_id: id(
      'Utilisateur qui emprunte ; NULL une fois oublié, ce que seul un emprunt rendu peut être',
      optional,
    ),
    exemplaire_id: id('Exemplaire emprunté'),
    date_emprunt: jour('Jour du prêt, dans le fuseau horaire de la bibliothèque', today),
    date_echeance: jour(
      'Dernier jour pour rendre sans pénalité, prolongations comprises ; sans précision, dans trois semaines',
      {
        default: ({ daysFromToday }) => `(${daysFromToday(LOAN_DAYS)})`,
      },
    ),
    date_retour: jour('Jour du retour, ou de la déclaration de perte ; NULL tant que le livre est dehors', optional),
    perdu: booleen("Vrai si le livre n'est pas revenu : il est déclaré perdu", { default: 'false' }),
    regle: code(
      61,
      "Règle de politique.yml sous laquelle le prêt a été fait et qu'il garde : catégorie/type, * pour n'importe lequel",
      { default: "'*/*'" },
    ),
    prolongations: entier('Nombre de prolongations accordées', { default: '0' }),
    penalite_id: id(
      'Pénalité née du retour en retard ou de la perte ; NULL sinon, ou si elle a été effacée avec le compte',
      optional,
    ),
    amende_id: id("Pénalité née du retard d'un livre perdu, à part de celle de la perte ; NULL sinon", optional),
  },
  unique: { penalite_unique: ['penalite_id'], amende_unique: ['amende_id'] },
  references: {
    utilisateur_fk: { verb: 'EFFECTUER', table: 'utilisateur', columns: ['utilisateur_id'] },
    exemplaire_fk: { verb: 'CONCERNER', table: 'exemplaire', columns: ['exemplaire_id'] },
    penalite_fk: { verb: 'SANCTIONNER', table: 'penalite', columns: ['penalite_id', 'utilisateur_id'] },
    amende_fk: { verb: 'SANCTIONNER', table: 'penalite', columns: ['amende_id', 'utilisateur_id'] },
  },
  checks: {
    amende_si_perdu: 'perdu OR amende_id IS NULL',
    perdu_si_clos: 'NOT perdu OR date_retour IS NOT NULL',
    echeance_apres_emprunt: 'date_echeance > date_emprunt',
    retour_apres_emprunt: 'date_retour >= date_emprunt',
    regle_forme: (wording) =>
      [
        "regle LIKE '%/%' AND regle NOT LIKE '%/%/%'",
        said(anyOrWord('before'), wording),
        said(anyOrWord('after'), wording),
      ].join('\n    AND '),
    prolongations_bornes: 'prolongations >= 0',
    oublie_si_rendu: 'utilisateur_id IS NOT NULL OR date_retour IS NOT NULL',
    oublie_sans_penalite: 'utilisateur_id IS NOT NULL OR (penalite_id IS NULL AND amende_id IS NULL)',
    penalite_si_retard: 'penalite_id IS NULL OR perdu OR COALESCE(date_retour > date_echeance, false)',
  },
  indexes: {
    utilisateur_idx: { columns: ['utilisateur_id'] },
    exemplaire_idx: { columns: ['exemplaire_id'] },
    en_cours_idx: { columns: ['date_echeance'], when: 'date_retour IS NULL' },
  },
  why: {
    penalite_si_retard: "Une règle peut ne rien demander pour un retard, ou n'en compter que les jours ouverts.",
  },
};

export const reservation: Table = {
  name: 'reservation',
  about: "Demande d'un livre par un utilisateur qui attend qu'un exemplaire en revienne",
  columns: {
    id: id('Identifiant de la réservation', newId),
    utilisateur_id: id('Utilisateur qui réserve'),
    livre_id: id("Livre réservé, quel qu'en soit l'exemplaire"),
    exemplaire_id: id('Exemplaire mis de côté pour elle ; NULL sinon', optional),
    date_reservation: instant('Instant de la réservation', now),
    place: entier(
      "Place dans la file du livre : la plus petite est servie d'abord, et les places peuvent ne pas se suivre ; NULL une fois close",
      optional,
    ),
    statut: code(
      20,
      "en_attente, mise_de_cote, honoree (par un emprunt), annulee ou expiree (l'exemplaire n'a pas été retiré à temps)",
      { default: "'en_attente'" },
    ),
    suspendue_jusqu_au: jour("Dernier jour où son tour est passé ; NULL si elle n'est pas suspendue", optional),
    date_limite: jour(
      "Dernier jour pour retirer l'exemplaire mis de côté, ou celui qui a passé ; NULL si elle n'est ni mise de côté ni expirée",
      optional,
    ),
    date_cloture: jour(
      "Jour où elle a été honorée, annulée ou close faute de retrait ; NULL tant qu'elle est ouverte",
      optional,
    ),
  },
  unique: { exemplaire_unique: ['exemplaire_id'], place_unique: ['livre_id', 'place'] },
  uniqueWhere: { ouverte_unique: { columns: ['utilisateur_id', 'livre_id'], when: 'date_cloture IS NULL' } },
  references: {
    utilisateur_fk: { verb: 'DEMANDER', table: 'utilisateur', columns: ['utilisateur_id'] },
    livre_fk: { verb: 'PORTER', table: 'livre', columns: ['livre_id'] },
    exemplaire_fk: { verb: 'RETENIR', table: 'exemplaire', columns: ['exemplaire_id', 'livre_id'] },
  },
  checks: {
    place_bornes: 'place >= 1',
    statut_connu: "statut IN ('en_attente', 'mise_de_cote', 'honoree', 'annulee', 'expiree')",
    place_si_ouverte: "(place IS NOT NULL) = (statut IN ('en_attente', 'mise_de_cote'))",
    exemplaire_si_mise_de_cote: "(exemplaire_id IS NOT NULL) = (statut = 'mise_de_cote')",
    suspendue_si_en_attente: "suspendue_jusqu_au IS NULL OR statut = 'en_attente'",
    limite_selon_statut: "(date_limite IS NOT NULL) = (statut IN ('mise_de_cote', 'expiree'))",
    cloture_selon_statut: "(date_cloture IS NOT NULL) = (statut IN ('honoree', 'annulee', 'expiree'))",
    expiree_apres_limite: 'date_cloture > date_limite',
  },
  indexes: {
    utilisateur_idx: { columns: ['utilisateur_id'] },
    a_retirer_idx: { columns: ['date_limite'], when: "statut = 'mise_de_cote'" },
  },
  why: { ouverte_unique: "Une réservation close n'empêche pas de réserver encore le même livre." },
};
