import { SingleBar } from 'cli-progress';
import { type Bundle, bundleByDefault, bundleFunctions, bundlePlainly } from './support/bundle.ts';
import { calm } from './support/calm.ts';
import { median } from './support/figures.ts';
import { openLibrary } from './support/library.ts';
import { startMail } from './support/mail.ts';
import { publish } from './support/publish.ts';
import './support/quiet.ts';

/**
 * A function's cold start: what its bundle weighs, how long it takes to load and to answer a first real
 * call, each time in a process of its own, beside functions that anybody would write.
 */

const SAMPLES = 15;
/** Bytes. */
const LARGEST = 300_000;
/** Of the references' time, the part that a function may take. */
const OF_BARE = 1;
const OF_USUAL = 0.5;

const EMPTY = 'fonction vide';
const BARE = 'GetItem par lib-dynamodb, nu';
const USUAL = 'pile habituelle : middy, zod, GetItem';
const USUAL_LIKE_OURS = 'la même, avec nos réglages de paquet';

await openLibrary();
process.env.SES_ENDPOINT = await startMail();
// These read the environment when they are imported.
const { calls } = await import('./support/calls.ts');
const { firstCall } = await import('./support/fresh-process.ts');

type Subject = Pick<Bundle, 'name' | 'file' | 'handler' | 'bytes'>;

async function reference(name: string, entry: string, bundle = bundlePlainly): Promise<Subject> {
  return { name, handler: 'handler', ...(await bundle(`bench/references/cold/${entry}.ts`)) };
}

/** The call of a function; the references read the account that `users-get` reads. */
async function callOf(name: string) {
  const own = calls[name];
  if (own) return own();
  const { event, context } = await (calls['users-get'] as (typeof calls)[string])();
  const { id } = (event as { pathParameters: { id: string } }).pathParameters;
  const headers = { 'content-type': 'application/json' };
  return { event: { ...event, headers, body: JSON.stringify({ id }) }, context };
}

const NOT_FOUND = 'not-found';

async function sample({ name, file, handler }: Subject, isCount = false) {
  const outcome = await firstCall({ file, handler, ...(await callOf(name)), isCount });
  const { statusCode = 200 } = outcome.answer as { statusCode?: number };
  if (statusCode >= 400 && name !== NOT_FOUND) throw new Error(`${name}: ${JSON.stringify(outcome.answer)}`);
  return outcome;
}

const functions = await bundleFunctions();
const references = [
  await reference(EMPTY, 'empty'),
  await reference(BARE, 'bare'),
  await reference(USUAL, 'usual', bundleByDefault),
  await reference(USUAL_LIKE_OURS, 'usual'),
];
const subjects = [...references, ...functions];

const bar = new SingleBar({ format: '{bar} {value}/{total} démarrages | reste {eta_formatted}', noTTYOutput: true });
bar.start(subjects.length * (SAMPLES + 1), 0);

const sent = new Map<Subject, string[]>();
for (const subject of subjects) {
  sent.set(subject, (await sample(subject, true)).sent);
  bar.increment();
}

/** All subjects take turns: whatever else the machine does meets them all. */
const samples = new Map<Subject, { load: number; call: number }[]>(subjects.map((subject) => [subject, []]));
for (let round = 0; round < SAMPLES; round += 1) {
  for (const subject of subjects) {
    await calm();
    const { load, call } = await sample(subject);
    samples.get(subject)?.push({ load, call });
    bar.increment();
  }
}
bar.stop();

const medianOf = (subject: Subject, what: (sample: { load: number; call: number }) => number) =>
  median((samples.get(subject) ?? []).map(what));

interface Row extends Record<string, string | number> {
  fonction: string;
  ms: number;
  '× nu': number;
  '× habituelle': number;
}

/** A row a subject: its median, and what part of the references' it is. */
function compare(what: (sample: { load: number; call: number }) => number, more: (subject: Subject) => object): Row[] {
  const [, bare = 0, usual = 0] = references.map((reference) => medianOf(reference, what));
  return subjects.map((subject) => {
    const ms = medianOf(subject, what);
    return { fonction: subject.name, ms, '× nu': ms / bare, '× habituelle': ms / usual, ...more(subject) };
  });
}

const requestsOf = (subject: Subject) => sent.get(subject)?.length ?? 0;
const loading = compare(
  ({ load }) => load,
  ({ bytes }) => ({ ko: Math.round(bytes / 100) / 10 }),
);
const answering = compare(
  ({ load, call }) => load + call,
  (subject) => ({ 'requêtes à DynamoDB': requestsOf(subject) }),
);

await publish(
  'cold',
  [
    { title: `Charger une fonction : médianes de ${SAMPLES} processus neufs`, rows: loading },
    { title: 'Charger une fonction et répondre à un premier appel : les mêmes processus', rows: answering },
  ],
  subjects.map((subject) => ({ name: subject.name, requests: sent.get(subject), samples: samples.get(subject) })),
);

const ours = loading.slice(references.length);
const verdict = [
  { fault: 'Pèsent plus de 300 ko', bad: functions.filter(({ bytes }) => bytes > LARGEST).map(({ name }) => name) },
  {
    fault: `Ne se chargent pas en au plus ${OF_BARE} × le GetItem nu`,
    bad: ours.filter((row) => row['× nu'] > OF_BARE).map(({ fonction }) => fonction),
  },
  {
    fault: `Ne se chargent pas en au plus ${OF_USUAL} × la pile habituelle`,
    bad: ours.filter((row) => row['× habituelle'] > OF_USUAL).map(({ fonction }) => fonction),
  },
].filter(({ bad }) => bad.length > 0);

console.log(
  verdict.length > 0
    ? `\n${verdict.map(({ fault, bad }) => `${fault} : ${bad.join(', ')}`).join('\n')}`
    : '\nToutes les exigences sont tenues.',
);
process.exit(verdict.length > 0 ? 1 : 0);
