import type { Folder } from './model.ts';
import { IDS, only } from './scripts.ts';
import { lateReturn, notices, tidying } from './story-late.ts';

const registration: Folder = {
  name: '1. Une nouvelle adhérente',
  about: 'Zoé pousse la porte de la bibliothèque.',
  steps: [
    {
      name: 'Zoé s’inscrit',
      about: 'Le bibliothécaire ouvre son compte : un nom, un prénom, une adresse e-mail que personne d’autre n’a.',
      route: 'POST /utilisateurs',
      before: "pm.collectionVariables.set('depuis', Math.floor(Date.now() / 1000));",
      body: { nom: 'Lambert', prenom: 'Zoé', email: 'zoe.{{$guid}}@example.org' },
      keep: { zoe_id: 'reponse.id', zoe_email: 'reponse.email' },
      shows: ['prenom', 'nom', 'email'],
    },
    {
      name: 'Est-ce bien elle, et peut-elle emprunter ?',
      about: 'Ce qu’elle dit à l’accueil est comparé au compte, sans égard à la casse ni aux accents.',
      route: 'GET /utilisateurs/{{zoe_id}}/verification',
      query: { nom: 'LAMBERT', prenom: 'zoe' },
      checks: { 'peut emprunter': 'pm.expect(reponse.peut_emprunter && reponse.informations.conformes).to.be.true;' },
      keep: { limite: 'reponse.limite_emprunts' },
      shows: ['peut_emprunter', 'informations.conformes'],
    },
  ],
};

const search: Folder = {
  name: '2. Trouver un livre',
  about: 'La bibliothèque vient de recevoir un recueil de poèmes.',
  steps: [
    {
      name: 'Un livre entre au catalogue',
      about: 'Un seul exemplaire, trop ancien pour avoir un ISBN.',
      route: 'POST /livres',
      body: { titre: 'Chefs-d’œuvre de la poésie française', auteur: 'Collectif', annee: 1929 },
      checks: { 'a un exemplaire': 'pm.expect(reponse).to.include({ exemplaires: 1, isbn: null });' },
      keep: { recueil_id: 'reponse.id' },
      shows: ['titre', 'exemplaires'],
    },
    {
      name: 'On le cherche comme on tape',
      about: 'Sans jeton, sans accents, avec le début des mots : il est trouvé par la demande qui suit son ajout.',
      route: 'GET /livres',
      query: { titre: 'oeuvre poes', auteur: 'collectif', limite: '100' },
      checks: { 'est trouvé': `pm.expect(${IDS}).to.include(pm.collectionVariables.get('recueil_id'));` },
      shows: ['titre', 'auteur'],
    },
    {
      name: 'Est-il en rayon ?',
      about: 'Tout le monde peut le demander.',
      route: 'GET /livres/{{recueil_id}}/disponibilite',
      checks: { 'un exemplaire en rayon': 'pm.expect(reponse).to.include({ disponibles: 1, disponible: true });' },
      shows: ['disponibles', 'prochain_retour'],
    },
  ],
};

/** On AWS an index follows its table a moment later: the list is waited for, two seconds at most. */
const WAIT_FOR_LOAN = `
const attendre = (essai) => appeler({ demande: 'GET /utilisateurs/{{zoe_id}}/emprunts' }, (reponse) => {
  if (reponse.code !== 200 || essai === 5) return;
  if (reponse.json().elements.length === 0) setTimeout(() => attendre(essai + 1), 400);
});
attendre(1);`;

const lending: Folder = {
  name: '3. L’emprunt',
  about: 'Trois services, une demande.',
  steps: [
    {
      name: 'Zoé l’emprunte',
      about:
        'Le service des emprunts prend une place chez celui des utilisateurs et un exemplaire chez celui des livres ; ' +
        'coupé n’importe où, il finit ou il défait.',
      route: 'POST /emprunts',
      headers: { 'Idempotency-Key': '{{cle}}' },
      before: "pm.collectionVariables.set('cle', pm.variables.replaceIn('{{$guid}}'));",
      body: { utilisateur_id: '{{zoe_id}}', livre_id: '{{recueil_id}}' },
      checks: { 'est en cours': "pm.expect(reponse).to.include({ statut: 'en_cours', date_retour: null });" },
      keep: { emprunt_id: 'reponse.id', emprunt: 'reponse.date_emprunt', echeance: 'reponse.date_echeance' },
      shows: ['titre', 'date_echeance', 'statut'],
    },
    {
      name: 'La réponse se perd, la demande repart',
      about: 'Même `Idempotency-Key`, même demande : la première réponse revient, et Zoé n’a qu’un emprunt.',
      route: 'POST /emprunts',
      headers: { 'Idempotency-Key': '{{cle}}' },
      body: { utilisateur_id: '{{zoe_id}}', livre_id: '{{recueil_id}}' },
      checks: {
        'est la première réponse': `
pm.expect(pm.response.headers.get('Idempotent-Replayed')).to.equal('true');
pm.expect(reponse.id).to.equal(pm.collectionVariables.get('emprunt_id'));`,
      },
      shows: ['titre', 'statut'],
    },
    {
      name: 'Les emprunts de Zoé',
      about: 'Ceux qu’elle a en ce moment, la plus proche échéance d’abord.',
      route: 'GET /utilisateurs/{{zoe_id}}/emprunts',
      before: WAIT_FOR_LOAN,
      checks: { 'un emprunt, un seul': only('emprunt_id') },
      shows: ['titre', 'date_echeance'],
    },
    {
      name: 'Il n’est plus en rayon',
      about: 'Le prochain retour est celui de Zoé.',
      route: 'GET /livres/{{recueil_id}}/disponibilite',
      checks: {
        'plus un exemplaire, et jusqu’à quand': `
pm.expect(reponse).to.include({ disponibles: 0, disponible: false });
pm.expect(reponse.prochain_retour).to.equal(pm.collectionVariables.get('echeance'));`,
      },
      shows: ['disponibles', 'prochain_retour'],
    },
  ],
};

/** Lends all but one of what the limit still allows; the request itself lends the last. */
const LEND_UP_TO_THE_LIMIT = `
const corps = { utilisateur_id: '{{zoe_id}}', livre_id: '{{serie_id}}' };
const limite = Number(pm.collectionVariables.get('limite'));
const emprunter = (rang) => rang < limite && appeler({ demande: 'POST /emprunts', corps }, () => emprunter(rang + 1));
emprunter(2);`;

const refusals: Folder = {
  name: '4. Les refus',
  about: 'Un refus dit tous ses motifs, en codes pour les programmes et en français pour les gens.',
  steps: [
    {
      name: 'Malik s’inscrit',
      about: 'Il veut le même livre que Zoé.',
      route: 'POST /utilisateurs',
      body: { nom: 'Benali', prenom: 'Malik', email: 'malik.{{$guid}}@example.org' },
      keep: { malik_id: 'reponse.id' },
      shows: ['prenom', 'nom', 'email'],
    },
    {
      name: 'Refusé : plus un exemplaire',
      about: 'Un exemplaire n’est jamais prêté deux fois, même à deux guichets au même instant.',
      route: 'POST /emprunts',
      body: { utilisateur_id: '{{malik_id}}', livre_id: '{{recueil_id}}' },
      refused: { status: 409, code: 'emprunt_refuse', motifs: ['aucun_exemplaire_disponible'] },
    },
    {
      name: 'Malik a perdu sa carte',
      about: 'Le bibliothécaire note ce qu’elle coûte.',
      route: 'POST /utilisateurs/{{malik_id}}/penalites',
      body: { montant: 3, description: 'Carte de lecteur perdue' },
      checks: { 'est due': "pm.expect(reponse).to.include({ statut: 'impayee', reste_a_payer: 3 });" },
      keep: { carte_id: 'reponse.id' },
      shows: ['description', 'montant', 'statut'],
    },
    {
      name: 'Refusé : une pénalité est due',
      about: 'Deux motifs valent maintenant ; la réponse dit les deux.',
      route: 'POST /emprunts',
      body: { utilisateur_id: '{{malik_id}}', livre_id: '{{recueil_id}}' },
      refused: { status: 409, code: 'emprunt_refuse', motifs: ['penalites_impayees', 'aucun_exemplaire_disponible'] },
    },
    {
      name: 'Malik retrouve sa carte',
      about: 'La pénalité est annulée, et le motif gardé.',
      route: 'POST /utilisateurs/{{malik_id}}/penalites/{{carte_id}}/annulation',
      body: { motif: 'Carte retrouvée' },
      checks: { 'rien n’est dû': "pm.expect(reponse).to.include({ statut: 'annulee', reste_a_payer: 0 });" },
      shows: ['statut', 'reste_a_payer'],
    },
    {
      name: 'Une série arrive pour les écoles',
      about: 'Trente exemplaires du même livre.',
      route: 'POST /livres',
      body: { titre: 'Fables choisies, édition scolaire', auteur: 'Jean de La Fontaine', exemplaires: 30 },
      keep: { serie_id: 'reponse.id' },
      shows: ['titre', 'exemplaires'],
    },
    {
      name: 'Zoé en prend autant qu’elle peut',
      about: 'Le script d’avant la requête emprunte jusqu’à l’avant-dernière place ; la requête prend la dernière.',
      route: 'POST /emprunts',
      before: LEND_UP_TO_THE_LIMIT,
      body: { utilisateur_id: '{{zoe_id}}', livre_id: '{{serie_id}}' },
      checks: { 'est en cours': "pm.expect(reponse.statut).to.equal('en_cours');" },
      keep: { dernier_id: 'reponse.id' },
      shows: ['titre', 'date_echeance', 'statut'],
    },
    {
      name: 'Refusé : un de trop',
      about: 'La limite tient, quel que soit le nombre de guichets.',
      route: 'POST /emprunts',
      body: { utilisateur_id: '{{zoe_id}}', livre_id: '{{serie_id}}' },
      refused: { status: 409, code: 'emprunt_refuse', motifs: ['limite_emprunts_atteinte'] },
    },
  ],
};

export const story: Folder = {
  name: 'Démonstration',
  about: 'Toute la bibliothèque en une histoire, autant de fois qu’on veut : elle range ce qu’elle crée.',
  steps: [registration, search, lending, refusals, lateReturn, notices, tidying],
};
