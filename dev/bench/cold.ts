import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Bundle, bundleFunctions, bundleReference } from './bundles.ts';
import { LARGEST_BUNDLE } from './largest-bundle.ts';
import { openLibrary } from './library.ts';
import type { Operation } from './operations.ts';
import { finish, median, print } from './report.ts';

/**
 * npm run bench -- cold measures a function's cold start: what its bundle weighs, and the processor time that it takes
 * to load it and then to answer a first real call, each time in a new process, beside a bare handler on lib-dynamodb.
 * It fails when a function loads slower than that handler, or its bundle is too large.
 */
const SAMPLES = 15;
/** The reference starts once before so many functions. */
const BESIDE = 4;
/** A function is compared with the reference that started before it, and with so many before that and after it. */
const NEAR = 2;

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

const functions = await bundleFunctions();
const references: Times[] = [];
/** What each function took, and how many references had been started by then. */
const samples = new Map(functions.map((bundle) => [bundle, [] as (Times & { after: number })[]]));
for (let round = 0; round < SAMPLES; round += 1)
  for (const [n, bundle] of functions.entries()) {
    if (n % BESIDE === 0) references.push(await start(reference));
    samples.get(bundle)?.push({ ...(await start(bundle)), after: references.length });
  }

/** The references next to a sample: the machine is fast or slow for minutes on end. */
const around = (after: number): Times[] => references.slice(Math.max(0, after - 1 - NEAR), after + NEAR);

const figures = (times: readonly (Times & { after: number })[], of: (times: Times) => number) => ({
  ms: median(times, of),
  ratio: median(times, (one) => of(one) / median(around(one.after), of)),
});
const load = (times: Times): number => times.load;
const total = (times: Times): number => times.total;
const measured = [...samples].map(([bundle, times]) => ({
  ...bundle,
  load: figures(times, load),
  total: figures(times, total),
}));
const bare = {
  ...reference,
  load: { ms: median(references, load), ratio: 1 },
  total: { ms: median(references, total), ratio: 1 },
};

print(
  `Temps de processeur d’une fonction qui démarre : médianes de ${SAMPLES} processus neufs`,
  [bare, ...measured].map(({ name, bytes, load, total }) => ({
    fonction: name,
    ko: bytes / 1000,
    'charger, ms': load.ms,
    '× nu': load.ratio,
    ...(prepares.has(name) && { 'et répondre, ms': total.ms, '× nu ': total.ratio }),
  })),
);
finish([
  ...measured
    .filter(({ bytes }) => bytes > LARGEST_BUNDLE)
    .map(({ name }) => `${name} pèse plus de ${LARGEST_BUNDLE / 1000} ko.`),
  ...measured.filter(({ load }) => load.ratio > 1).map(({ name }) => `${name} se charge moins vite que le GetItem nu.`),
]);
