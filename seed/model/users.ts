import {
  booleen,
  code,
  euros,
  id,
  instant,
  jour,
  newId,
  now,
  onCard,
  optional,
  type Table,
  texte,
  word,
} from './model.ts';

export const utilisateur: Table = {
  name: 'utilisateur',
  about: 'Personne inscrite à la bibliothèque',
  columns: {
    id: id("Identifiant de l'utilisateur", newId),
    nom: texte(100, "Nom de famille, particule comprise, dans son écriture d'origine"),
    prenom: texte(100, "Prénom, dans son écriture d'origine"),
    email: texte(254, "Adresse e-mail en minuscules, propre à un seul utilisateur ; NULL s'il n'en a pas", optional),
    date_creation: instant("Instant de l'inscription", now),
  },
  unique: { email_unique: ['email'] },
  checks: {
    email_minuscules: 'email = lower(email)',
    email_forme: ({ contains }) =>
      `email LIKE '_%@_%._%' AND email NOT LIKE '%@%@%' AND NOT ${contains('email', '[[:space:]]')}`,
  },
};

export const adhesion: Table = {
  name: 'adhesion',
  about: "Adhésion d'un utilisateur : sa carte, sa catégorie, sa durée, qui répond de lui, son blocage",
  columns: {
    utilisateur_id: id("Utilisateur dont c'est l'adhésion : il en a une et une seule"),
    numero_carte: code(20, 'Numéro de la carte, propre à un seul utilisateur : 4 à 20 majuscules, chiffres ou tirets'),
    categorie: code(
      30,
      'Catégorie, telle que politique.yml la nomme : elle décide des limites et de la règle de prêt',
      {
        default: "'adulte'",
      },
    ),
    date_naissance: jour('Date de naissance ; NULL si elle est inconnue', optional),
    date_fin: jour("Dernier jour où l'adhésion est valable ; NULL si elle n'en a pas", optional),
    responsable_id: id(
      "Utilisateur qui répond de celui-ci, et à qui l'on écrit s'il n'a pas d'adresse ; il n'a lui-même pas de responsable",
      optional,
    ),
    blocage_motif: texte(500, "Raison du blocage ; NULL si le compte n'est pas bloqué", optional),
    blocage_depuis: jour('Premier jour du blocage', optional),
    blocage_jusqu_au: jour("Dernier jour du blocage ; NULL s'il n'en a pas", optional),
  },
  unique: { numero_carte_unique: ['numero_carte'] },
  references: {
    utilisateur_fk: { verb: 'ADHERER', table: 'utilisateur', columns: ['utilisateur_id'] },
    responsable_fk: { verb: 'REPONDRE', table: 'utilisateur', columns: ['responsable_id'] },
  },
  checks: {
    numero_carte_forme: onCard('numero_carte'),
    categorie_forme: word('categorie'),
    responsable_autre: 'responsable_id <> utilisateur_id',
    blocage_entier: '(blocage_motif IS NULL) = (blocage_depuis IS NULL)',
    blocage_fin: 'blocage_jusqu_au IS NULL OR blocage_depuis IS NOT NULL',
  },
};

export const penalite: Table = {
  name: 'penalite',
  about: 'Somme due par un utilisateur : retard, perte ou dégradation',
  columns: {
    id: id("Identifiant de la pénalité ; dans l'application, l'ordre des identifiants est celui des dates", newId),
    utilisateur_id: id('Utilisateur qui doit la somme'),
    montant: euros("Montant d'origine, en euros"),
    description: texte(500, 'Motif de la pénalité, en clair'),
    date_penalite: instant('Instant où la pénalité a été prononcée', now),
    statut: code(20, 'impayee (au moins en partie), payee ou annulee', { default: "'impayee'" }),
    reste_a_payer: euros(
      'Part du montant encore due, en euros ; zéro une fois payée ou annulée ; sans précision, tout le montant',
      { defaultsTo: 'montant' },
    ),
  },
  unique: { de_utilisateur_unique: ['id', 'utilisateur_id'] },
  references: {
    utilisateur_fk: { verb: 'DEVOIR', table: 'utilisateur', columns: ['utilisateur_id'] },
  },
  checks: {
    montant_bornes: 'montant BETWEEN 0.01 AND 1000',
    statut_connu: "statut IN ('impayee', 'payee', 'annulee')",
    reste_bornes: 'reste_a_payer BETWEEN 0 AND montant',
    reste_selon_statut: "(statut = 'impayee') = (reste_a_payer > 0)",
  },
  indexes: {
    utilisateur_idx: { columns: ['utilisateur_id'] },
    impayee_idx: { columns: ['utilisateur_id'], when: "statut = 'impayee'" },
  },
  why: {
    de_utilisateur_unique: "Cible de la clé étrangère d'emprunt, qui doit désigner une pénalité du même utilisateur.",
  },
};

export const mouvement: Table = {
  name: 'mouvement',
  about:
    "Ce qui est arrivé à l'argent d'une pénalité : chaque centime entré, sorti ou annulé est dans un seul mouvement",
  columns: {
    id: id('Identifiant du mouvement', newId),
    penalite_id: id('Pénalité que le mouvement règle'),
    type: code(20, "paiement (entré), remboursement (rendu) ou annulation (ce qui n'est plus dû)", {
      default: "'paiement'",
    }),
    montant: euros('Montant, en euros'),
    moyen: code(20, 'especes, cheque, carte, virement ou autre ; NULL pour une annulation', optional),
    motif: texte(500, "Raison de l'annulation ou du remboursement ; NULL pour un paiement qui vaut", optional),
    date_mouvement: instant('Instant du mouvement', now),
    annule: booleen('Vrai pour un paiement enregistré par erreur : il reste écrit, et son montant est de nouveau dû', {
      default: 'false',
    }),
    date_annulation: instant('Instant où le paiement a été annulé ; NULL sinon', optional),
  },
  references: {
    penalite_fk: { verb: 'REGLER', table: 'penalite', columns: ['penalite_id'] },
  },
  checks: {
    type_connu: "type IN ('paiement', 'remboursement', 'annulation')",
    montant_bornes: 'montant BETWEEN 0.01 AND 1000',
    moyen_connu: "moyen IN ('especes', 'cheque', 'carte', 'virement', 'autre')",
    moyen_selon_type: "(moyen IS NULL) = (type = 'annulation')",
    motif_sauf_paiement: "(motif IS NULL) = (type = 'paiement' AND NOT annule)",
    annule_si_paiement: "NOT annule OR type = 'paiement'",
    date_si_annule: '(date_annulation IS NOT NULL) = annule',
    annule_apres: 'date_annulation >= date_mouvement',
  },
  indexes: { penalite_idx: { columns: ['penalite_id'] } },
  why: { moyen_selon_type: "Ce qui est annulé n'est ni entré ni sorti." },
};
