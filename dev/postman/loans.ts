import { created, type Folder, gone, invalid, ok, refused, type Step } from './model.ts';
import { listed, NEW_KEY, NOWHERE, sameKey } from './phrases.ts';

const loan = { id: '{{emprunt_id}}' };
const borrower = { id: '{{emprunteur_id}}' };
const newLoan = { utilisateur_id: '{{emprunteur_id}}', livre_id: '{{livre_id}}' };

const preparation: Folder = {
  name: 'Préparation',
  about: 'De quoi prêter : un adhérent, et un livre en un exemplaire.',
  steps: [
    {
      name: 'Un adhérent',
      about: 'Il n’a rien emprunté et ne doit rien.',
      route: 'POST /utilisateurs',
      body: { nom: 'Ibáñez', prenom: 'Inès', email: 'ines.{{$guid}}@example.org' },
      reply: created('Utilisateur'),
      keep: { emprunteur_id: 'reponse.id' },
    },
    {
      name: 'Un livre',
      about: 'Un seul exemplaire.',
      route: 'POST /livres',
      body: { titre: 'Le Passe-muraille', auteur: 'Marcel Aymé', annee: 1943 },
      reply: created('Livre'),
      checks: { 'a un exemplaire, faute de précision': 'pm.expect(reponse.exemplaires).to.equal(1);' },
      keep: { livre_id: 'reponse.id' },
    },
  ],
};

const renewed = (times: number): Step => ({
  name: times === 1 ? 'Prolonger' : 'Prolonger encore',
  about:
    'La nouvelle échéance compte depuis l’ancienne. L’adhérent prolonge lui-même les siens ; deux fois par défaut.',
  route: 'POST /emprunts/{id}/prolongation',
  path: loan,
  headers: { 'Idempotency-Key': '{{$guid}}' },
  reply: ok('Emprunt'),
  checks: {
    'l’échéance recule': `
pm.expect(reponse.prolongations).to.equal(${times});
pm.expect(reponse.date_echeance > pm.collectionVariables.get('date_echeance')).to.be.true;`,
  },
  keep: { date_echeance: 'reponse.date_echeance' },
});

const life: Folder = {
  name: 'La vie d’un emprunt',
  about: 'Du prêt au retour.',
  steps: [
    {
      name: 'Emprunter',
      about:
        'Le service des emprunts demande à celui des utilisateurs une place, à celui des livres un exemplaire, ' +
        'et n’enregistre l’emprunt que s’il a les deux.',
      route: 'POST /emprunts',
      headers: { 'Idempotency-Key': '{{cle}}' },
      before: NEW_KEY,
      body: newLoan,
      reply: created('Emprunt'),
      checks: {
        'est en cours': `
pm.expect(reponse).to.include({ statut: 'en_cours', titre: 'Le Passe-muraille', date_retour: null, prolongations: 0 });`,
      },
      keep: { emprunt_id: 'reponse.id', date_echeance: 'reponse.date_echeance' },
    },
    sameKey({
      name: 'Emprunter, même clé',
      route: 'POST /emprunts',
      body: newLoan,
      schema: 'Emprunt',
      kept: 'emprunt_id',
    }),
    {
      name: 'Lire un emprunt',
      about: 'L’adhérent qui l’a fait, ou un bibliothécaire.',
      route: 'GET /emprunts/{id}',
      path: loan,
      reply: ok('Emprunt'),
      checks: { 'est celui demandé': "pm.expect(reponse.id).to.equal(pm.collectionVariables.get('emprunt_id'));" },
    },
    {
      name: 'Les emprunts d’un adhérent',
      about: 'Ceux en cours, la plus proche échéance d’abord ; `statut=rendu` : les derniers rendus d’abord.',
      route: 'GET /utilisateurs/{id}/emprunts',
      path: borrower,
      until: listed('emprunt_id'),
      reply: ok('Emprunts'),
      checks: {
        'l’emprunt y est':
          "pm.expect(reponse.elements.map(({ id }) => id)).to.eql([pm.collectionVariables.get('emprunt_id')]);",
      },
    },
    renewed(1),
    renewed(2),
    {
      name: 'Rendre',
      about: 'La place et l’exemplaire sont libres. À l’heure, rien n’est dû.',
      route: 'POST /emprunts/{id}/retour',
      path: loan,
      headers: { 'Idempotency-Key': '{{cle}}' },
      reply: ok('Emprunt'),
      before: NEW_KEY,
      checks: {
        'est rendu, sans pénalité':
          "pm.expect(reponse).to.include({ statut: 'rendu', penalite: null, en_retard: false });",
      },
    },
    {
      name: 'Les emprunts rendus',
      about: 'L’historique, les derniers rendus d’abord.',
      route: 'GET /utilisateurs/{id}/emprunts',
      path: borrower,
      query: { statut: 'rendu' },
      until: listed('emprunt_id'),
      reply: ok('Emprunts'),
      checks: {
        'l’emprunt y est':
          "pm.expect(reponse.elements.map(({ id }) => id)).to.include(pm.collectionVariables.get('emprunt_id'));",
      },
    },
  ],
};

const late: Folder = {
  name: 'Retards',
  about: 'Ce que la bibliothèque attend. Réservé aux bibliothécaires.',
  steps: [
    {
      name: 'Les emprunts en retard',
      about: 'Le plus ancien d’abord, chacun avec ce que coûterait son retour aujourd’hui.',
      route: 'GET /emprunts/retards',
      query: { limite: '100' },
      reply: ok('Retards'),
      checks: {
        'tous en retard, le plus ancien d’abord': `
reponse.elements.forEach((emprunt) => pm.expect(emprunt).to.include({ en_retard: true, statut: 'en_cours' }));
const echeances = reponse.elements.map(({ date_echeance }) => date_echeance);
pm.expect(echeances).to.eql([...echeances].sort());`,
      },
    },
    {
      name: 'Envoyer les rappels',
      about:
        'Fait tout de suite le travail de sept heures : un courriel par adhérent, à J-2, J+1, J+7, J+14 et J+30. ' +
        'Relancé, il n’écrit pas deux fois.',
      route: 'POST /emprunts/retards/notifications',
      needs: 'inbox',
      headers: { 'Idempotency-Key': '{{cle}}' },
      before: NEW_KEY,
      reply: ok('RapportRappels'),
      checks: {
        'au moins un rappel par adhérent écrit':
          'pm.expect(reponse.notifications_envoyees).to.be.at.least(reponse.utilisateurs_notifies);',
      },
      keep: { rapport: 'JSON.stringify(reponse)' },
    },
    {
      name: 'Envoyer les rappels, même clé',
      about: 'Le premier rapport revient, et personne n’est relancé.',
      route: 'POST /emprunts/retards/notifications',
      needs: 'inbox',
      headers: { 'Idempotency-Key': '{{cle}}' },
      reply: ok('RapportRappels'),
      checks: {
        'est le premier rapport': `
pm.expect(pm.response.headers.get('Idempotent-Replayed')).to.equal('true');
pm.expect(JSON.stringify(reponse)).to.equal(pm.collectionVariables.get('rapport'));`,
      },
    },
  ],
};

const refusals: Folder = {
  name: 'Refus',
  about: 'Ce que le service refuse, avec tous les motifs qui valent.',
  steps: [
    {
      name: 'Rendre deux fois',
      about: 'Le livre est déjà rendu.',
      route: 'POST /emprunts/{id}/retour',
      path: loan,
      reply: refused('retour_refuse', 'emprunt_rendu'),
    },
    {
      name: 'Prolonger un emprunt rendu',
      about: 'Il n’y a plus rien à prolonger.',
      route: 'POST /emprunts/{id}/prolongation',
      path: loan,
      reply: refused('prolongation_refusee', 'emprunt_rendu'),
    },
    {
      name: 'Préparation : un nouvel emprunt',
      about: 'Le même livre, emprunté à nouveau.',
      route: 'POST /emprunts',
      body: newLoan,
      reply: created('Emprunt'),
      keep: { emprunt_id: 'reponse.id' },
    },
    {
      name: 'Fermer le compte d’un emprunteur',
      about: 'Un compte se ferme quand il n’a plus rien dehors.',
      route: 'DELETE /utilisateurs/{id}',
      path: borrower,
      reply: refused('suppression_refusee', 'emprunts_en_cours'),
    },
    {
      name: 'Préparation : une pénalité',
      about: 'L’emprunteur doit un euro.',
      route: 'POST /utilisateurs/{id}/penalites',
      path: borrower,
      body: { montant: 1, description: 'Photocopies' },
      reply: created('Penalite'),
      keep: { penalite_id: 'reponse.id' },
    },
    {
      name: 'Emprunter sans exemplaire et avec une dette',
      about: 'Chaque motif qui vaut est dit.',
      route: 'POST /emprunts',
      body: newLoan,
      reply: refused('emprunt_refuse', 'penalites_impayees', 'aucun_exemplaire_disponible'),
    },
    {
      name: 'Prolonger avec une dette',
      about: 'La moindre somme due bloque aussi la prolongation.',
      route: 'POST /emprunts/{id}/prolongation',
      path: loan,
      reply: refused('prolongation_refusee', 'penalites_impayees'),
    },
    {
      name: 'Des champs faux',
      about: 'Toutes les fautes en une réponse.',
      route: 'POST /emprunts',
      body: { utilisateur_id: '12', date: '2026-11-22' },
      reply: invalid('utilisateur_id', 'livre_id', 'date'),
    },
    {
      name: 'Sans jeton',
      about: 'Les emprunts ne se lisent pas sans jeton.',
      route: 'GET /emprunts/{id}',
      as: 'personne',
      path: loan,
      reply: refused('non_authentifie'),
    },
    {
      name: 'L’emprunt d’un autre',
      about: 'Un adhérent ne prolonge que les siens.',
      route: 'POST /emprunts/{id}/prolongation',
      as: 'adherent',
      needs: 'jeton_adherent',
      path: loan,
      reply: refused('acces_refuse'),
    },
    {
      name: 'Les retards, par un adhérent',
      about: 'La liste des retards est réservée aux bibliothécaires.',
      route: 'GET /emprunts/retards',
      as: 'adherent',
      needs: 'jeton_adherent',
      reply: refused('acces_refuse'),
    },
    {
      name: 'Un emprunt inconnu',
      about: 'Aucun emprunt n’a cet identifiant.',
      route: 'GET /emprunts/{id}',
      path: NOWHERE,
      reply: refused('emprunt_introuvable'),
    },
    {
      name: 'Un emprunteur inconnu',
      about: 'Ce qui manque est dit avant ce qui est interdit.',
      route: 'POST /emprunts',
      body: { ...newLoan, utilisateur_id: NOWHERE.id },
      reply: refused('utilisateur_introuvable'),
    },
    {
      name: 'Un livre inconnu',
      about: 'Ce qui manque est dit avant ce qui est interdit.',
      route: 'POST /emprunts',
      body: { ...newLoan, livre_id: NOWHERE.id },
      reply: refused('livre_introuvable'),
    },
  ],
};

const tidying: Folder = {
  name: 'Rangement',
  about: 'Rien de ce que ce dossier a créé ne reste.',
  steps: [
    {
      name: 'Le retour',
      about: 'Le livre revient.',
      route: 'POST /emprunts/{id}/retour',
      path: loan,
      reply: ok('Emprunt'),
      checks: { 'est rendu': "pm.expect(reponse.statut).to.equal('rendu');" },
    },
    {
      name: 'La dette',
      about: 'La pénalité est annulée.',
      route: 'POST /utilisateurs/{id}/penalites/{penalite_id}/annulation',
      path: { ...borrower, penalite_id: '{{penalite_id}}' },
      body: { motif: 'Fin de la visite' },
      reply: ok('Penalite'),
      checks: { 'rien n’est dû': 'pm.expect(reponse.reste_a_payer).to.equal(0);' },
    },
    {
      name: 'L’adhérent',
      about: 'Son compte est fermé.',
      route: 'DELETE /utilisateurs/{id}',
      path: borrower,
      reply: gone,
    },
    {
      name: 'Le livre',
      about: 'Il est retiré du catalogue.',
      route: 'DELETE /livres/{id}',
      path: { id: '{{livre_id}}' },
      reply: gone,
    },
  ],
};

export const loans: Folder = {
  name: 'Emprunts',
  about: 'Le prêt, le retour, la prolongation, les retards et leurs rappels.',
  steps: [preparation, life, late, refusals, tidying],
};
