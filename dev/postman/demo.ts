import { styleText } from 'node:util';
import { answers as isOpen } from '../local/checks.ts';
import { answers, type LocalEnvironment, readEnvironment, variable } from '../local/postman.ts';
import { addresses, isMoved } from '../local/stage.ts';
import { stepsOf } from './model.ts';
import { type Played, play } from './run.ts';
import { story } from './story.ts';

/** Tells the story of the folder « Démonstration » in a terminal, against the running system. */

/** Of a longer list the last are shown. */
const MOST_ELEMENTS = 12;

type Entity = Record<string, unknown>;

const shown = new Map(stepsOf(story).map(({ name, about, shows = [] }) => [name, { about, shows }]));

const said = (value: unknown): string =>
  Array.isArray(value) ? value.map(said).join(', ') || 'aucun' : String(value ?? 'aucun');

/** The field at a path, as `penalite.montant` is one; of a list, that of each element. */
function fieldAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  if (Array.isArray(value)) return value.map((element) => fieldAt(element, [name, ...rest]));
  return fieldAt((value as Entity | null)?.[name], rest);
}

const fieldsOf = (entity: Entity, paths: readonly string[]): string =>
  paths.map((path) => `${styleText('dim', path)} ${brief(said(fieldAt(entity, path.split('.'))))}`).join('   ');

/** A UUID is told by its beginning. */
const brief = (text: string): string => text.replace(/([0-9a-f]{8})(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '$1…');

/** The telling parts of an answer, a line each. */
function tellingParts(body: Entity, paths: readonly string[]): string[] {
  if (body.code) return [said(body.detail), fieldsOf(body, ['code', 'motifs'])];
  const list = (body.elements ?? body.emails) as Entity[] | undefined;
  if (!list) return paths.length > 0 ? [fieldsOf(body, paths)] : [];
  if (list.length === 0) return ['aucun'];
  return list.slice(-MOST_ELEMENTS).map((element) => fieldsOf(element, paths));
}

/** @param base the API's address, which is not said again each time */
function requestLine({ request, response }: Played, base: string): string {
  const address = brief(decodeURIComponent(request?.url.toString() ?? '').replace(base, ''));
  const colour = !response ? 'red' : response.code < 400 ? 'green' : 'yellow';
  const answer = response ? `${response.code} ${response.status}` : 'sans réponse';
  return `${styleText('cyan', request?.method ?? '')} ${address}  →  ${styleText(colour, answer)}`;
}

function tell(played: Played, environment: LocalEnvironment): void {
  const { name, request, response, remarks, failures } = played;
  const { about, shows } = shown.get(name) ?? { about: '', shows: [] };
  console.log(`\n  ${styleText('bold', name)}`);
  const told = about.replaceAll('`', '').replaceAll(/\{\{(\w+)\}\}/g, (_, key) => variable(environment, key));
  console.log(`  ${styleText('dim', told)}`);
  if (!request) {
    for (const remark of remarks) console.log(`    ${styleText('yellow', remark)}`);
  } else {
    console.log(`    ${requestLine(played, variable(environment, 'base_url'))}`);
    const text = response?.text() ?? '';
    for (const line of text ? tellingParts(JSON.parse(text), shows) : []) console.log(`    ${line}`);
  }
  for (const failure of failures) console.log(`    ${styleText('red', `✗ ${failure}`)}`);
}

async function demonstrate(environment: LocalEnvironment): Promise<boolean> {
  const begun = performance.now();
  let chapter: string | undefined;
  const all = await play(environment, {
    only: [story.name],
    onPlayed: (played) => {
      if (played.folder !== chapter) {
        chapter = played.folder;
        console.log(`\n${styleText(['bold', 'blue'], chapter ?? '')}`);
      }
      tell(played, environment);
    },
  });
  const failing = all.filter(({ failures }) => failures.length > 0).length;
  const checks = all.reduce((sum, played) => sum + played.checks, 0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).replace('.', ',');
  const verdict = failing === 0 ? 'tout est juste' : `${failing} en échec`;
  const line = `${failing === 0 ? '✓' : '✗'} ${all.length} étapes, ${checks} vérifications, ${seconds} s : ${verdict}.`;
  console.log(`\n${styleText(failing === 0 ? 'green' : 'red', line)}`);
  return failing === 0;
}

/** @returns what does not answer, with the variable of its port; nothing when all is there */
async function silentIn(environment: LocalEnvironment | undefined): Promise<string | undefined> {
  const api = environment ? variable(environment, 'base_url') : isMoved && addresses.api;
  if (!api) return 'Le système n’a pas été lancé';
  if (!environment || !(await answers(api))) return `La bibliothèque ne répond pas à ${api} (PORT)`;
  const inbox = variable(environment, 'inbox');
  // A system that is elsewhere has none.
  if (!inbox) return undefined;
  const { hostname, port } = new URL(inbox);
  return (await isOpen(hostname, Number(port)))
    ? undefined
    : `La boîte des courriels ne répond pas à ${inbox} (MAIL_PORT)`;
}

const [file] = process.argv.slice(2);
const environment = await readEnvironment(file).catch(() => undefined);
if (file !== undefined && !environment) {
  console.error(
    `« ${file} » n’est pas le fichier d’un environnement de Postman. Sans lui, npm run demo joue l’histoire ici.`,
  );
  process.exit(2);
}
const silent = await silentIn(environment);
if (environment && !silent) {
  process.exitCode = (await demonstrate(environment)) ? 0 : 1;
} else {
  console.error(
    `${silent} : lancez « npm start » dans un autre terminal, puis « npm run demo » avec les mêmes variables de ports.`,
  );
  process.exitCode = 1;
}
