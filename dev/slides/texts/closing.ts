import type { Facts } from '../facts.ts';

/** What the last pages say: what was done, what was learnt, what comes next, and where to look. */

export const balance = ({ operations }: Facts) => ({
  title: 'Le bilan',
  seconds: 40,
  notes: [
    `Les neuf fonctions sont faites, dans ${operations} opérations, avec leur document OpenAPI et leur collection Postman. Tout tourne sur un portable, sans compte AWS.`,
    'Ce que nous avons appris : décider avant d’écrire, et écrire à la version vue. La moitié du travail est dans ce qui arrive quand cela casse.',
    'Ce que nous ne savons pas encore : le système n’a pas servi sur un vrai compte AWS. Ses paquets tournent sur un remplaçant, et les latences restent à mesurer.',
  ],
  cards: [
    {
      heading: 'Fait',
      words: [
        'les neuf fonctions, et ce qui les rend utilisables : réservations, exemplaires, adhésions',
        'le même code sur un portable et sur AWS, en une commande',
        'les erreurs disent en français quoi corriger',
      ],
    },
    {
      heading: 'Appris',
      words: [
        'une promesse se prouve en coupant chaque requête',
        'ce qui casse est la moitié du travail',
        'un mur entre services se vérifie : par un outil, par des droits',
      ],
    },
    {
      heading: 'Pas encore su',
      words: [
        'jamais déployé sur un vrai compte AWS : essayé sur un remplaçant',
        'les latences d’AWS restent à mesurer',
        'pas d’écran pour le public : une interface HTTP',
      ],
    },
  ],
  kept: 'Décider sur ce qu’on a lu, écrire à la version vue',
});

export const next = {
  title: 'La suite, à trois horizons',
  seconds: 35,
  notes: [
    'D’abord, mettre en service : un compte AWS, un expéditeur vérifié, et les premières mesures.',
    'Dans l’année, ouvrir à ceux qui ne parlent pas HTTP : un écran pour le public, un pour le guichet.',
    'Plus tard, quand d’autres en auront besoin : EventBridge pour informer d’autres systèmes, OpenSearch pour pardonner les fautes de frappe.',
  ],
  horizons: [
    {
      when: 'Ce trimestre',
      heading: 'Mettre en service',
      words: [
        'un compte AWS, un expéditeur vérifié dans SES',
        'mesurer les latences et les coûts réels',
        'reprendre un vrai catalogue, en CSV ou en MARC',
      ],
    },
    {
      when: 'Cette année',
      heading: 'Ouvrir aux lecteurs',
      words: [
        'un écran pour le public, un pour le guichet',
        'une borne de prêt, par code-barres',
        'SQS devant SES, pour des milliers de rappels',
      ],
    },
    {
      when: 'Plus tard',
      heading: 'Grandir',
      words: [
        'EventBridge, pour informer d’autres systèmes',
        'OpenSearch, pour pardonner les fautes de frappe',
        'plusieurs bibliothèques, un seul catalogue',
      ],
    },
  ],
};

export const questions = {
  title: 'Des questions ?',
  seconds: 10,
  notes: [
    'Merci. L’annexe a les mesures : ce que coûte chaque opération, la mémoire des fonctions, la recherche et la passerelle.',
  ],
  lead: 'Tout est dans le dépôt, et se vérifie',
  places: [
    ['Essayer', '`npm ci` puis `npm start`'],
    ['Lire', 'docs/architecture.md, docs/mcd.md'],
    ['Appeler', 'localhost:3000/docs, ou Postman'],
    ['Vérifier', '`npm test`'],
  ],
};
