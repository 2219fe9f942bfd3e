import { created, type Folder, gone, invalid, ok, refused } from './model.ts';
import { NEW_KEY, NOWHERE, sameKey } from './phrases.ts';

const book = { id: '{{livre_id}}' };

/** An ISBN-13 that no book has: seven digits drawn, and their check digit. */
const DRAW_ISBN = `
const douze = '97910' + String(Math.floor(Math.random() * 1e7)).padStart(7, '0');
const somme = [...douze].reduce((total, chiffre, rang) => total + Number(chiffre) * (rang % 2 ? 3 : 1), 0);
pm.collectionVariables.set('isbn', douze + ((10 - (somme % 10)) % 10));
pm.collectionVariables.set('marque', pm.variables.replaceIn('{{$guid}}').slice(0, 8));`;

const newBook = {
  titre: 'L’Été de l’Œuvre {{marque}}',
  auteur: 'Anaïs Nguyễn',
  isbn: '{{isbn}}',
  annee: 2021,
  exemplaires: 2,
};

const catalogue: Folder = {
  name: 'Catalogue',
  about: 'Les six opérations du service, sur un livre que ce dossier ajoute et retire.',
  steps: [
    {
      name: 'Ajouter un livre',
      about:
        'Réservé aux bibliothécaires. L’ISBN est facultatif, unique et gardé en 13 chiffres, quelle que soit son écriture. ' +
        'Avec `Idempotency-Key`, la demande peut être renvoyée sans risque.',
      route: 'POST /livres',
      headers: { 'Idempotency-Key': '{{cle}}' },
      before: DRAW_ISBN + NEW_KEY,
      body: newBook,
      reply: created('Livre'),
      checks: {
        'rend le livre tel quel': `
pm.expect(reponse.isbn).to.equal(pm.collectionVariables.get('isbn'));
pm.expect(reponse).to.include({ auteur: 'Anaïs Nguyễn', annee: 2021, exemplaires: 2 });`,
      },
      keep: { livre_id: 'reponse.id' },
    },
    sameKey({
      name: 'Ajouter le même livre, même clé',
      route: 'POST /livres',
      body: newBook,
      schema: 'Livre',
      kept: 'livre_id',
    }),
    {
      name: 'Chercher par titre et auteur',
      about:
        'Ouvert à tous. Chaque mot demandé doit commencer un mot du champ ; casse, accents et ponctuation ne comptent pas : ' +
        '`oeuvre` trouve `Œuvre`.',
      route: 'GET /livres',
      as: 'personne',
      query: { titre: 'oeuvre ETE {{marque}}', auteur: 'nguyen' },
      reply: ok('Livres'),
      checks: {
        'trouve le livre, et lui seul': `
pm.expect(reponse.elements.map(({ id }) => id)).to.eql([pm.collectionVariables.get('livre_id')]);`,
      },
    },
    {
      name: 'Chercher par ISBN',
      about: 'Ouvert à tous. Un ISBN désigne au plus un livre.',
      route: 'GET /livres',
      as: 'personne',
      query: { isbn: '{{isbn}}' },
      reply: ok('Livres'),
      checks: {
        'trouve le livre, et lui seul': `
pm.expect(reponse.elements.map(({ id }) => id)).to.eql([pm.collectionVariables.get('livre_id')]);`,
      },
    },
    {
      name: 'Parcourir, page par page',
      about: 'Sans critère : tout le catalogue, par titre. `limite` va de 1 à 100.',
      route: 'GET /livres',
      as: 'personne',
      query: { limite: '1' },
      reply: ok('Livres'),
      checks: { 'rend un livre': 'pm.expect(reponse.elements).to.have.lengthOf(1);' },
      keep: { curseur: "reponse.curseur_suivant || ''", premier_id: 'reponse.elements[0].id' },
    },
    {
      name: 'La page suivante',
      about: '`curseur` est le `curseur_suivant` de la page d’avant, tel quel ; la dernière page n’en a pas.',
      route: 'GET /livres',
      as: 'personne',
      before: `
if (!pm.collectionVariables.get('curseur')) {
  console.log("Étape laissée de côté : le catalogue n’a qu’un livre.");
  pm.execution.skipRequest();
}`,
      query: { limite: '1', curseur: '{{curseur}}' },
      reply: ok('Livres'),
      checks: {
        'rend un autre livre':
          "pm.expect(reponse.elements[0].id).to.not.equal(pm.collectionVariables.get('premier_id'));",
      },
    },
    {
      name: 'Lire un livre',
      about: 'Ouvert à tous. `ETag` désigne la version lue.',
      route: 'GET /livres/{id}',
      as: 'personne',
      path: book,
      reply: ok('Livre'),
      checks: {
        'est le livre demandé': "pm.expect(reponse.id).to.equal(pm.collectionVariables.get('livre_id'));",
        'porte un ETag': 'pm.expect(pm.response.headers.get(\'ETag\')).to.match(/^".+"$/);',
      },
      keep: { livre_etag: "pm.response.headers.get('ETag')" },
    },
    {
      name: 'Disponibilité',
      about: 'Ouvert à tous. Les exemplaires en rayon et, si certains sont empruntés, la première échéance.',
      route: 'GET /livres/{id}/disponibilite',
      as: 'personne',
      path: book,
      reply: ok('Disponibilite'),
      checks: {
        'deux exemplaires en rayon': `
pm.expect(reponse).to.include({ exemplaires: 2, disponibles: 2, disponible: true, prochain_retour: null });`,
      },
    },
    {
      name: 'Modifier un livre',
      about:
        'Réservé aux bibliothécaires. Seuls les champs donnés changent ; `If-Match` refuse d’écraser une version plus récente.',
      route: 'PATCH /livres/{id}',
      path: book,
      headers: { 'If-Match': '{{livre_etag}}' },
      body: { exemplaires: 1, annee: null },
      reply: ok('Livre'),
      checks: {
        'un exemplaire, sans année': 'pm.expect(reponse).to.include({ exemplaires: 1, annee: null });',
        'a une autre version':
          "pm.expect(pm.response.headers.get('ETag')).to.not.equal(pm.collectionVariables.get('livre_etag'));",
      },
    },
  ],
};

const refusals: Folder = {
  name: 'Refus',
  about: 'Ce que le service refuse, et comment il le dit (RFC 9457).',
  steps: [
    {
      name: 'Des champs faux',
      about:
        'Toutes les fautes en une réponse ; un champ inconnu en est une, car une faute de frappe ne doit rien perdre.',
      route: 'POST /livres',
      body: { titre: ' ', isbn: '9782070368220', exemplaires: -1, editeur: 'Gallimard' },
      reply: invalid('titre', 'auteur', 'isbn', 'exemplaires', 'editeur'),
    },
    {
      name: 'Un curseur d’une autre liste',
      about: 'Un curseur abîmé, ou celui d’une autre liste, est refusé.',
      route: 'GET /livres',
      as: 'personne',
      query: { curseur: 'abime' },
      reply: invalid('curseur'),
    },
    {
      name: 'Un corps qui n’est pas du JSON',
      about: 'Le corps doit être annoncé `application/json`.',
      route: 'POST /livres',
      body: 'titre=Candide',
      reply: refused('type_de_contenu_refuse'),
    },
    {
      name: 'Sans jeton',
      about: 'Le catalogue se lit sans jeton ; il ne se modifie pas.',
      route: 'POST /livres',
      as: 'personne',
      body: { titre: 'Candide', auteur: 'Voltaire' },
      reply: refused('non_authentifie'),
      checks: {
        'dit quel jeton est attendu': "pm.expect(pm.response.headers.get('WWW-Authenticate')).to.equal('Bearer');",
      },
    },
    {
      name: 'Par un adhérent',
      about: 'Un adhérent ne modifie pas le catalogue.',
      route: 'POST /livres',
      as: 'adherent',
      needs: 'jeton_adherent',
      body: { titre: 'Candide', auteur: 'Voltaire' },
      reply: refused('acces_refuse'),
    },
    {
      name: 'Un livre inconnu',
      about: 'Aucun livre n’a cet identifiant.',
      route: 'GET /livres/{id}',
      as: 'personne',
      path: NOWHERE,
      reply: refused('livre_introuvable'),
    },
    {
      name: 'Un ISBN déjà pris',
      about: 'Deux livres n’ont pas le même ISBN.',
      route: 'POST /livres',
      body: { titre: 'Un autre', auteur: 'Une autre', isbn: '{{isbn}}' },
      reply: refused('isbn_deja_utilise'),
    },
    {
      name: 'Une version périmée',
      about: 'La version lue n’est plus la dernière : rien n’est changé.',
      route: 'PATCH /livres/{id}',
      path: book,
      headers: { 'If-Match': '{{livre_etag}}' },
      body: { exemplaires: 3 },
      reply: refused('version_perimee'),
    },
    {
      name: 'La même clé pour autre chose',
      about: 'Une clé d’idempotence ne sert qu’à une demande.',
      route: 'POST /livres',
      headers: { 'Idempotency-Key': '{{cle}}' },
      body: { ...newBook, exemplaires: 3 },
      reply: refused('cle_idempotence_reutilisee'),
    },
  ],
};

const onLoan: Folder = {
  name: 'Quand l’exemplaire est emprunté',
  about: 'Le catalogue ne perd pas un livre qui est chez quelqu’un.',
  steps: [
    {
      name: 'Préparation : un adhérent',
      about: 'Quelqu’un à qui prêter.',
      route: 'POST /utilisateurs',
      body: { nom: 'Rey', prenom: 'Lou', email: 'lou.{{$guid}}@example.org' },
      reply: created('Utilisateur'),
      keep: { emprunteur_id: 'reponse.id' },
    },
    {
      name: 'Préparation : un emprunt',
      about: 'Son unique exemplaire sort.',
      route: 'POST /emprunts',
      body: { utilisateur_id: '{{emprunteur_id}}', livre_id: '{{livre_id}}' },
      reply: created('Emprunt'),
      keep: { emprunt_id: 'reponse.id', date_echeance: 'reponse.date_echeance' },
    },
    {
      name: 'Disponibilité',
      about: 'Plus rien en rayon : `prochain_retour` est l’échéance.',
      route: 'GET /livres/{id}/disponibilite',
      as: 'personne',
      path: book,
      reply: ok('Disponibilite'),
      checks: {
        'rien en rayon, et jusqu’à quand': `
pm.expect(reponse).to.include({ exemplaires: 1, disponibles: 0, disponible: false });
pm.expect(reponse.prochain_retour).to.equal(pm.collectionVariables.get('date_echeance'));`,
      },
    },
    {
      name: 'Moins d’exemplaires qu’il n’en est sorti',
      about: 'On ne compte pas moins d’exemplaires qu’il n’y en a d’empruntés.',
      route: 'PATCH /livres/{id}',
      path: book,
      body: { exemplaires: 0 },
      reply: refused('exemplaires_insuffisants'),
    },
    {
      name: 'Retirer un livre emprunté',
      about: 'Un livre se retire quand tous ses exemplaires sont là.',
      route: 'DELETE /livres/{id}',
      path: book,
      reply: refused('suppression_refusee', 'exemplaires_empruntes'),
    },
    {
      name: 'Rangement : le retour',
      about: 'L’exemplaire revient.',
      route: 'POST /emprunts/{id}/retour',
      path: { id: '{{emprunt_id}}' },
      reply: ok('Emprunt'),
      checks: { 'est rendu': "pm.expect(reponse.statut).to.equal('rendu');" },
    },
    {
      name: 'Rangement : l’adhérent',
      about: 'Le compte et son historique sont effacés.',
      route: 'DELETE /utilisateurs/{id}',
      path: { id: '{{emprunteur_id}}' },
      reply: gone,
    },
  ],
};

export const books: Folder = {
  name: 'Livres',
  about: 'Le catalogue et ses exemplaires. La lecture est ouverte à tous, le reste est réservé aux bibliothécaires.',
  steps: [
    catalogue,
    refusals,
    onLoan,
    {
      name: 'Retirer un livre',
      about: 'Réservé aux bibliothécaires.',
      route: 'DELETE /livres/{id}',
      path: book,
      reply: gone,
    },
    {
      name: 'Le livre retiré',
      about: 'Il n’est plus au catalogue.',
      route: 'GET /livres/{id}',
      as: 'personne',
      path: book,
      reply: refused('livre_introuvable'),
    },
  ],
};
