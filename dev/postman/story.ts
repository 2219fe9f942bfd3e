import type { Folder } from './model.ts';
import { timePasses } from './time.ts';

const IDS = 'reponse.elements.map(({ id }) => id)';

/** A check that a list shows what a collection variable names, and nothing else. */
const only = (variable: string) => `pm.expect(${IDS}).to.eql([pm.collectionVariables.get('${variable}')]);`;

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

const lateReturn: Folder = {
  name: '5. Le retour en retard',
  about: 'Zoé oublie son recueil.',
  steps: [
    timePasses({
      name: 'Quatre semaines passent',
      about:
        'Personne n’attend quatre semaines devant une salle : l’emprunt est vieilli dans la base locale, dans les trois tables, ' +
        'en une transaction. Il devait être rendu il y a sept jours. Sur AWS, cette étape et celles qui en dépendent sont laissées de côté.',
      loanId: '{{emprunt_id}}',
      bookId: '{{recueil_id}}',
      userId: '{{zoe_id}}',
      dueIn: -7,
    }),
    {
      name: 'Les retards du jour',
      about: 'Le plus ancien d’abord, chacun avec ce que coûterait son retour aujourd’hui.',
      route: 'GET /emprunts/retards',
      needs: 'base_de_donnees',
      query: { limite: '100' },
      checks: {
        'celui de Zoé y est, si la page n’est pas pleine': `
const retard = reponse.elements.find(({ id }) => id === pm.collectionVariables.get('emprunt_id'));
if (!reponse.curseur_suivant) pm.expect(retard.en_retard && retard.penalite_estimee).to.be.above(0);`,
      },
      shows: ['titre', 'jours_retard', 'penalite_estimee'],
    },
    {
      name: 'Zoé ne peut plus rien emprunter',
      about: 'Elle est à la limite, et en retard.',
      route: 'GET /utilisateurs/{{zoe_id}}/verification',
      needs: 'base_de_donnees',
      checks: {
        'les deux motifs':
          "pm.expect(reponse.motifs).to.have.members(['limite_emprunts_atteinte', 'emprunts_en_retard']);",
      },
      shows: ['peut_emprunter', 'motifs'],
    },
    {
      name: 'Zoé rend le recueil',
      about: 'Vingt centimes par jour, dix euros au plus. Le retour est acquis même si un autre service se tait.',
      route: 'POST /emprunts/{{emprunt_id}}/retour',
      headers: { 'Idempotency-Key': '{{$guid}}' },
      checks: {
        'est rendu': "pm.expect(reponse.statut).to.equal('rendu');",
        'est pénalisé s’il est en retard': 'pm.expect(reponse.penalite !== null).to.equal(reponse.en_retard);',
      },
      keep: { penalite_id: "reponse.penalite?.id ?? ''" },
      shows: ['statut', 'jours_retard', 'penalite.montant'],
    },
    {
      name: 'La pénalité de Zoé',
      about: 'Le service des utilisateurs l’a, la même, une seule fois.',
      route: 'GET /utilisateurs/{{zoe_id}}/penalites',
      needs: 'base_de_donnees',
      query: { statut: 'impayee' },
      checks: { 'la même pénalité': only('penalite_id') },
      keep: { montant: 'reponse.elements[0].reste_a_payer' },
      shows: ['description', 'montant', 'statut'],
    },
    {
      name: 'Tant qu’elle doit, elle n’emprunte pas',
      about: 'La place est libre, mais une somme est due.',
      route: 'GET /utilisateurs/{{zoe_id}}/verification',
      needs: 'base_de_donnees',
      checks: { 'une somme est due': "pm.expect(reponse.motifs).to.eql(['penalites_impayees']);" },
      shows: ['peut_emprunter', 'motifs', 'total_impaye'],
    },
    {
      name: 'Zoé paie',
      about: 'En une ou plusieurs fois, jamais plus que le reste.',
      route: 'POST /utilisateurs/{{zoe_id}}/penalites/{{penalite_id}}/paiements',
      needs: 'base_de_donnees',
      headers: { 'Idempotency-Key': '{{$guid}}' },
      body: { montant: '{{:montant}}' },
      checks: { 'est payée': "pm.expect(reponse).to.include({ statut: 'payee', reste_a_payer: 0 });" },
      shows: ['statut', 'reste_a_payer'],
    },
    {
      name: 'Et peut emprunter à nouveau',
      about: 'Plus rien ne s’y oppose.',
      route: 'GET /utilisateurs/{{zoe_id}}/verification',
      checks: { 'peut emprunter': 'pm.expect(reponse).to.include({ peut_emprunter: true, total_impaye: 0 });' },
      shows: ['peut_emprunter', 'emprunts_en_cours'],
    },
  ],
};

const notices: Folder = {
  name: '6. Les rappels par courriel',
  about: 'Chaque matin à sept heures, ou tout de suite.',
  steps: [
    timePasses({
      name: 'L’échéance des fables approche',
      about: 'Un autre emprunt de Zoé est vieilli de la même façon : il est à rendre dans deux jours.',
      loanId: '{{dernier_id}}',
      bookId: '{{serie_id}}',
      userId: '{{zoe_id}}',
      dueIn: 2,
    }),
    {
      name: 'Les rappels partent',
      about:
        'Un courriel par adhérent, avec tous ses livres, à J-2, J+1, J+7, J+14 et J+30. La première fois, ceux des retards ' +
        'du jeu de données partent aussi ; relancé, l’envoi n’écrit pas deux fois.',
      route: 'POST /emprunts/retards/notifications',
      needs: 'inbox',
      checks: {
        'un rappel au moins par adhérent prévenu':
          'pm.expect(reponse.notifications_envoyees).to.be.at.least(reponse.utilisateurs_notifies);',
      },
      shows: ['notifications_envoyees', 'utilisateurs_notifies'],
    },
    {
      name: 'La boîte de réception',
      about: 'Ce que l’émulateur a reçu depuis l’inscription de Zoé ; `{{inbox}}` se lit aussi dans un navigateur.',
      route: 'GET /store',
      server: '{{inbox}}',
      needs: 'inbox',
      query: { since: '{{depuis}}' },
      checks: {
        'Zoé est prévenue, une fois': `
const pourZoe = reponse.emails.filter(({ destination }) => destination.to.includes(pm.collectionVariables.get('zoe_email')));
const desFables = pourZoe.filter(({ body }) => body.text.includes('Fables choisies'));
pm.expect(desFables).to.have.lengthOf(pm.environment.get('base_de_donnees') ? 1 : 0);`,
      },
      shows: ['destination.to', 'subject'],
    },
    {
      name: 'L’emprunt garde la trace du rappel',
      about: 'Quelle étape, et quand.',
      route: 'GET /emprunts/{{dernier_id}}',
      needs: 'base_de_donnees',
      checks: { 'le rappel de J-2': "pm.expect(reponse.notifications.map(({ etape }) => etape)).to.eql(['J-2']);" },
      shows: ['titre', 'date_echeance', 'notifications.etape'],
    },
  ],
};

/** Returns whatever is still out, even when a step before has failed, until the list shows nothing more. */
const RETURN_ALL = `
const rendre = (essai) => appeler({ demande: 'GET /utilisateurs/{{zoe_id}}/emprunts' }, (reponse) => {
  const [emprunt] = reponse.json().elements;
  if (emprunt && essai < 50) appeler({ demande: 'POST /emprunts/' + emprunt.id + '/retour' }, () => rendre(essai + 1));
});
rendre(1);`;

const tidying: Folder = {
  name: '7. Fermer la boutique',
  about: 'Rien de ce que l’histoire a créé ne reste : elle peut recommencer aussitôt.',
  steps: [
    {
      name: 'Zoé a tout rendu',
      about: 'Le script d’avant la requête rend ce qui est encore dehors.',
      route: 'GET /utilisateurs/{{zoe_id}}/emprunts',
      before: RETURN_ALL,
      checks: { 'plus rien dehors': 'pm.expect(reponse.elements).to.eql([]);' },
    },
    {
      name: 'Son compte est fermé',
      about: 'Un compte se ferme quand il ne doit rien et n’a rien dehors ; son historique est effacé avec lui.',
      route: 'DELETE /utilisateurs/{{zoe_id}}',
    },
    { name: 'Celui de Malik aussi', about: 'Son adresse est libre.', route: 'DELETE /utilisateurs/{{malik_id}}' },
    {
      name: 'Le recueil quitte le catalogue',
      about: 'Il n’est chez personne.',
      route: 'DELETE /livres/{{recueil_id}}',
    },
    { name: 'La série aussi', about: 'La recherche ne les trouve plus.', route: 'DELETE /livres/{{serie_id}}' },
  ],
};

export const story: Folder = {
  name: 'Démonstration',
  about: 'Toute la bibliothèque en une histoire, autant de fois qu’on veut : elle range ce qu’elle crée.',
  steps: [registration, search, lending, refusals, lateReturn, notices, tidying],
};
