import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleFunctions, bundlePlainly } from './support/bundle.ts';
import type { Memory, Order } from './support/endurance.ts';
import { openLibrary } from './support/library.ts';
import { publish } from './support/publish.ts';
import './support/quiet.ts';

/**
 * What a function's process holds on to: its memory after a thousand calls and after ten thousand, each
 * function in a process of its own, all at once. The process as a whole grows by what V8 gives its young
 * generation, with any code: beside ours stands a bare GetItem, in the same process otherwise.
 */

const CALLS = [1_000, 4_000, 7_000, 10_000];
/** Of what is held after the first thousand calls; and, of the process, beyond what a bare function's grows. */
const LARGEST_GROWTH = 0.1;
const FUNCTIONS = ['users-get', 'users-verify', 'users-create', 'books-search', 'loans-create'];
const BARE = 'GetItem par lib-dynamodb, nu';
/** As Lambda starts Node in 512 MB: a tenth for what is young, in two halves, and the rest. */
const LAMBDAS_FLAGS = ['--max-semi-space-size=25', '--max-old-space-size=461'];

await openLibrary();
// This reads the environment when it is imported.
const { call, calls } = await import('./support/calls.ts');
// What the functions invoke is in other processes: here it always answers yes, without any work.
process.env.LAMBDA_ENDPOINT = await startYes();
// The bare function leaves it to the SDK to find DynamoDB.
process.env.AWS_ENDPOINT_URL_DYNAMODB = process.env.DYNAMODB_ENDPOINT as string;

const { file: program } = await bundlePlainly('dev/bench/support/endurance.ts');
const bundles = [
  ...(await bundleFunctions()),
  { name: BARE, handler: 'handler', ...(await bundlePlainly('dev/bench/references/cold/bare.ts')) },
];

async function startYes(): Promise<string> {
  const answers = {
    'users-open-loan': { resultat: 'ouvert' },
    'books-take-copy': { resultat: 'pris', titre: 'Candide' },
  };
  const server = createServer((request, response) => {
    const name = Object.keys(answers).find((each) => request.url?.includes(each)) as keyof typeof answers;
    request.resume().once('end', () => response.end(JSON.stringify(answers[name])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function start(name: string): ChildProcess {
  const bundle = bundles.find((each) => each.name === name);
  const script = [program, bundle?.file as string, bundle?.handler as string];
  return spawn(process.execPath, ['--expose-gc', ...LAMBDAS_FLAGS, ...script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function ask<T>(child: ChildProcess, order: Order): Promise<T> {
  child.send(order);
  const [answer] = await once(child, 'message');
  return answer;
}

/** The bare function reads what `users-get` does. Calls that cost the database less: of a short page; of a loan whose person and book no command looks at. */
const lighter: typeof calls = {
  'books-search': () => call('GET', '/livres?titre=etranger&limite=5'),
  [BARE]: calls['users-get'] as (typeof calls)[string],
  'loans-create': () => call('POST', '/emprunts', { utilisateur_id: randomUUID(), livre_id: randomUUID() }),
};

/** The memory at each of the counts. */
async function endure(name: string): Promise<Memory[]> {
  const child = start(name);
  const next = (lighter[name] ?? calls[name]) as (typeof calls)[string];
  const found: Memory[] = [];
  for (let call = 1; call <= (CALLS.at(-1) ?? 0); call += 1) {
    const { statusCode = 200 } = await ask<{ statusCode?: number }>(child, await next());
    if (statusCode >= 400) throw new Error(`${name}: ${statusCode}`);
    if (CALLS.includes(call)) found.push(await ask(child, 'memory'));
  }
  child.kill();
  return found;
}

const mib = (bytes: number | undefined) => Math.round(((bytes ?? 0) / 2 ** 20) * 100) / 100;
const growth = ([first, ...rest]: number[]) => (rest.at(-1) ?? 0) / (first ?? 0) - 1;

const results = await Promise.all([BARE, ...FUNCTIONS].map(async (name) => ({ name, found: await endure(name) })));

const ofProcess = (found: Memory[]) => growth(found.map(({ rss }) => rss));
const bare = ofProcess(results[0]?.found ?? []);
const rows = results.map(({ name, found }) => ({
  fonction: name,
  ...Object.fromEntries(CALLS.map((count, n) => [`${count} appels, Mio`, mib(found[n]?.heap)])),
  'croissance, %': growth(found.map(({ heap }) => heap)) * 100,
  'processus au début, Mio': mib(found[0]?.rss),
  'processus à la fin, Mio': mib(found.at(-1)?.rss),
  'croissance du processus pour 1 du nu': (1 + ofProcess(found)) / (1 + bare),
}));
await publish('memory', [{ title: "Mémoire d'une fonction après tant d'appels, déchets ramassés", rows }], results);

const missed = rows.filter(
  (row) =>
    row['croissance, %'] > LARGEST_GROWTH * 100 || row['croissance du processus pour 1 du nu'] > 1 + LARGEST_GROWTH,
);
console.log(
  missed.length > 0
    ? `\nPlus de ${LARGEST_GROWTH * 100} % de croissance : ${missed.map(({ fonction }) => fonction).join(', ')}`
    : `\nL'exigence est tenue : au plus ${LARGEST_GROWTH * 100} % de croissance après les ${CALLS[0]} premiers appels.`,
);
process.exit(missed.length > 0 ? 1 : 0);
