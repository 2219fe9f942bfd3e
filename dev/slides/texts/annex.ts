/** What the annex says. Its numbers are those of docs/performance.md, read at every build. */

export const costs = {
  title: 'Annexe : ce que coûte une opération',
  seconds: 30,
  notes: [
    'Chaque ligne est comptée, dans une bibliothèque de 1 000 puis de 100 000 comptes, livres et emprunts : les nombres ne changent pas.',
    'Une requête est un échange avec DynamoDB. Prêter compte les trois services ensemble : deux lectures, quatre écritures.',
  ],
  columns: ['Opération', 'Requêtes', 'Unités lues', 'Unités écrites'],
  /** The row of docs/performance.md, and how the slide names it. */
  rows: [
    ['GET /utilisateurs/{id}/verification', 'vérifier une personne'],
    ['GET /livres/{id}/disponibilite', 'disponibilité d’un livre'],
    ['POST /emprunts', 'prêter'],
    ['POST /emprunts/{id}/retour (à l’heure)', 'rendre à l’heure'],
    ['POST /emprunts/{id}/retour (en retard)', 'rendre en retard, avec sa pénalité'],
    ['POST /emprunts/{id}/prolongation', 'prolonger'],
    ['GET /emprunts/retards (page de 20)', 'une page de 20 retards'],
    ['réconciliation, rien à régler', 'le réconciliateur, quand tout va bien'],
  ] as [string, string][],
  kept: 'Les mêmes nombres à 1 000 et à 100 000 comptes, livres et emprunts',
};

export const memory = {
  title: 'Annexe : la mémoire d’une fonction',
  seconds: 30,
  notes: [
    'Lambda donne du processeur avec la mémoire. Chaque ligne est un prêt, mesuré sur le remplaçant d’AWS de nos tests : AWS démarre un processus plus vite que ce tableau.',
    'À 1 024 Mo, un prêt à froid prend moins de la moitié du temps qu’à 512. Au-delà, on paie la moitié plus pour gagner un tiers.',
  ],
  columns: ['Mémoire', 'Un prêt à froid', 'Un prêt à chaud', 'Un million de prêts'],
  sizes: ['256 Mo', '512 Mo', '1024 Mo', '1769 Mo'],
  chosen: '1024 Mo',
  kept: 'Choisi : 1 024 Mo pour toutes les fonctions',
};

export const rates = {
  title: 'Annexe : chercher, et passer par la passerelle',
  seconds: 30,
  notes: [
    'À gauche, une page de 20 livres parmi 100 000 : cinq Query et 150 unités au plus, quoi qu’on tape.',
    'À droite, notre débit rapporté à celui de la fonction la plus simple qui fasse le même travail, sans validation, sans règles, sans reprise ni journal. Ce sont les rapports qui comptent, pas les millisecondes d’un portable.',
  ],
  search: {
    columns: ['On tape', 'Query', 'Unités'],
    rows: ['titre=le xylophone', 'titre=jardin', 'titre=le la', 'q=marie', 'q=martin le'],
    caption: 'Une page de 20, parmi 100 000 livres',
  },
  gateway: {
    columns: ['Opération', '1 appelant', '20 appelants'],
    rows: ['lire un compte', 'vérifier un compte', 'chercher un livre', 'prêter', 'rendre'],
    caption: 'Débit, pour 1 à la fonction la plus simple',
  },
  kept: 'Cinq Query et 150 unités au plus par page de recherche, quoi qu’on tape',
};
