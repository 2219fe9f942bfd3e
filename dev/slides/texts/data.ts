/** What the pages of the data say. Entities, associations and columns come from seed/model. */

export const mcd = {
  title: 'Le modèle conceptuel (MCD)',
  seconds: 45,
  notes: [
    'Huit entités, onze associations. Un identifiant est souligné.',
    'On le lit depuis l’utilisateur : il effectue de zéro à n emprunts, doit de zéro à n pénalités, demande de zéro à n réservations.',
    'Un emprunt concerne un exemplaire, et un livre comporte des exemplaires : c’est l’exemplaire qui a un code-barres, qui se prête et qui se perd.',
    'Un emprunt est une entité, car on peut emprunter deux fois le même livre. Son 0,1 vers l’utilisateur dit qu’un emprunt rendu oublie son emprunteur.',
    'Les couleurs sont celles des services.',
  ],
};

export const mld = {
  title: 'Le modèle logique (MLD)',
  seconds: 30,
  notes: [
    'Huit tables. Une cardinalité 1,1 est devenue une clé étrangère obligatoire, 0,1 une clé étrangère facultative.',
    'Le même modèle, avec les mêmes données, se charge dans PostgreSQL, MySQL ou MariaDB, et SQLite. Un test le compare ligne à ligne à ce que DynamoDB reçoit.',
  ],
  legend: { primary: 'Clé primaire', keys: '· # clé étrangère · ° unique ·', optional: 'facultatif' },
};

export const dynamo = {
  title: 'De là à DynamoDB : partir des questions',
  seconds: 55,
  notes: [
    'Dans DynamoDB, on part des questions qu’on pose, et chacune est une requête : jamais de parcours de table.',
    'Le compte porte ses emprunts en cours et ce qu’il doit. Le livre porte ses exemplaires et qui les a. Ce qu’une règle regarde tient donc dans un seul élément.',
    'Chaque élément a une version. On lit, on décide, et l’écriture exige la version qu’on a lue. Si un autre est passé entre-temps, DynamoDB refuse : on relit et on décide de nouveau.',
    'Une adresse, une carte, un ISBN, un code-barres restent uniques grâce à un élément gardien, écrit dans la même transaction.',
  ],
  columns: ['Table', 'Clés de ses éléments', 'La question qu’elle règle'],
  rows: {
    users: ['utilisateurs', '`UTILISATEUR#…` compte, pénalités', 'Peut-il emprunter ?'],
    books: ['livres', '`LIVRE#…` titre, exemplaires, file', 'En reste-t-il ? Qui attend ?'],
    loans: ['emprunts', '`EMPRUNT#…` fiche, deux index', 'Qui a quoi ? Qui est en retard ?'],
  },
  code: ['UpdateItem  UTILISATEUR#c5ac6e9a…', 'SET  version = version + 1, …', 'IF   version = :vue'],
  write: {
    heading: 'Écrire à la version vue',
    words: [
      'on lit, on décide, on écrit si rien n’a bougé',
      'sinon on relit, et on décide de nouveau',
      'une écriture en retard, ou en double, ne fait rien',
    ],
  },
};

/** Words of the model, which are identifiers there, as French writes them in capitals. */
export const ACCENTED: Record<string, string> = {
  PENALITE: 'PÉNALITÉ',
  ADHESION: 'ADHÉSION',
  RESERVATION: 'RÉSERVATION',
  ADHERER: 'ADHÉRER',
  REPONDRE: 'RÉPONDRE',
  REGLER: 'RÉGLER',
};
