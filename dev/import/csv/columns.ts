/**
 * The columns of our files, and the names by which other programs know them: spreadsheets, Koha, PMB, BCDI, Evergreen,
 * BiblioteQ, LibraryThing, Goodreads.
 * Case, accents, spaces and signs do not count, and `n°`, `no` and `numéro` are one word: each name stands once.
 */

export type Kind = 'livres' | 'utilisateurs';

const BOOKS = {
  livre_id: [
    'livre_id',
    'id',
    'biblionumber',
    'id notice',
    'notice id',
    'n° de notice',
    'n° notice',
    'record id',
    'bib id',
    'book id',
  ],
  titre: ['titre', 'title', 'titre propre', 'titre principal', 'titre du document', 'main title', 'tit1'],
  sous_titre: ['sous_titre', 'subtitle', 'complément du titre', 'tit4'],
  auteur: ['auteur', 'auteurs', 'author', 'authors', 'auteur principal', 'nom de l’auteur', 'primary author'],
  isbn: ['isbn', 'isbn13', 'ean13', 'ean', 'isbn/ean', 'n° isbn', 'isbn/issn', 'isbn10', 'isbns'],
  tome: [
    ...['tome', 'volume', 'vol', 'n° de tome', 'n° tome', 'n° de volume', 'n° du volume', 'n° dans la série'],
    ...['part number', 'volume number', 'tnvol'],
  ],
  editeur: ['editeur', 'éditeurs', 'publisher', 'maison d’édition', 'éditeur principal', 'publishercode', 'ed1'],
  annee: [
    ...['annee', 'year', 'date de publication', 'date de parution', 'date d’édition', 'année de publication'],
    ...['année de parution', 'année d’édition', 'année édition', 'publication date', 'publication year', 'pubdate'],
    ...['date of publication', 'year published', 'copyrightdate', 'date1'],
    ...['original publication year'],
  ],
  type: [
    ...['type', 'support', 'type de document', 'type document', 'nature', 'item type', 'itype', 'format'],
    ...['circ modifier', 'typdoc'],
  ],
  exemplaires: [
    ...['exemplaires', 'copies', 'nombre d’exemplaires', 'nb exemplaires', 'nb d’exemplaires', 'nb ex', 'nbre ex'],
    ...['nbre d’exemplaires', 'quantité', 'quantity', 'number of copies', 'copy count'],
  ],
  code_barres: [
    ...['code_barres', 'code barre', 'code à barres', 'barcode', 'n° d’inventaire', 'n° inventaire', 'inventaire'],
    ...['n° d’exemplaire', 'n° exemplaire', 'code exemplaire', 'code-barres exemplaire', 'item barcode', 'expl_cb'],
    ...['copy barcode', 'cb'],
  ],
  cote: ['cote', 'call number', 'shelfmark', 'itemcallnumber', 'call number label', 'cote exemplaire', 'expl_cote'],
  note: [
    ...['note', 'notes', 'remarque', 'remarques', 'commentaire', 'note d’exemplaire', 'itemnotes', 'expl_note'],
    ...['item note', 'copy note'],
  ],
  etat: ['etat', 'état de l’exemplaire'],
} as const;

const MEMBERS = {
  numero_carte: [
    ...['numero_carte', 'carte', 'n° de carte', 'n° de la carte', 'card', 'card number', 'code lecteur', 'n° lecteur'],
    ...['n° de lecteur', 'n° d’adhérent', 'n° adhérent', 'code adhérent', 'n° d’abonné', 'n° abonné', 'code-barres'],
    ...['code barre', 'barcode', 'card barcode', 'patron barcode', 'empr_cb'],
  ],
  nom: ['nom', 'name', 'last name', 'surname', 'nom de famille', 'family name', 'nom usuel', 'empr_nom'],
  prenom: ['prenom', 'prénoms', 'first name', 'given name', 'first given name', 'empr_prenom'],
  email: [
    ...['email', 'mail', 'courriel', 'adresse électronique', 'adresse e-mail', 'adresse mail', 'adresse courriel'],
    ...['email address', 'primary email', 'mél', 'empr_mail'],
  ],
  categorie: [
    ...['categorie', 'category', 'catégorie de lecteur', 'catégorie d’adhérent', 'categorycode', 'patron category'],
    ...['profile', 'profile name', 'empr_categ'],
  ],
  date_naissance: [
    ...['date_naissance', 'date de naissance', 'birth date', 'date of birth', 'né le', 'née le', 'dob'],
    ...['naissance', 'birthday'],
  ],
  date_fin: [
    ...['date_fin', 'expiry', 'expiry date', 'expiration date', 'fin d’abonnement', 'date de fin d’abonnement'],
    ...['fin d’adhésion', 'date de fin d’adhésion', 'date de fin', 'date d’expiration', 'dateexpiry', 'expire date'],
    ...['expires', 'empr_date_expiration'],
  ],
  responsable: ['responsable', 'guarantor', 'responsable_carte', 'carte du responsable', 'n° de carte du responsable'],
  blocage_motif: ['blocage_motif', 'motif de blocage', 'motif du blocage', 'debarredcomment'],
  blocage_jusqu_au: ['blocage_jusqu_au', 'bloqué jusqu’au', 'fin de blocage', 'debarred'],
} as const;

/** Each column of a kind, with its names; our own comes first. */
export const NAMES = { livres: BOOKS, utilisateurs: MEMBERS } as const;

export type Column<K extends Kind> = keyof (typeof NAMES)[K] & string;

/** The column without which a file cannot be of its kind. */
export const REQUIRED = { livres: 'titre', utilisateurs: 'nom' } as const;

/** What a file may say in several columns: of these the one that is named first above and says something counts. */
export const SAID_AGAIN: readonly string[] = ['isbn', 'annee'];

/** What a report of refused records has before the record's own columns. Reading leaves it without a word. */
export const REPORT_COLUMNS = ['numero', 'champ', 'raison'] as const;

/** The columns of what is exported, in their order. A copy has a row; a title without copies has one as well. */
export const EXPORTED = {
  livres: [
    ...['livre_id', 'titre', 'auteur', 'isbn', 'tome', 'editeur', 'annee', 'type', 'exemplaires'],
    ...['code_barres', 'cote', 'note', 'etat'],
  ],
  utilisateurs: [
    ...['numero_carte', 'nom', 'prenom', 'email', 'categorie', 'date_naissance', 'date_fin', 'responsable'],
    ...['blocage_motif', 'blocage_jusqu_au', 'date_creation'],
  ],
} as const satisfies Record<Kind, readonly string[]>;
