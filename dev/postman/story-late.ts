import type { Folder } from './model.ts';
import { only } from './scripts.ts';
import { timePasses } from './time.ts';

/** The second half of the story: a late return, the notices, and the tidying up. */

export const lateReturn: Folder = {
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

export const notices: Folder = {
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

export const tidying: Folder = {
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
