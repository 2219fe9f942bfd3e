import type { Facts } from '../facts.ts';

/** What the pages say of the system at work: how its services talk, what happens when something breaks, how to see it. */

export const communication = {
  title: 'Comment les services se parlent : le choix et son prix',
  seconds: 60,
  notes: [
    'Au guichet, la personne attend un oui ou un non, tout de suite. Nous avons donc choisi des commandes synchrones : les emprunts demandent, et attendent la réponse.',
    'Le prix : si un service manque, pas de prêt, 503. Et il a fallu écrire la reprise nous-mêmes : le réconciliateur, qui suit le même tableau que la demande, environ trois cents lignes avec lui.',
    'Avec des événements, rien ne bloque, mais la réponse devient « on vous dira ». Step Functions fournit la reprise, mais crée une seconde vérité à côté de la fiche.',
    'Soyons honnêtes : une seule équipe qui ne séparera jamais ses services devrait prendre la transaction sur les trois tables. C’est le plus simple.',
  ],
  columns: ['La façon', 'On y gagne', 'On le paie'],
  rows: [
    [
      '**Commandes synchrones**, notre choix',
      'un oui ou un non définitif, aussitôt',
      '503 si un service manque ; la reprise est à écrire',
    ],
    ['**Événements** : SNS, SQS', 'un service en panne ne bloque personne', 'la réponse devient « on vous dira »'],
    ['**Step Functions**', 'la reprise et sa trace sont fournies', 'une seconde vérité à côté de la fiche'],
    ['**Une transaction** sur trois tables', 'le plus simple et le plus sûr', 'la fin des murs entre services'],
  ],
  kept: 'Pour une seule équipe à jamais, la transaction serait le meilleur choix',
};

export const failures = ({ alarms }: Facts) => ({
  title: 'Quand cela casse : fini ou défait, jamais à moitié',
  seconds: 55,
  notes: [
    'Une fiche d’emprunt porte un transit tant que l’opération n’est pas finie. Chaque minute, le réconciliateur reprend celles qui attendent depuis plus de soixante secondes.',
    'Un prêt coupé est défait : la place et l’exemplaire sont rendus. Un retour coupé est mené à bien, car le livre est sur le comptoir.',
    'Un test coupe chaque requête de chaque opération, avant et après, puis vérifie les réponses et les trois tables : npm test -- crash-points.',
    'Deux fenêtres restent, et nous les disons : la dernière écriture est faite mais plus rien ne répond ; un rappel dont on ne sait pas s’il est parti, et qu’on ne renvoie pas.',
    `Sur AWS, ${alarms} alarmes préviennent.`,
  ],
  columns: ['Coupé pendant', 'Le réconciliateur', 'On retrouve'],
  rows: [
    ['**un prêt**', 'le défait', 'place et exemplaire libres, aucune trace'],
    ['**une prolongation**', 'la défait', 'l’ancienne échéance partout'],
    ['**un retour**', 'le mène à bien', 'livre rendu, pénalité comptée une fois'],
    ['**un rappel**', 'n’y touche pas', 'jamais deux fois le même courriel'],
  ],
  cards: [
    { heading: 'Comment', words: ['chaque minute, après 60 s de patience', `sur AWS, ${alarms} alarmes préviennent`] },
    { heading: 'La preuve', words: ['chaque requête est coupée, avant et après', 'le test `crash-points`'] },
    {
      heading: 'Ce qui reste',
      words: ['l’ultime réponse perdue : 503, mais c’est fait', 'un rappel parti ou non : pas renvoyé'],
    },
  ],
});

export const demonstration = ({ chapters }: Facts) => ({
  title: 'Démonstration : une histoire entière dans Postman',
  seconds: 55,
  notes: [
    'Cette fenêtre est un dessin de Postman, pas une photo : l’application n’est pas sur la machine qui fait ces diapositives. L’appel et la réponse sont vrais. Une capture de votre écran peut prendre sa place.',
    `Le dossier « Démonstration » raconte une histoire en ${chapters.length} chapitres, dans l’ordre : Zoé s’inscrit, trouve un livre, l’emprunte ; des refus ; un retour en retard ; les rappels.`,
    'Il range ce qu’il crée : on peut le relancer aussitôt. Sans Postman, npm run demo raconte la même histoire dans un terminal.',
    'Regardez la réponse : le prêt est refusé, et les deux motifs sont dits, en code pour le programme et en français pour la personne.',
  ],
  window: 'Bibliothèque',
  folder: 'Démonstration',
  chapters,
  open: chapters.find((chapter) => chapter.includes('refus')) ?? '',
  tabs: ['Params', 'Authorization', 'Headers', 'Body'],
  send: 'Send',
  fields: ['code', 'detail', 'motifs'],
});

export const inbox = ({ notices }: Facts) => ({
  title: 'Démonstration : le rappel dans la boîte de réception',
  seconds: 30,
  notes: [
    'Voici un vrai courriel, dans la boîte de l’émulateur local : localhost, port 8005.',
    'Un seul message par personne, pour tous ses livres. Il dit le titre, le jour, le retard, et ce que coûterait un retour aujourd’hui : la même fonction calcule l’amende du retour.',
    'L’étape est inscrite avant l’envoi. Lancés deux fois, les rappels n’écrivent donc qu’une fois.',
  ],
  steps: notices,
  due: 'échéance',
  words: [
    '**Un message par personne**, pour tous ses livres',
    '**L’amende annoncée** est celle du retour : c’est la même fonction',
    '**Inscrit avant l’envoi** : lancés deux fois, les rappels n’écrivent qu’une fois',
    '**Sans adresse ?** On écrit à la personne responsable',
  ],
  picture: 'Un rappel dans la boîte de réception locale',
});
