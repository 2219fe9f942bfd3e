import { type Step, searchOf } from './model.ts';

/**
 * The scripts around requests, in what the Postman of two years ago and `newman` know: callbacks, since that runtime
 * waits for no promise.
 */

/** Calls the API as a librarian, then goes on. */
const CALL = `
const appeler = ({ demande, corps, cle }, suite) => {
  const [method, chemin] = demande.split(' ');
  const header = { Authorization: 'Bearer {{jeton_bibliothecaire}}', 'Content-Type': 'application/json' };
  if (cle) header['Idempotency-Key'] = '{{marque}}';
  const body = corps && { mode: 'raw', raw: JSON.stringify(corps) };
  const requete = JSON.stringify({ url: '{{base_url}}' + chemin, method, header, body });
  pm.sendRequest(JSON.parse(pm.variables.replaceIn(requete)), (erreur, reponse) => {
    if (!erreur) return suite(reponse);
    pm.test('la bibliothèque répond', () => pm.expect.fail('lancez « npm start » : ' + erreur.message));
    if (pm.info.eventName === 'prerequest') pm.execution.skipRequest();
  });
};`;

/** Notes what was created, a penalty for a loss among it, to be undone. */
const NOTE = `
const noter = (reponse) => {
  const { code, headers } = reponse;
  const { penalite, utilisateur_id } = code === 200 ? reponse.json() : {};
  const lieux = code === 201 ? [headers.get('Location')] : [];
  if (penalite && utilisateur_id) lieux.push('/utilisateurs/' + utilisateur_id + '/penalites/' + penalite.id);
  pm.collectionVariables.set('crees', [pm.collectionVariables.get('crees') || '', ...lieux].join(' '));
};`;

/**
 * Makes calls one after the other, and keeps what they are to keep. A request whose preparation was refused has failed;
 * one for which there is nothing to find is left out.
 */
const PREPARE = `
const preparer = ([appel, ...reste], fin) => appel ? appeler(appel, (reponse) => {
  if (reponse.code >= 400 && reponse.code !== 404) {
    const { code, detail } = reponse.json();
    pm.test('la préparation ' + appel.demande + ' est acceptée', () => pm.expect.fail(reponse.code + ' ' + code + ' : ' + detail));
    return pm.execution.skipRequest();
  }
  noter(reponse);
  if (appel.nom) {
    const valeur = (appel.champ || 'id').split('.').reduce((objet, nom) => objet && objet[nom], reponse.json());
    if (valeur === undefined) return laisser(appel.demande + ' n’a pas donné ' + appel.nom + '.');
    pm.collectionVariables.set(appel.nom, String(valeur));
    pm.collectionVariables.set('etag_' + appel.nom, reponse.headers.get('ETag'));
  }
  preparer(reste, fin);
}) : fin();`;

/** Asks the same until the answer is there, five times at most: on AWS an index follows its table a moment later. */
const AWAIT = `
const attendre = (demande, estLa, essai = 1) => appeler({ demande }, (reponse) => {
  if (reponse.code !== 200 || essai === 5 || estLa(reponse.json())) return;
  setTimeout(() => attendre(demande, estLa, essai + 1), 400);
});`;

/** Makes the calls that follow the request, one after the other, each of them a test; then goes on. */
const FOLLOW = `
const suivre = ([appel, ...reste], fin) => appel ? appeler(appel, (reponse) => {
  pm.test(appel.test, () => {
    pm.expect(reponse.code).to.equal(appel.statut);
    if (appel.verifier) appel.verifier(reponse.json());
  });
  suivre(reste, fin);
}) : fin();`;

/** Undoes what was noted, the latest first. */
const TIDY = `
const ranger = () => {
  const defaire = (lieu) => {
    if (lieu.startsWith('/emprunts/')) return { demande: 'POST ' + lieu + '/retour' };
    if (lieu.startsWith('/reservations/')) return { demande: 'POST ' + lieu + '/annulation' };
    if (lieu.includes('/penalites/')) return { demande: 'POST ' + lieu + '/annulation', corps: { motif: 'Rangement' } };
    return { demande: 'DELETE ' + lieu };
  };
  const suivant = ([lieu, ...reste]) => lieu && appeler(defaire(lieu), () => suivant(reste));
  suivant((pm.collectionVariables.get('crees') || '').split(' ').filter(Boolean).reverse());
  pm.collectionVariables.set('crees', '');
};`;

/** Leaves the request out, says why, and ends the script. */
const LEAVE = `
const laisser = (raison) => {
  console.log('Étape laissée de côté : ' + raison);
  pm.test.skip('laissée de côté : ' + raison, () => {});
  pm.execution.skipRequest();
};`;

/** Each helper by the call of it; one uses those after it. */
const HELPERS = {
  'ranger(': TIDY,
  'suivre(': FOLLOW,
  'preparer(': PREPARE,
  'attendre(': AWAIT,
  'appeler(': CALL,
  'noter(': NOTE,
  'laisser(': LEAVE,
};

/** What a request may need of its own: a mark, an ISBN-13 that no book has, a day to come. */
const DRAWN = {
  marque: `
pm.collectionVariables.set('marque', pm.variables.replaceIn('{{$guid}}'));`,
  dans_un_mois: `
pm.collectionVariables.set('dans_un_mois', new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10));`,
  isbn: `
const douze = '97910' + String(Math.floor(Math.random() * 1e7)).padStart(7, '0');
const somme = [...douze].reduce((total, chiffre, rang) => total + Number(chiffre) * (rang % 2 ? 3 : 1), 0);
pm.collectionVariables.set('isbn', douze + ((10 - (somme % 10)) % 10));`,
};

function drawScript(step: Step): string {
  const text = withHelpers(JSON.stringify({ ...step, about: '' }) + prepareScript(step)).join();
  return Object.entries(DRAWN).reduce((all, [name, draw]) => (text.includes(`{{${name}}}`) ? all + draw : all), '');
}

/** Undoes what a request and its preparation have created. */
export const UNDO = `
noter(pm.response);
ranger();`;

/** The mistake that everybody makes once. */
export const ENVIRONMENT = `
if (!pm.environment.get('base_url'))
  throw new Error('Choisissez d’abord, en haut à droite, l’environnement « Bibliothèque (locale) ».');`;

/** Before a later request of a chapter: it is not sent without what those before it have kept. */
export const inOrder = (chapter: string): string => `
const [manque] = pm.variables.replaceIn(pm.request.url + ' ' + pm.request.body).match(/{{\\w+}}/) || [];
if (manque) {
  const conseil = ${JSON.stringify(`envoyez d’abord, dans l’ordre, les requêtes du chapitre « ${chapter} »`)};
  pm.test(conseil, () => pm.expect.fail('il manque ' + manque));
  pm.execution.skipRequest();
}`;

/** After the last request of a chapter: what it has made is taken away, and its variables with it. */
export const endOf = (variables: readonly string[]): string => `
${JSON.stringify(variables)}.forEach((nom) => pm.collectionVariables.unset(nom));
ranger();`;

function prepareScript({ prepare = [], until, route, query = {} }: Step): string {
  const calls = prepare.map((call) => `  ${JSON.stringify(call)},\n`);
  const asked = route + searchOf(query);
  const wait = until ? `attendre(${JSON.stringify(asked)}, (reponse) => ${until})` : '';
  if (calls.length === 0) return wait && `${wait};`;
  return `preparer([\n${calls.join('')}], () => ${wait || '{}'});`;
}

/** The rest of a script is not run: `skipRequest` ends it. */
const skipScript = (needs: Step['needs']): string =>
  needs === 'retard'
    ? `if (pm.collectionVariables.get('retard_id') === 'aucun') laisser('personne n’est en retard.');`
    : `if (!pm.environment.get('${needs}')) laisser('« ${needs} » est vide dans l’environnement.');`;

/** The calls after the request, and what ends its script. */
export function afterScript({ then = [], after = '' }: Step): string[] {
  const end = linesOf(after);
  if (then.length === 0) return end;
  const calls = then.map(({ checks, ...call }) => {
    const verifier = checks && `, verifier: (reponse) => { ${linesOf(checks).join(' ')} }`;
    return `  { ${JSON.stringify(call).slice(1, -1)}${verifier ?? ''} },`;
  });
  return ['suivre([', ...calls, '], () => {', ...end.map((line) => `  ${line}`), '});'];
}

export const linesOf = (text: string): string[] => text.trim().split('\n').filter(Boolean);

/** A script after the functions that it calls. */
export function withHelpers(script: string): string[] {
  const whole = Object.entries(HELPERS).reduce(
    (text, [call, helper]) => (text.includes(call) ? `${helper}\n${text}` : text),
    script,
  );
  return linesOf(whole);
}

export const beforeScript = (step: Step): string[] =>
  withHelpers(
    [step.needs ? skipScript(step.needs) : '', drawScript(step), step.before ?? '', prepareScript(step)].join('\n'),
  );
