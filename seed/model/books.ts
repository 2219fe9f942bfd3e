import {
  code,
  entier,
  id,
  instant,
  jour,
  newId,
  now,
  onCard,
  optional,
  type Table,
  texte,
  today,
  word,
} from './model.ts';

const RANKS = Array.from({ length: 13 }, (_, i) => i + 1);

export const livre: Table = {
  name: 'livre',
  about: 'Œuvre au catalogue, dont la bibliothèque possède zéro, un ou plusieurs exemplaires',
  columns: {
    id: id('Identifiant du livre', newId),
    titre: texte(300, 'Titre original ou titre de la traduction française'),
    auteur: texte(200, "Auteur ou auteurs, tels que le livre les nomme ; NULL s'il n'en nomme pas", optional),
    isbn: code(
      13,
      "ISBN à treize chiffres, sans tiret, propre à un seul livre ou partagé par les tomes d'un ensemble ; NULL s'il n'en a pas ou s'il est inconnu",
      optional,
    ),
    tome: texte(20, "Numéro ou nom du tome ; NULL si le livre n'en est pas un", optional),
    annee: entier('Année de la première parution, négative avant notre ère ; NULL si elle est inconnue', optional),
    editeur: texte(200, "Éditeur ; NULL s'il est inconnu", optional),
    type: code(30, 'Type de document, tel que politique.yml le nomme : livre, bd, revue, dvd…', { default: "'livre'" }),
    date_creation: instant("Instant de l'entrée au catalogue", now),
  },
  uniqueWhere: { isbn_unique: { columns: ['isbn', "COALESCE(tome, '')"], when: 'isbn IS NOT NULL' } },
  checks: {
    type_forme: word('type'),
    isbn_forme: ({ length, contains }) =>
      [
        `${length('isbn')} = 13 AND NOT ${contains('isbn', '[^0-9]')}`,
        "(isbn LIKE '978%' OR isbn LIKE '979%') AND isbn NOT LIKE '9790%'",
      ].join(' AND '),
    isbn_cle: ({ length, contains, number }) => {
      const digits = (ranks: number[]) => ranks.map((rank) => number(`substr(isbn, ${rank}, 1)`)).join(' + ');
      const [odd, even] = [RANKS.filter((rank) => rank % 2 === 1), RANKS.filter((rank) => rank % 2 === 0)];
      return [
        `CASE WHEN ${length('isbn')} = 13 AND NOT ${contains('isbn', '[^0-9]')} THEN (`,
        `      ${digits(odd)}`,
        `      + 3 * (${digits(even)})`,
        '    ) % 10 ELSE 0 END = 0',
      ].join('\n');
    },
  },
  why: {
    isbn_unique:
      "Les tomes d'un ensemble partagent parfois un ISBN : chaque tome, comme le livre sans tome, ne l'a qu'une fois.",
    isbn_forme: 'Les numéros en 979-0 sont ceux des partitions.',
    isbn_cle: 'La somme des chiffres, un sur deux comptant triple, se termine par zéro.',
  },
};

export const exemplaire: Table = {
  name: 'exemplaire',
  about: "Exemplaire d'un livre, que son code-barres désigne",
  columns: {
    id: id("Identifiant de l'exemplaire", newId),
    livre_id: id("Livre dont c'est un exemplaire"),
    code_barres: code(20, 'Code-barres, propre à un seul exemplaire : 4 à 20 majuscules, chiffres ou tirets'),
    cote: texte(50, "Place en rayon ; NULL s'il n'en a pas", optional),
    etat: code(20, 'en_service, exclu_du_pret, en_reparation, perdu ou retire : seul le premier se prête', {
      default: "'en_service'",
    }),
    note: texte(500, 'Ce que la bibliothèque en note ; NULL si rien', optional),
    date_entree: jour("Jour de l'entrée dans les collections", today),
  },
  unique: { code_barres_unique: ['code_barres'], de_livre_unique: ['id', 'livre_id'] },
  references: { livre_fk: { verb: 'COMPORTER', table: 'livre', columns: ['livre_id'] } },
  checks: {
    code_barres_forme: onCard('code_barres'),
    etat_connu: "etat IN ('en_service', 'exclu_du_pret', 'en_reparation', 'perdu', 'retire')",
  },
  indexes: { livre_idx: { columns: ['livre_id'] } },
  why: {
    de_livre_unique: 'Cible de la clé étrangère de reservation, qui doit désigner un exemplaire du livre réservé.',
  },
};
