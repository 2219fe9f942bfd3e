import { type SeedHold, seedData } from '../../../seed/data.ts';
import { TABLES } from '../../../seed/model/tables.ts';
import type { Reason, Row } from './database.ts';

/** Rows that every engine takes or refuses alike. They name rows of the demonstration data, whatever the day. */

const id = 'b1e55ed0-0000-4000-8000-000000000000';
const unknown = 'b1e55ed0-ffff-4fff-bfff-ffffffffffff';
const seed = seedData('2026-11-22');
const user = String(seed.utilisateurs[0]?.id);
const email = String(seed.utilisateurs[0]?.email);
const book = String(seed.livres.find(({ isbn }) => isbn !== null)?.id);
const copy = String(seed.exemplaires.find(({ livre_id }) => livre_id === book)?.id);
const isbn = String(seed.livres.find(({ isbn }) => isbn !== null)?.isbn);
const shelved = seed.reservations.find(({ statut }) => statut === 'mise_de_cote') as SeedHold;
const charged = seed.emprunts.find(({ penalite_id }) => penalite_id !== null);
const penalty = String(seed.penalites[0]?.id);
const anothers = seed.penalites.find(
  (penalty) => penalty.utilisateur_id !== user && seed.emprunts.every(({ penalite_id }) => penalite_id !== penalty.id),
);

/** The rows to which others point, so that none of them can be deleted. */
export const POINTED_TO: [table: string, id: string][] = [
  ['utilisateur', user],
  ['livre', String(charged?.livre_id)],
  ['exemplaire', String(charged?.exemplaire_id)],
  ['penalite', String(charged?.penalite_id)],
];

/** What somebody who types by hand gives; all the rest is the default. */
export const SHORTEST: Record<string, Row> = {
  utilisateur: { nom: 'Curie', prenom: 'Marie' },
  adhesion: { utilisateur_id: id, numero_carte: 'A-1234' },
  livre: { titre: 'Persépolis' },
  exemplaire: { livre_id: book, code_barres: 'BM-9999' },
  penalite: { utilisateur_id: user, montant: 2.5, description: 'Couverture abîmée' },
  mouvement: { penalite_id: penalty, montant: 0.01, moyen: 'especes' },
  emprunt: { utilisateur_id: user, exemplaire_id: copy },
  reservation: { utilisateur_id: user, livre_id: book, place: 7 },
};

/** One row that each table accepts; the refusals below differ from it by what they name. */
const accepted: Record<string, Row> = {
  utilisateur: { id, nom: "N'Guyen", prenom: '伟', email: 'nouveau@example.org' },
  adhesion: { utilisateur_id: id, numero_carte: 'A-1234' },
  livre: { id, titre: '1984', auteur: 'George Orwell', isbn: '9791032305690', annee: -472 },
  exemplaire: { id, livre_id: book, code_barres: 'BM-9999', cote: 'R ORW', etat: 'retire' },
  penalite: { id, utilisateur_id: user, montant: 0.01, description: '…', statut: 'impayee', reste_a_payer: 0.01 },
  mouvement: { id, penalite_id: penalty, type: 'paiement', montant: 1000, moyen: 'autre' },
  emprunt: { id, utilisateur_id: user, exemplaire_id: copy, date_emprunt: '2026-01-31', date_echeance: '2026-02-21' },
  reservation: { id, utilisateur_id: user, livre_id: book, place: 7 },
};

/** The rows that have to be there before one of a table: the account of a membership. */
export const firstOf = (table: string): [table: string, row: Row][] =>
  table === 'adhesion' ? [['utilisateur', accepted.utilisateur as Row]] : [];

const owned = { utilisateur_id: String(charged?.utilisateur_id), penalite_id: String(charged?.penalite_id) };
const free = { utilisateur_id: String(anothers?.utilisateur_id), penalite_id: String(anothers?.id) };
const late = { date_retour: '2026-02-22' };
const sameTitle = { livre_id: shelved.livre_id };
const aside = { statut: 'mise_de_cote', exemplaire_id: copy, date_limite: '2026-02-22' };
const closed = { place: null, statut: 'annulee', date_cloture: '2026-02-23' };
const expired = { ...closed, statut: 'expiree', date_limite: '2026-02-22' };
const fined = { ...late, utilisateur_id: free.utilisateur_id, perdu: true, amende_id: free.penalite_id };
const struck = { annule: true, date_annulation: '2999-01-01 00:00:00' };

export const RIGHT: [table: string, row: Row][] = [
  ...Object.entries(accepted),
  // Volumes of one ISBN, and a book without author.
  ['livre', { ...accepted.livre, isbn, tome: '99', auteur: null }],
  ['livre', { ...accepted.livre, isbn: null, tome: '1' }],
  ['mouvement', { ...accepted.mouvement, motif: 'x', ...struck }],
  // A loan that has forgotten its borrower, whose penalty was deleted with the account.
  ['emprunt', { ...accepted.emprunt, ...late, utilisateur_id: null }],
  // A late return under a rule that asks nothing for it.
  ['emprunt', { ...accepted.emprunt, ...late, regle: 'jeune/dvd' }],
  ['emprunt', { ...accepted.emprunt, ...late, ...free, perdu: true }],
  ['reservation', { ...accepted.reservation, ...aside }],
  ['reservation', { ...accepted.reservation, suspendue_jusqu_au: '2026-02-22' }],
  // One that is closed keeps nobody from reserving the title again.
  ['reservation', { ...accepted.reservation, ...expired, ...sameTitle, utilisateur_id: shelved.utilisateur_id }],
];

type Named = [table: string, row: Row];
type Refusal = [table: string, constraint: string, change: Row, first?: Named[]];

/** What no named constraint lets through; each row breaks that one alone. */
const BY_NAME: Refusal[] = [
  ['utilisateur', 'utilisateur_pk', { id: user }],
  ['utilisateur', 'utilisateur_nom_longueur', { nom: '' }],
  ['utilisateur', 'utilisateur_nom_longueur', { nom: 'é'.repeat(101) }],
  ['utilisateur', 'utilisateur_nom_texte', { nom: ' Martin' }],
  ['utilisateur', 'utilisateur_nom_texte', { nom: 'Martin ' }],
  ['utilisateur', 'utilisateur_nom_texte', { nom: 'Mar\ttin' }],
  ['utilisateur', 'utilisateur_nom_texte', { nom: 'Martin\n' }],
  ['utilisateur', 'utilisateur_nom_texte', { nom: 'Mar\u007ftin' }],
  ['utilisateur', 'utilisateur_prenom_longueur', { prenom: 'é'.repeat(101) }],
  ['utilisateur', 'utilisateur_prenom_texte', { prenom: ' ' }],
  ['utilisateur', 'utilisateur_email_unique', { email }],
  ['utilisateur', 'utilisateur_email_minuscules', { email: 'Nouveau@example.org' }],
  ['utilisateur', 'utilisateur_email_forme', { email: 'nouveau.example.org' }],
  ['utilisateur', 'utilisateur_email_forme', { email: 'nouveau@example' }],
  ['utilisateur', 'utilisateur_email_forme', { email: 'nou@veau@example.org' }],
  ['utilisateur', 'utilisateur_email_forme', { email: 'nou veau@example.org' }],
  ['utilisateur', 'utilisateur_email_longueur', { email: `${'a'.repeat(243)}@example.org` }],
  ['utilisateur', 'utilisateur_email_texte', { email: 'nou\u0001veau@example.org' }],

  ['adhesion', 'adhesion_pk', { utilisateur_id: user }],
  ['adhesion', 'adhesion_utilisateur_fk', {}],
  ['adhesion', 'adhesion_responsable_fk', { responsable_id: unknown }],
  ['adhesion', 'adhesion_numero_carte_unique', { numero_carte: String(seed.utilisateurs[1]?.adhesion.numero_carte) }],
  ['adhesion', 'adhesion_numero_carte_forme', { numero_carte: 'a-1234' }],
  ['adhesion', 'adhesion_numero_carte_forme', { numero_carte: 'A12' }],
  ['adhesion', 'adhesion_numero_carte_forme', { numero_carte: 'A1234\n' }],
  ['adhesion', 'adhesion_numero_carte_forme', { numero_carte: 'A'.repeat(21) }],
  ['adhesion', 'adhesion_categorie_forme', { categorie: 'Sénior' }],
  ['adhesion', 'adhesion_categorie_forme', { categorie: '1er' }],
  ['adhesion', 'adhesion_categorie_forme', { categorie: 'a'.repeat(31) }],
  ['adhesion', 'adhesion_responsable_autre', { responsable_id: id }],
  ['adhesion', 'adhesion_blocage_entier', { blocage_motif: 'Carte prêtée' }],
  ['adhesion', 'adhesion_blocage_fin', { blocage_jusqu_au: '2026-12-24' }],
  ['adhesion', 'adhesion_blocage_motif_longueur', { blocage_motif: 'é'.repeat(501), blocage_depuis: '2026-12-24' }],
  ['adhesion', 'adhesion_blocage_motif_texte', { blocage_motif: 'prêtée ', blocage_depuis: '2026-12-24' }],

  ['livre', 'livre_pk', { id: book }],
  ['livre', 'livre_titre_longueur', { titre: 'é'.repeat(301) }],
  ['livre', 'livre_titre_texte', { titre: 'La\nnausée' }],
  ['livre', 'livre_auteur_longueur', { auteur: 'é'.repeat(201) }],
  ['livre', 'livre_auteur_texte', { auteur: ' Sartre' }],
  ['livre', 'livre_type_forme', { type: 'DVD' }],
  ['livre', 'livre_isbn_unique', { isbn }],
  ['livre', 'livre_tome_longueur', { tome: 'é'.repeat(21) }],
  ['livre', 'livre_tome_texte', { tome: '1 ' }],
  ['livre', 'livre_editeur_longueur', { editeur: 'é'.repeat(201) }],
  ['livre', 'livre_editeur_texte', { editeur: ' Gallimard' }],
  ['livre', 'livre_isbn_cle', { isbn: '9791032305691' }],
  ['livre', 'livre_isbn_forme', { isbn: '979-1032305690' }],
  ['livre', 'livre_isbn_forme', { isbn: '2070360024' }],
  ['livre', 'livre_isbn_forme', { isbn: '9790260000438' }],
  ['livre', 'livre_isbn_forme', { isbn: '9782070\n60024' }],

  ['exemplaire', 'exemplaire_pk', { id: copy, livre_id: shelved.livre_id }],
  ['exemplaire', 'exemplaire_livre_fk', { livre_id: unknown }],
  ['exemplaire', 'exemplaire_code_barres_unique', { code_barres: String(seed.exemplaires[0]?.code_barres) }],
  ['exemplaire', 'exemplaire_code_barres_forme', { code_barres: 'bm-9999' }],
  ['exemplaire', 'exemplaire_cote_longueur', { cote: 'é'.repeat(51) }],
  ['exemplaire', 'exemplaire_cote_texte', { cote: 'R ORW ' }],
  ['exemplaire', 'exemplaire_etat_connu', { etat: 'neuf' }],
  ['exemplaire', 'exemplaire_note_longueur', { note: 'é'.repeat(501) }],
  ['exemplaire', 'exemplaire_note_texte', { note: ' Taché' }],

  ['penalite', 'penalite_pk', { id: String(anothers?.id) }],
  ['penalite', 'penalite_utilisateur_fk', { utilisateur_id: unknown }],
  ['penalite', 'penalite_montant_bornes', { montant: 1000.01 }],
  ['penalite', 'penalite_montant_bornes', { montant: 0, statut: 'payee', reste_a_payer: 0 }],
  ['penalite', 'penalite_montant_centimes', { montant: 2.505 }],
  ['penalite', 'penalite_description_longueur', { description: 'é'.repeat(501) }],
  ['penalite', 'penalite_description_texte', { description: 'Retard ' }],
  ['penalite', 'penalite_statut_connu', { statut: 'oubliee', reste_a_payer: 0 }],
  ['penalite', 'penalite_reste_bornes', { reste_a_payer: 0.02 }],
  ['penalite', 'penalite_reste_bornes', { statut: 'payee', reste_a_payer: -0.01 }],
  ['penalite', 'penalite_reste_a_payer_centimes', { reste_a_payer: 0.005 }],
  ['penalite', 'penalite_reste_selon_statut', { reste_a_payer: 0 }],
  ['penalite', 'penalite_reste_selon_statut', { statut: 'payee' }],
  ['penalite', 'penalite_reste_selon_statut', { statut: 'annulee' }],

  ['mouvement', 'mouvement_pk', { id: String(seed.penalites[0]?.mouvements[0]?.id) }],
  ['mouvement', 'mouvement_penalite_fk', { penalite_id: unknown }],
  ['mouvement', 'mouvement_type_connu', { type: 'cadeau', motif: 'x' }],
  ['mouvement', 'mouvement_montant_bornes', { montant: 0 }],
  ['mouvement', 'mouvement_montant_bornes', { montant: 1000.01 }],
  ['mouvement', 'mouvement_montant_centimes', { montant: 2.505 }],
  ['mouvement', 'mouvement_moyen_connu', { moyen: 'troc' }],
  ['mouvement', 'mouvement_moyen_selon_type', { moyen: null }],
  ['mouvement', 'mouvement_moyen_selon_type', { type: 'annulation', motif: 'x' }],
  ['mouvement', 'mouvement_motif_longueur', { type: 'remboursement', motif: 'é'.repeat(501) }],
  ['mouvement', 'mouvement_motif_texte', { type: 'remboursement', motif: 'x ' }],
  ['mouvement', 'mouvement_motif_sauf_paiement', { motif: 'x' }],
  ['mouvement', 'mouvement_motif_sauf_paiement', { type: 'remboursement' }],
  ['mouvement', 'mouvement_annule_si_paiement', { type: 'remboursement', motif: 'x', ...struck }],
  ['mouvement', 'mouvement_date_si_annule', { motif: 'x', annule: true }],
  ['mouvement', 'mouvement_date_si_annule', { date_annulation: '2999-01-01 00:00:00' }],
  ['mouvement', 'mouvement_annule_apres', { motif: 'x', ...struck, date_annulation: '2000-01-01 00:00:00' }],

  ['emprunt', 'emprunt_pk', { id: String(charged?.id) }],
  ['emprunt', 'emprunt_utilisateur_fk', { utilisateur_id: unknown }],
  ['emprunt', 'emprunt_exemplaire_fk', { exemplaire_id: unknown }],
  ['emprunt', 'emprunt_perdu_si_clos', { perdu: true }],
  ['emprunt', 'emprunt_amende_si_perdu', { ...late, ...free, penalite_id: null, amende_id: free.penalite_id }],
  ['emprunt', 'emprunt_amende_fk', { ...late, perdu: true, amende_id: String(anothers?.id) }],
  ['emprunt', 'emprunt_echeance_apres_emprunt', { date_echeance: '2026-01-31' }],
  ['emprunt', 'emprunt_retour_apres_emprunt', { date_retour: '2026-01-30' }],
  ['emprunt', 'emprunt_prolongations_bornes', { prolongations: -1 }],
  ['emprunt', 'emprunt_regle_forme', { regle: 'dvd' }],
  ['emprunt', 'emprunt_regle_forme', { regle: 'Jeune/dvd' }],
  ['emprunt', 'emprunt_regle_forme', { regle: 'jeune/' }],
  ['emprunt', 'emprunt_regle_forme', { regle: '*/dvd/*' }],
  ['emprunt', 'emprunt_penalite_si_retard', owned],
  ['emprunt', 'emprunt_penalite_unique', { ...late, ...owned }],
  ['emprunt', 'emprunt_oublie_si_rendu', { utilisateur_id: null }],
  ['emprunt', 'emprunt_oublie_sans_penalite', { utilisateur_id: null, ...late, penalite_id: free.penalite_id }],
  [
    'emprunt',
    'emprunt_amende_unique',
    fined,
    [['emprunt', { ...accepted.emprunt, ...fined, id: 'b1e55ed0-0000-4000-8000-000000000001' }]],
  ],
  ['emprunt', 'emprunt_penalite_fk', { ...late, penalite_id: String(anothers?.id) }],

  ['reservation', 'reservation_pk', { id: shelved.id }],
  ['reservation', 'reservation_utilisateur_fk', { utilisateur_id: unknown }],
  ['reservation', 'reservation_livre_fk', { livre_id: unknown }],
  ['reservation', 'reservation_exemplaire_fk', { ...aside, exemplaire_id: unknown }],
  ['reservation', 'reservation_exemplaire_fk', { ...aside, livre_id: String(seed.livres.at(-1)?.id) }],
  ['reservation', 'reservation_exemplaire_unique', { ...sameTitle, ...aside, exemplaire_id: shelved.exemplaire_id }],
  ['reservation', 'reservation_place_unique', { ...sameTitle, place: shelved.place }],
  ['reservation', 'reservation_ouverte_unique', { ...sameTitle, utilisateur_id: shelved.utilisateur_id }],
  ['reservation', 'reservation_place_bornes', { place: 0 }],
  ['reservation', 'reservation_place_si_ouverte', { place: null }],
  ['reservation', 'reservation_place_si_ouverte', { ...closed, place: 7 }],
  ['reservation', 'reservation_statut_connu', { statut: 'oubliee', place: null }],
  ['reservation', 'reservation_exemplaire_si_mise_de_cote', { ...aside, exemplaire_id: null }],
  ['reservation', 'reservation_exemplaire_si_mise_de_cote', { ...closed, exemplaire_id: copy }],
  ['reservation', 'reservation_suspendue_si_en_attente', { ...aside, suspendue_jusqu_au: '2026-02-22' }],
  ['reservation', 'reservation_limite_selon_statut', { ...aside, date_limite: null }],
  ['reservation', 'reservation_limite_selon_statut', { ...closed, date_limite: '2026-02-22' }],
  ['reservation', 'reservation_cloture_selon_statut', { ...closed, date_cloture: null }],
  ['reservation', 'reservation_cloture_selon_statut', { date_cloture: '2026-02-23' }],
  ['reservation', 'reservation_expiree_apres_limite', { ...expired, date_cloture: '2026-02-22' }],
];

/** What is of the wrong type, for which PostgreSQL has types and the others a check. */
const BY_TYPE: [table: string, change: Row][] = [
  ['utilisateur', { id: 'Marie Curie' }],
  ['utilisateur', { id: `${id.slice(0, 35)}g` }],
  ['utilisateur', { date_creation: 'hier' }],
  ['livre', { id: '1' }],
  ['exemplaire', { date_entree: '2026-02-30' }],
  ['mouvement', { annule: 2 }],
  ['emprunt', { date_retour: '31/01/2026' }],
  ['emprunt', { perdu: 2 }],
  ['reservation', { suspendue_jusqu_au: 'demain' }],
];

/** What is left to pay is all of it when nothing is said: nothing is not refused there. */
const BY_ABSENCE: [table: string, change: Row][] = TABLES.flatMap(({ name, columns }) =>
  Object.entries(columns)
    .filter(([, { isOptional, defaultsTo }]) => !isOptional && !defaultsTo)
    .map(([column]): [string, Row] => [name, { [column]: null }]),
);

const reasonOf = (constraint: string): Reason => {
  const [, kind = ''] = /_(pk|unique|fk)$/.exec(constraint) ?? [];
  return kind === 'fk' ? 'foreign key' : kind ? 'unique' : 'check';
};

/** Every engine refuses these once the first are there, each for its reason, and by the constraint where one is named. */
export const WRONG: { table: string; row: Row; reason: Reason; constraint?: string; first: Named[] }[] = [
  ...BY_NAME.map(([table, constraint, change, first]) => ({
    table,
    change,
    reason: reasonOf(constraint),
    constraint,
    first: first ?? (constraint === 'adhesion_utilisateur_fk' ? [] : firstOf(table)),
  })),
  ...BY_TYPE.map(([table, change]) => ({ table, change, reason: 'type' as const })),
  ...BY_ABSENCE.map(([table, change]) => ({ table, change, reason: 'not null' as const })),
].map(({ table, change, ...why }) => ({
  first: firstOf(table),
  table,
  row: { ...accepted[table], ...change },
  ...why,
}));
