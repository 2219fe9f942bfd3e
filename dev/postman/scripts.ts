import type { Step } from './model.ts';

/** The scripts around requests. They use callbacks: an older runtime of Postman's waits for no promise. */

/** Calls the API as a librarian, then goes on. */
const CALL = `
const appeler = ({ demande, corps, cle }, suite) => {
  const [method, chemin] = demande.split(' ');
  const header = { Authorization: 'Bearer {{jeton_bibliothecaire}}', 'Content-Type': 'application/json' };
  if (cle) header['Idempotency-Key'] = '{{marque}}';
  const body = corps && { mode: 'raw', raw: JSON.stringify(corps) };
  const requete = JSON.stringify({ url: '{{base_url}}' + chemin, method, header, body });
  pm.sendRequest(JSON.parse(pm.variables.replaceIn(requete)), (erreur, reponse) => suite(reponse));
};`;

/** Notes what was created, a penalty for a loss among it, for the folder's last script to undo. */
const NOTE = `
const noter = (reponse) => {
  const { code, headers } = reponse;
  const { penalite, utilisateur_id } = code === 200 ? reponse.json() : {};
  const lieux = code === 201 ? [headers.get('Location')] : [];
  if (penalite && utilisateur_id) lieux.push('/utilisateurs/' + utilisateur_id + '/penalites/' + penalite.id);
  pm.collectionVariables.set('crees', [pm.collectionVariables.get('crees') || '', ...lieux].join(' '));
};`;

/** Makes calls one after the other, and keeps what they are to keep; a request that lacks it is left out. */
const PREPARE = `
const preparer = ([appel, ...reste]) => appel && appeler(appel, (reponse) => {
  noter(reponse);
  if (appel.nom) {
    const valeur = (appel.champ || 'id').split('.').reduce((objet, nom) => objet && objet[nom], reponse.json());
    if (valeur === undefined) {
      console.log('Étape laissée de côté : ' + appel.demande + ' n’a pas donné ' + appel.nom + '.');
      return pm.execution.skipRequest();
    }
    pm.collectionVariables.set(appel.nom, String(valeur));
    pm.collectionVariables.set('etag_' + appel.nom, reponse.headers.get('ETag'));
  }
  preparer(reste);
});`;

/** What a request may need of its own: a mark, an ISBN-13 that no book has, a day to come. */
export const DRAW = `
pm.collectionVariables.set('marque', pm.variables.replaceIn('{{$guid}}'));
pm.collectionVariables.set('dans_un_mois', new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10));
const douze = '97910' + String(Math.floor(Math.random() * 1e7)).padStart(7, '0');
const somme = [...douze].reduce((total, chiffre, rang) => total + Number(chiffre) * (rang % 2 ? 3 : 1), 0);
pm.collectionVariables.set('isbn', douze + ((10 - (somme % 10)) % 10));`;

/** Undoes what a request and its preparation have created, the latest first. */
export const UNDO = `
const defaire = (lieu) => {
  if (lieu.startsWith('/emprunts/')) return { demande: 'POST ' + lieu + '/retour' };
  if (lieu.startsWith('/reservations/')) return { demande: 'POST ' + lieu + '/annulation' };
  if (lieu.includes('/penalites/')) return { demande: 'POST ' + lieu + '/annulation', corps: { motif: 'Rangement' } };
  return { demande: 'DELETE ' + lieu };
};
const ranger = ([lieu, ...reste]) => lieu && appeler(defaire(lieu), () => ranger(reste));
noter(pm.response);
ranger((pm.collectionVariables.get('crees') || '').split(' ').filter(Boolean).reverse());
pm.collectionVariables.set('crees', '');`;

function prepareScript({ prepare = [] }: Step): string {
  const calls = prepare.map((call) => `  ${JSON.stringify(call)},\n`);
  return calls.length === 0 ? '' : `${PREPARE}\npreparer([\n${calls.join('')}]);`;
}

/** Leaves the request out, and with it the rest of the script, which `skipRequest` ends. */
const skipScript = (needs: Step['needs']): string => `
if (!pm.environment.get('${needs}')) {
  console.log('Étape laissée de côté : « ${needs} » est vide dans l’environnement.');
  pm.execution.skipRequest();
}`;

export const linesOf = (text: string): string[] => text.trim().split('\n').filter(Boolean);

/** A script after the functions that it calls. */
export function withHelpers(script: string): string[] {
  const helpers = [script.includes('appeler(') && CALL, script.includes('noter(') && NOTE];
  return [...helpers, script].flatMap((part) => linesOf(part || ''));
}

export const beforeScript = (step: Step): string[] =>
  withHelpers([step.needs ? skipScript(step.needs) : '', step.before ?? '', prepareScript(step)].join('\n'));
