import type { Facts } from '../facts.ts';

/** What the first pages say: whose work it is, the plan, what was asked for, for whom, and what is hard in it. */

export const cover = {
  title: 'La bibliothèque',
  seconds: 15,
  notes: [
    'Bonjour. Nous présentons le système d’une bibliothèque municipale : qui est inscrit, quels livres, qui a quoi.',
    'Les trois champs du bas sont à remplir : noms, cours, date.',
  ],
  lead: ['Trois services sans serveur :', 'utilisateurs, livres, emprunts'],
  names: 'Prénom Nom, Prénom Nom, Prénom Nom',
  course: 'Intitulé du cours, établissement',
  date: 'Jour mois année',
};

/** Each part with the pages that it has, by their names in document.ts. */
export const plan = {
  title: 'Quinze minutes, cinq parties',
  seconds: 25,
  notes: [
    'D’abord ce qu’on nous a demandé, puis comment c’est bâti, service par service, avec un vrai appel à chaque fois.',
    'Ensuite les données, ce qui se passe quand cela casse, et une démonstration. Les mesures sont en annexe, pour vos questions.',
  ],
  parts: [
    { name: 'Le projet', about: 'les neuf fonctions, qui s’en sert, et ce qui est difficile' },
    { name: 'Les services', about: 'l’architecture, puis un vrai appel par service' },
    { name: 'Les données', about: 'le modèle conceptuel, le modèle logique, DynamoDB' },
    { name: 'La fiabilité', about: 'comment les services se parlent ; que faire d’une panne' },
    { name: 'Le bilan', about: 'la démonstration, ce qui est fait, ce qui vient ensuite' },
  ],
};

export const functions = ({ operations, commands, tasks, seed }: Facts) => ({
  title: 'Le projet : neuf fonctions, trois services',
  seconds: 55,
  notes: [
    'Le sujet demande neuf fonctions, trois par service. Les voici par leur nom, avec l’appel qui rend chacune.',
    'Les livres : ajouter, modifier, supprimer ; rechercher par titre et auteur ; vérifier la disponibilité.',
    'Les utilisateurs : créer, modifier, supprimer des comptes ; vérifier les informations d’une personne ; gérer les pénalités des retardataires.',
    'Les emprunts : enregistrer un emprunt ; lister ceux qui sont en cours ; notifier les retards.',
    `Autour d’elles, le système a ${operations} opérations HTTP. Il démarre rempli : ${seed.users} personnes, ${seed.books} livres, ${seed.loans} emprunts.`,
  ],
  services: {
    books: {
      name: 'Livres',
      functions: [
        ['Ajouter, modifier, supprimer un livre', 'POST PATCH DELETE /livres'],
        ['Rechercher par titre et auteur', 'GET /livres?titre=…'],
        ['Vérifier la disponibilité', 'GET …/disponibilite'],
      ],
    },
    users: {
      name: 'Utilisateurs',
      functions: [
        ['Créer, modifier, supprimer des comptes', 'POST PATCH DELETE …'],
        ['Vérifier les informations d’un utilisateur', 'GET …/verification'],
        ['Gérer les pénalités des retardataires', 'POST …/penalites'],
      ],
    },
    loans: {
      name: 'Emprunts',
      functions: [
        ['Enregistrer un emprunt', 'POST /emprunts'],
        ['Lister les emprunts en cours d’un utilisateur', 'GET …/emprunts'],
        ['Notifier les retards', 'POST …/notifications'],
      ],
    },
  },
  counted: `${operations} opérations HTTP · ${commands} commandes privées · ${tasks} tâches planifiées · une table par service`,
});

export const uses = {
  title: 'Qui s’en sert, et pour quoi faire',
  seconds: 35,
  notes: [
    'Le public cherche un livre et voit s’il est en rayon : sans jeton.',
    'L’adhérent fait de même, suit ce qu’il a et ce qu’il doit, prolonge et réserve. Il ne voit que ce qui est à lui : le reste lui est refusé, que cela existe ou non.',
    'Le bibliothécaire tient le guichet, les comptes et le catalogue. L’horloge lance les rappels et finit ce qui a été coupé.',
  ],
  system: 'La bibliothèque',
  actors: { public: 'Public', member: 'Adhérent', librarian: 'Bibliothécaire', clock: 'Horloge' },
  cases: {
    search: 'Chercher un livre',
    available: 'Voir s’il est en rayon',
    follow: 'Suivre ses emprunts et ses pénalités',
    renew: 'Prolonger, réserver',
    desk: 'Prêter, reprendre',
    accounts: 'Tenir les comptes et les pénalités',
    catalogue: 'Tenir le catalogue',
    notify: 'Notifier les retards',
    finish: 'Finir ce qui a été coupé',
  },
};

export const problem = {
  title: 'Le problème : un prêt change trois choses à la fois',
  seconds: 45,
  notes: [
    'Prêter un livre, c’est prendre une place sur le compte, prendre un exemplaire du livre, et écrire l’emprunt. Trois écritures, dans trois services.',
    'Entre deux, tout peut arriver : un autre guichet prête le même exemplaire, une fonction meurt, une réponse se perd et la demande repart.',
    'Nous voulions une promesse simple : jamais un exemplaire prêté deux fois, jamais une amende perdue ou comptée deux fois.',
  ],
  loan: 'Un prêt',
  changes: {
    users: ['Utilisateurs', 'une place sur le compte'],
    books: ['Livres', 'un exemplaire'],
    loans: ['Emprunts', 'la fiche de l’emprunt'],
  },
  dangers: [
    ['Deux guichets', 'Ils prêtent le dernier exemplaire au même instant.'],
    ['Une panne', 'La fonction s’arrête entre deux écritures.'],
    ['Une réponse perdue', 'L’appelant ne sait pas, et redemande.'],
  ],
  promise: 'Jamais un exemplaire prêté deux fois, jamais une amende comptée deux fois',
};
