import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Bundle, bundleFunctions, bundleReference } from './bundles.ts';
import { LARGEST_BUNDLE } from './largest-bundle.ts';
import { openLibrary } from './library.ts';
import type { Operation } from './operations.ts';
import { finish, print } from './report.ts';

/**
 * npm run bench -- cold measures a function's cold start: what its bundle weighs, and the processor time that it takes
 * to load it and then to answer a first real call, each time in a new process, beside a bare handler on lib-dynamodb.
 * It fails when a function loads slower than that handler, or its bundle is too large.
 */
const SAMPLES = 15;

await openLibrary();
const { arrive } = await import('../../tests/support/gateway.ts');
const { makeOperations } = await import('./operations.ts');

/** What makes a first call of each function that has a route; the others are only loaded. */
const prepares = new Map<string, Operation[1]>();
for (const [, prepare] of (await makeOperations()).toReversed())
  prepares.set(arrive(...(await prepare())).name, prepare);
const reference = await bundleReference('GetItem par lib-dynamodb, nu', 'dev/bench/bare.handler');
prepares.set(reference.name, prepares.get('users-get') as Operation[1]);

const PROGRAM = fileURLToPath(new URL('first-call.cjs', import.meta.url));

/** As Lambda gives it to a function: credentials, and no option of Node. The last one tells the SDK where DynamoDB is. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_'))),
  AWS_SESSION_TOKEN: 'local',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_ENDPOINT_URL_DYNAMODB: process.env.DYNAMODB_ENDPOINT,
};

/** Milliseconds of processor time. */
interface Times {
  load: number;
  /** With the first call. */
  total: number;
}

async function start({ name, file, handler }: Bundle): Promise<Times> {
  const asked = await prepares.get(name)?.();
  const call = asked && arrive(...asked);
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify({ file, handler, ...call })], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const { status, ...times } = JSON.parse((await text(child.stdio[3] as Readable)) || '{"status":"aucune réponse"}');
  if (status >= 200 && status < 300) return times;
  throw new Error(`${name} : ${status}`);
}

const samples = new Map<Bundle, Times[]>([reference, ...(await bundleFunctions())].map((bundle) => [bundle, []]));
// All take turns, so that whatever else the machine does meets them all.
for (let round = 0; round < SAMPLES; round += 1) {
  for (const [bundle, times] of samples) times.push(await start(bundle));
}

const measured = [...samples].map(([{ name, bytes }, times]) => ({
  name,
  bytes,
  // Whatever else the machine does only adds to it.
  load: Math.min(...times.map(({ load }) => load)),
  total: Math.min(...times.map(({ total }) => total)),
}));
const [bare, ...ours] = measured as [(typeof measured)[0], ...typeof measured];

print(
  `Temps de processeur d’une fonction qui démarre : le moindre de ${SAMPLES} processus neufs`,
  measured.map(({ name, bytes, load, total }) => ({
    fonction: name,
    ko: bytes / 1000,
    'charger, ms': load,
    '× nu': load / bare.load,
    ...(prepares.has(name) && { 'et répondre, ms': total, '× nu ': total / bare.total }),
  })),
);
finish([
  ...ours
    .filter(({ bytes }) => bytes > LARGEST_BUNDLE)
    .map(({ name }) => `${name} pèse plus de ${LARGEST_BUNDLE / 1000} ko.`),
  ...ours.filter(({ load }) => load > bare.load).map(({ name }) => `${name} se charge moins vite que le GetItem nu.`),
]);
