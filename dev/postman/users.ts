import { created, type Folder, gone, invalid, ok, refused, type Step } from './model.ts';
import { listed, NEW_KEY, NOWHERE, sameKey } from './phrases.ts';

const user = { id: '{{utilisateur_id}}' };
const penalty = { ...user, penalite_id: '{{penalite_id}}' };

const newUser = { nom: 'N’Doye-{{marque}}', prenom: 'Noëlle', email: '{{email}}' };

const DRAW_EMAIL = `
pm.collectionVariables.set('marque', pm.variables.replaceIn('{{$guid}}').slice(0, 8));
pm.collectionVariables.set('email', pm.variables.replaceIn('noelle.{{$guid}}@example.org'));`;

const IS_THE_USER = "pm.expect(reponse.id).to.equal(pm.collectionVariables.get('utilisateur_id'));";
const IS_THE_ONLY_ONE =
  "pm.expect(reponse.elements.map(({ id }) => id)).to.eql([pm.collectionVariables.get('utilisateur_id')]);";

const accounts: Folder = {
  name: 'Comptes',
  about: 'Un compte, de son ouverture à sa modification. Réservé aux bibliothécaires.',
  steps: [
    {
      name: 'Créer un compte',
      about: 'L’adresse e-mail est gardée en minuscules et n’appartient qu’à un compte.',
      route: 'POST /utilisateurs',
      headers: { 'Idempotency-Key': '{{cle}}' },
      before: DRAW_EMAIL + NEW_KEY,
      body: newUser,
      reply: created('Utilisateur'),
      checks: {
        'rend le compte': "pm.expect(reponse.email).to.equal(pm.collectionVariables.get('email'));",
      },
      keep: { utilisateur_id: 'reponse.id' },
    },
    sameKey({
      name: 'Créer le même compte, même clé',
      route: 'POST /utilisateurs',
      body: newUser,
      schema: 'Utilisateur',
      kept: 'utilisateur_id',
    }),
    {
      name: 'Chercher par nom',
      about: 'Le début du nom suffit ; casse et accents ne comptent pas. La liste est par nom, puis prénom.',
      route: 'GET /utilisateurs',
      query: { nom: 'n’doye-{{marque}}' },
      until: listed('utilisateur_id'),
      reply: ok('Utilisateurs'),
      checks: { 'trouve le compte, et lui seul': IS_THE_ONLY_ONE },
    },
    {
      name: 'Chercher par e-mail',
      about: 'L’adresse entière.',
      route: 'GET /utilisateurs',
      query: { email: '{{email}}' },
      reply: ok('Utilisateurs'),
      checks: { 'trouve le compte, et lui seul': IS_THE_ONLY_ONE },
    },
    {
      name: 'Lire un compte',
      about: 'L’adhérent lui-même, ou un bibliothécaire. `ETag` désigne la version lue.',
      route: 'GET /utilisateurs/{id}',
      path: user,
      reply: ok('Utilisateur'),
      checks: { 'est le compte demandé': IS_THE_USER },
      keep: { utilisateur_etag: "pm.response.headers.get('ETag')" },
    },
    {
      name: 'Modifier un compte',
      about: 'Seuls les champs donnés changent. L’ancienne adresse est libre aussitôt.',
      route: 'PATCH /utilisateurs/{id}',
      path: user,
      headers: { 'If-Match': '{{utilisateur_etag}}' },
      body: { prenom: 'Noëlle-Ève' },
      reply: ok('Utilisateur'),
      checks: { 'a le nouveau prénom': "pm.expect(reponse.prenom).to.equal('Noëlle-Ève');" },
    },
    {
      name: 'Vérifier le droit d’emprunter',
      about:
        'Ce qui s’oppose à un emprunt, s’il y a quelque chose : `motifs` est vide quand `peut_emprunter` est vrai.',
      route: 'GET /utilisateurs/{id}/verification',
      path: user,
      reply: ok('Verification'),
      checks: {
        'peut emprunter':
          'pm.expect(reponse).to.include({ peut_emprunter: true, total_impaye: 0, emprunts_en_cours: 0 });',
      },
    },
    {
      name: 'Vérifier l’identité',
      about: 'Ce que la personne dit d’elle à l’accueil, comparé au compte ; casse et accents ne comptent pas.',
      route: 'GET /utilisateurs/{id}/verification',
      path: user,
      query: { nom: 'N’DOYE-{{marque}}', prenom: 'Irène' },
      reply: ok('Verification'),
      checks: {
        'dit ce qui diffère': "pm.expect(reponse.informations).to.eql({ conformes: false, differences: ['prenom'] });",
      },
    },
  ],
};

const added = (name: string, about: string, montant: number): Step => ({
  name,
  about,
  route: 'POST /utilisateurs/{id}/penalites',
  path: user,
  headers: { 'Idempotency-Key': '{{$guid}}' },
  body: { montant, description: 'Couverture déchirée' },
  reply: created('Penalite'),
  checks: {
    'est due en entier': `pm.expect(reponse).to.include({ montant: ${montant}, reste_a_payer: ${montant}, statut: 'impayee' });`,
  },
  keep: { penalite_id: 'reponse.id' },
});

const paid = (
  name: string,
  about: string,
  montant: number,
  reply: Step['reply'],
  checks: Step['checks'] = {},
): Step => ({
  name,
  about,
  route: 'POST /utilisateurs/{id}/penalites/{penalite_id}/paiements',
  path: penalty,
  headers: { 'Idempotency-Key': '{{$guid}}' },
  body: { montant },
  reply,
  checks,
});

const waived = (name: string, about: string, reply: Step['reply'], checks: Step['checks'] = {}): Step => ({
  name,
  about,
  route: 'POST /utilisateurs/{id}/penalites/{penalite_id}/annulation',
  path: penalty,
  body: { motif: 'Dégât antérieur au prêt' },
  reply,
  checks,
});

const penalties: Folder = {
  name: 'Pénalités',
  about: 'Ce qu’un adhérent doit, en euros ; la moindre somme due bloque emprunts et prolongations.',
  steps: [
    added('Ajouter une pénalité', 'De 0,01 € à 1 000 €, au centime près.', 4.5),
    {
      name: 'Lister les pénalités',
      about: 'La plus récente d’abord ; `statut` : `impayee`, `payee` ou `annulee`.',
      route: 'GET /utilisateurs/{id}/penalites',
      path: user,
      query: { statut: 'impayee' },
      reply: ok('Penalites'),
      checks: {
        'la pénalité y est':
          "pm.expect(reponse.elements.map(({ id }) => id)).to.eql([pm.collectionVariables.get('penalite_id')]);",
      },
    },
    {
      name: 'Lire une pénalité',
      about: 'L’adhérent lui-même, ou un bibliothécaire.',
      route: 'GET /utilisateurs/{id}/penalites/{penalite_id}',
      path: penalty,
      reply: ok('Penalite'),
      checks: { 'est celle demandée': "pm.expect(reponse.id).to.equal(pm.collectionVariables.get('penalite_id'));" },
    },
    {
      name: 'Vérification : une somme est due',
      about: 'Le compte ne peut plus emprunter.',
      route: 'GET /utilisateurs/{id}/verification',
      path: user,
      reply: ok('Verification'),
      checks: {
        'dit pourquoi': `
pm.expect(reponse).to.include({ peut_emprunter: false, total_impaye: 4.5 });
pm.expect(reponse.motifs).to.eql(['penalites_impayees']);`,
      },
    },
    paid('Payer une partie', 'Le reste reste dû.', 2, ok('Penalite'), {
      'le reste a baissé': "pm.expect(reponse).to.include({ reste_a_payer: 2.5, statut: 'impayee' });",
    }),
    paid(
      'Payer plus que le reste',
      'La caisse ne doit rien à personne.',
      2.51,
      refused('paiement_refuse', 'montant_superieur_au_reste'),
    ),
    {
      name: 'Fermer un compte qui doit',
      about: 'Un compte se ferme quand il ne doit rien et n’a rien dehors.',
      route: 'DELETE /utilisateurs/{id}',
      path: user,
      reply: refused('suppression_refusee', 'penalites_impayees'),
    },
    paid('Payer le reste', 'La pénalité est payée.', 2.5, ok('Penalite'), {
      'est payée': "pm.expect(reponse).to.include({ reste_a_payer: 0, statut: 'payee' });",
    }),
    paid('Payer une pénalité payée', 'Elle est close.', 1, refused('paiement_refuse', 'penalite_close')),
    added('Ajouter une pénalité par erreur', 'Elle sera annulée.', 0.1),
    waived('Annuler une pénalité', 'Plus rien n’est dû ; le motif est gardé.', ok('Penalite'), {
      'est annulée': "pm.expect(reponse).to.include({ reste_a_payer: 0, statut: 'annulee' });",
    }),
    waived('Annuler une pénalité annulée', 'Elle est close.', refused('annulation_refusee', 'penalite_close')),
  ],
};

const refusals: Folder = {
  name: 'Refus',
  about: 'Ce que le service refuse, et comment il le dit.',
  steps: [
    {
      name: 'Des champs faux',
      about: 'Toutes les fautes en une réponse.',
      route: 'POST /utilisateurs',
      body: { nom: '', email: 'noelle', age: 40 },
      reply: invalid('nom', 'prenom', 'email', 'age'),
    },
    {
      name: 'Une modification vide',
      about: 'Il faut au moins un champ à changer.',
      route: 'PATCH /utilisateurs/{id}',
      path: user,
      body: {},
      reply: invalid('corps'),
    },
    {
      name: 'Un montant au dixième de centime',
      about: 'Les sommes ont au plus deux décimales.',
      route: 'POST /utilisateurs/{id}/penalites',
      path: user,
      body: { montant: 1.005, description: 'Retard' },
      reply: invalid('montant'),
    },
    {
      name: 'Sans jeton',
      about: 'Les comptes ne se lisent pas sans jeton.',
      route: 'GET /utilisateurs/{id}',
      as: 'personne',
      path: user,
      reply: refused('non_authentifie'),
    },
    {
      name: 'Le compte d’un autre',
      about: 'Un adhérent ne lit que le sien, que l’autre existe ou non.',
      route: 'GET /utilisateurs/{id}',
      as: 'adherent',
      needs: 'jeton_adherent',
      path: user,
      reply: refused('acces_refuse'),
    },
    {
      name: 'Un compte inconnu',
      about: 'Aucun compte n’a cet identifiant.',
      route: 'GET /utilisateurs/{id}',
      path: NOWHERE,
      reply: refused('utilisateur_introuvable'),
    },
    {
      name: 'Une pénalité inconnue',
      about: 'Aucune pénalité de ce compte n’a cet identifiant.',
      route: 'GET /utilisateurs/{id}/penalites/{penalite_id}',
      path: { ...user, penalite_id: NOWHERE.id },
      reply: refused('penalite_introuvable'),
    },
    {
      name: 'Une adresse déjà prise',
      about: 'L’adresse est celle d’un autre compte, casse mise à part.',
      route: 'POST /utilisateurs',
      body: { nom: 'Autre', prenom: 'Une', email: '{{email}}' },
      reply: refused('email_deja_utilise'),
    },
    {
      name: 'Une version périmée',
      about: 'La version lue n’est plus la dernière : rien n’est changé.',
      route: 'PATCH /utilisateurs/{id}',
      path: user,
      headers: { 'If-Match': '{{utilisateur_etag}}' },
      body: { prenom: 'Nina' },
      reply: refused('version_perimee'),
    },
    {
      name: 'La même clé pour autre chose',
      about: 'Une clé d’idempotence ne sert qu’à une demande.',
      route: 'POST /utilisateurs',
      headers: { 'Idempotency-Key': '{{cle}}' },
      body: { ...newUser, prenom: 'Nina' },
      reply: refused('cle_idempotence_reutilisee'),
    },
  ],
};

/** The member may have been deleted since the environment was written. */
const WHILE_MEMBER = `
const compte = await pm.sendRequest({
  url: pm.variables.replaceIn('{{base_url}}/utilisateurs/{{adherent_id}}'),
  header: { Authorization: pm.variables.replaceIn('Bearer {{jeton_bibliothecaire}}') },
});
if (compte.code === 404) {
  console.log("Étape laissée de côté : le compte de l’adhérent n’existe plus.");
  pm.execution.skipRequest();
}`;

const own = (step: Pick<Step, 'name' | 'about' | 'route' | 'reply' | 'checks'>): Step => ({
  ...step,
  as: 'adherent',
  needs: 'jeton_adherent',
  before: WHILE_MEMBER,
  path: { id: '{{adherent_id}}' },
});

const member: Folder = {
  name: 'Ce que voit un adhérent',
  about: 'Ses propres données, avec son propre jeton ; celles des autres lui sont refusées.',
  steps: [
    own({
      name: 'Son compte',
      about: 'Le jeton porte `utilisateur_id` : c’est le seul compte qu’il lit.',
      route: 'GET /utilisateurs/{id}',
      reply: ok('Utilisateur'),
      checks: { 'est le sien': "pm.expect(reponse.id).to.equal(pm.environment.get('adherent_id'));" },
    }),
    own({
      name: 'Sa vérification',
      about: 'S’il peut emprunter et, sinon, pourquoi.',
      route: 'GET /utilisateurs/{id}/verification',
      reply: ok('Verification'),
      checks: {
        'les motifs disent pourquoi': 'pm.expect(reponse.peut_emprunter).to.equal(reponse.motifs.length === 0);',
      },
    }),
    own({
      name: 'Ses pénalités',
      about: 'Toutes, la plus récente d’abord.',
      route: 'GET /utilisateurs/{id}/penalites',
      reply: ok('Penalites'),
      checks: {
        'sont les siennes': `
reponse.elements.forEach(({ utilisateur_id }) => pm.expect(utilisateur_id).to.equal(pm.environment.get('adherent_id')));`,
      },
    }),
    own({
      name: 'Ses emprunts',
      about: 'Ceux en cours, la plus proche échéance d’abord.',
      route: 'GET /utilisateurs/{id}/emprunts',
      reply: ok('Emprunts'),
      checks: {
        'sont les siens': `
reponse.elements.forEach(({ utilisateur_id }) => pm.expect(utilisateur_id).to.equal(pm.environment.get('adherent_id')));`,
      },
    }),
  ],
};

export const users: Folder = {
  name: 'Utilisateurs',
  about: 'Les comptes, leurs pénalités et le droit d’emprunter.',
  steps: [
    accounts,
    penalties,
    refusals,
    member,
    {
      name: 'Fermer un compte',
      about: 'Le compte et son historique sont effacés, son adresse est libre.',
      route: 'DELETE /utilisateurs/{id}',
      path: user,
      reply: gone,
    },
    {
      name: 'Le compte fermé',
      about: 'Il n’existe plus.',
      route: 'GET /utilisateurs/{id}',
      path: user,
      reply: refused('utilisateur_introuvable'),
    },
  ],
};
