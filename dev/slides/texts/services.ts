import type { Facts } from '../facts.ts';

/** What the pages of the services say: the whole, then each with a real call. */

const euros = (amount: number): string => `${amount.toFixed(2).replace('.', ',')} €`;

export const architecture = ({ services, operations, commands, tasks }: Facts) => ({
  title: 'L’architecture : chaque service a ses fonctions et sa table',
  seconds: 65,
  notes: [
    `Un appel arrive à l’API Gateway, qui lance une fonction Lambda : une par opération, ${operations} en tout. La fonction vérifie elle-même la signature du jeton.`,
    'Chaque service a sa table DynamoDB, et personne d’autre n’y touche. Sur AWS, ce mur est un droit : chaque fonction a son rôle, limité à ce qu’elle fait.',
    `Pour prêter ou rendre, les emprunts demandent aux deux autres par des commandes privées : ${commands} fonctions sans route HTTP.`,
    `${tasks} tâches planifiées font le reste : rappels, réservations, oubli, et reprise de ce qui a été coupé. Les courriels partent par SES.`,
    'Sur un portable, les mêmes fonctions tournent derrière un émulateur, avec une commande : npm start.',
  ],
  clients: ['Postman,', 'navigateur, guichet'],
  gateway: 'API Gateway',
  issuer: ['**Cognito**', 'donne les jetons JWT'],
  services: {
    users: [
      '**Utilisateurs**',
      `${services.users.operations} opérations`,
      `${services.users.commands} commandes privées`,
    ],
    loans: ['**Emprunts**', `${services.loans.operations} opérations`, `${services.loans.commands} commande privée`],
    books: ['**Livres**', `${services.books.operations} opérations`, `${services.books.commands} commandes privées`],
  },
  tables: { users: 'utilisateurs', loans: 'emprunts', books: 'livres' },
  commands: 'commandes privées',
  clock: ['**EventBridge**', `${tasks} tâches, dont`, `${services.loans.tasks} des emprunts`],
  mail: ['**SES**', 'courriels'],
  laptop: ['**Sur un portable**, tout tourne par `npm start`'],
  aws: ['**Sur AWS**, un rôle par fonction : le mur est un droit'],
});

export const users = ({ services, policy }: Facts) => ({
  title: 'Utilisateurs : qui est-ce, et peut-il emprunter ?',
  seconds: 50,
  notes: [
    'Le service des utilisateurs tient les comptes, leur adhésion et leurs pénalités.',
    'La vérification est la fonction du guichet. On donne le nom et le prénom que dit la personne : ils sont comparés au compte, sans égard à la casse ni aux accents.',
    'La réponse est vraie, prise sur le système en marche. Maëlys est bien elle, mais elle ne peut pas emprunter : elle doit 5 €, et deux livres sont en retard. Tous les motifs sont dits, en une seule lecture.',
    'Le prêt applique les mêmes règles, écrites une seule fois.',
  ],
  cards: [
    {
      heading: `${services.users.operations} opérations`,
      words: [
        '**Comptes** : créer, chercher, lire, modifier, supprimer, bloquer, débloquer',
        '**Vérifier** les informations d’une personne',
        '**Pénalités** : la page suivante',
      ],
    },
    {
      heading: 'Ce qui empêche d’emprunter',
      words: [
        'une pénalité due, un livre en retard',
        `${policy.emprunts} livres dehors, pour un adulte`,
        'un compte bloqué, une adhésion expirée',
      ],
    },
  ],
  kept: 'Tous les motifs à la fois, en une seule lecture',
  fields: [
    'utilisateur_id',
    'peut_emprunter',
    'motifs',
    'total_impaye',
    'emprunts_en_cours',
    'emprunts_en_retard',
    'limite_emprunts',
    'categorie',
    'reservations_en_cours',
    'limite_reservations',
    'informations',
  ],
});

export const penalties = ({ policy }: Facts) => ({
  title: 'Utilisateurs : les pénalités des retardataires',
  seconds: 60,
  notes: [
    `Une pénalité naît d’un retour en retard : ${euros(policy.amende_par_jour)} par jour, ${euros(policy.amende_maximale)} au plus. Elle naît aussi d’un livre perdu, ou de la main du bibliothécaire.`,
    'Elle est comptée une fois, quoi qu’il arrive au milieu du retour. Tant qu’elle est due, le prêt est refusé : 409, penalites_impayees.',
    'Elle se paie en plusieurs fois. Ici, un paiement de 4 € par carte sur 10 : il en reste 6, et elle est encore impayée.',
    'Rien ne s’efface : un paiement enregistré par erreur reste écrit, annulé, avec sa raison. Les montants sont des centimes entiers. Le reste à payer se déduit des mouvements.',
    'Quand tout est payé, et que plus rien n’est en retard, la même personne emprunte de nouveau, aussitôt.',
  ],
  steps: [
    ['Retour en retard', '90 jours'],
    ['Pénalité', `${policy.amende_maximale} €, le plafond`],
    ['Prêt refusé', '409'],
    ['Paiements', '4 €, puis 6 €'],
    ['Prêt permis', 'aussitôt'],
  ],
  cards: [
    {
      heading: 'D’où elle vient',
      words: [
        `un retard : ${euros(policy.amende_par_jour)} par jour, ${policy.amende_maximale} € au plus`,
        'un livre perdu, une couverture abîmée',
      ],
    },
    {
      heading: 'Comment elle se règle',
      words: [
        'payer, en une ou plusieurs fois',
        'annuler le reste, rembourser',
        'corriger un paiement : il reste écrit, annulé',
      ],
    },
  ],
  returned: ['jours_retard', 'penalite'],
  paid: ['description', 'statut', 'reste_a_payer'],
});

export const books = ({ services }: Facts) => ({
  title: 'Livres : le trouver, savoir s’il est en rayon',
  seconds: 45,
  notes: [
    'Le catalogue est public : chercher et voir la disponibilité ne demandent pas de jeton.',
    'On cherche comme on tape : le début des mots, sans accents, sans majuscules. « etranger » trouve « L’Étranger ».',
    'Deuxième appel : cinq exemplaires, quatre en rayon, et le jour du prochain retour. Ce nombre n’est écrit nulle part : c’est ce que la bibliothèque a, moins ce qui est dehors. Il ne peut donc pas dériver.',
    'Un livre se trouve dès la demande qui suit son ajout.',
  ],
  cards: [
    {
      heading: `${services.books.operations} opérations`,
      words: [
        '**Catalogue** : ajouter, lire, modifier, supprimer',
        '**Rechercher** : titre, auteur, ISBN, type',
        '**Disponibilité** : en rayon, prochain retour',
        '**Exemplaires** : code-barres, cote, état',
      ],
    },
    {
      heading: 'On cherche comme on tape',
      words: ['`exupery` trouve « Saint-Exupéry »', '`letranger` trouve « L’Étranger »', '`oeuvre` trouve « Œuvre »'],
    },
  ],
  found: ['titre', 'auteur', 'isbn', 'annee', 'exemplaires', 'disponibles'],
  available: ['exemplaires', 'disponibles', 'disponible', 'prochain_retour', 'reservations'],
});

export const loans = ({ services, policy, notices, tasks }: Facts) => ({
  title: 'Emprunts : prêter, suivre, rappeler',
  seconds: 55,
  notes: [
    'Au guichet, personne ne tape d’identifiant : une carte et un code-barres suffisent. Ici, une carte et un titre : le système choisit l’exemplaire en rayon.',
    `La réponse dit l’échéance : ${policy.jours} jours, reportés au prochain jour ouvert. On prolonge ${policy.prolongations} fois, sauf si quelqu’un attend le livre.`,
    `Le service liste les emprunts en cours d’une personne, et les retards de tous. Il écrit à chacun ${notices.length} fois au plus par échéance : ${notices.join(', ')}.`,
    'Un retour en retard calcule la pénalité et la transmet aux utilisateurs. La même demande, répétée avec la même clé, reçoit la première réponse.',
  ],
  cards: [
    {
      heading: `${services.loans.operations} opérations, ${tasks - services.users.tasks} tâches`,
      words: [
        '**Guichet** : prêter, reprendre, prolonger',
        '**Suivre** : emprunts en cours, retards',
        '**Réserver** : la file d’attente d’un titre',
        '**Notifier** : un courriel par personne',
      ],
    },
    {
      heading: 'Les règles, dans politique.yml',
      words: [
        `${policy.emprunts} livres, ${policy.jours} jours, ${policy.prolongations} prolongations`,
        `${euros(policy.amende_par_jour)} par jour de retard, ${policy.amende_maximale} € au plus`,
        `rappels : ${notices.join(', ')}`,
      ],
    },
  ],
  lent: ['titre', 'code_barres', 'date_emprunt', 'date_echeance', 'statut', 'prolongations', 'en_retard'],
  notified: ['notifications_envoyees', 'utilisateurs_notifies', 'sans_adresse'],
});
