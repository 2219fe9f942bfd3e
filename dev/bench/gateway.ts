import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request as http, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../tests/support/port.ts';
import { type System, startSystem } from '../../tests/support/system.ts';
import { audience, issuer, jwksUrl, signToken } from '../local/keys.ts';
import { finish, median, print, quantile } from './report.ts';

/**
 * npm run bench -- gateway measures how many answers a second callers get through the local gateway, and how late,
 * beside the plainest handlers that do the same work behind the same emulator, on the same DynamoDB Local. It fails
 * when an answer is not the one expected, or when an operation falls too far behind its plainest handler.
 */

/** One caller asks the two systems by turns, call by call. */
const FEW = 30;
/** Many callers would wait for one system while they ask the other: each system has so many calls, round by round. */
const CALLERS = 20;
const MANY = 160;
/** What changes nothing is soon answered, and may be asked as often as it takes a pause of the machine to count little. */
const OFTEN = 4;
const ROUNDS = 6;
/** The first calls wake up a system that sat idle while the other had its turn: they do not count. */
const WAKING = 0.1;
/** The part of the plainest handler's answers a second that ours must reach. */
const LEAST = 0.8;

const WORD = 'xylophone';
/** A page of twenty and a cursor. */
const FOUND = 25;

/** One of the two systems, with accounts, books and loans of its own. */
interface Side extends Record<'users' | 'books' | 'loans', string[]> {
  name: string;
  url: string;
}

type Operation = readonly [
  name: string,
  method: 'GET' | 'POST',
  status: number,
  /** The path and the body of a side's nth call. */
  nth: (side: Side, n: number) => [path: string, body?: object],
];

const someone = () => ({ nom: 'Durand', prenom: 'Camille', email: `${randomUUID()}@exemple.fr` });
const someBook = (titre: string) => ({ titre, auteur: 'Zacharie Quesnel', isbn: null, annee: 1984, exemplaires: 1 });

/** Each round lends books, renews those loans and takes the books back: the next one finds everything as it was. */
const LEND = 'prêter';
const OPERATIONS: readonly Operation[] = [
  ['lire un compte', 'GET', 200, ({ users }, n) => [`/utilisateurs/${users[n % MANY]}`]],
  ['vérifier un compte', 'GET', 200, ({ users }, n) => [`/utilisateurs/${users[n % MANY]}/verification`]],
  ['créer un compte', 'POST', 201, () => ['/utilisateurs', someone()]],
  ['chercher un livre', 'GET', 200, () => [`/livres?titre=${WORD}`]],
  [LEND, 'POST', 201, ({ users, books }, n) => ['/emprunts', { utilisateur_id: users[n], livre_id: books[n] }]],
  ['prolonger', 'POST', 200, ({ loans }, n) => [`/emprunts/${loans[n]}/prolongation`]],
  ['rendre', 'POST', 200, ({ loans }, n) => [`/emprunts/${loans[n]}/retour`]],
];

const authorization = `Bearer ${await signToken('bibliothecaire')}`;

/** The system closes a connection that was idle for five seconds. It is closed here before, so that no call meets that. */
const agent = new Agent({ keepAlive: true, timeout: 3000 });

/** Makes a side's nth call. @returns the milliseconds that its answer took, and the answer */
async function ask({ name: side, url }: Side, [name, method, status]: Operation, path: string, body?: object) {
  const begun = performance.now();
  const request = http(url + path, { agent, method, headers: { authorization, 'content-type': 'application/json' } });
  request.end(body && JSON.stringify(body));
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const answer = await text(response);
  if (response.statusCode !== status) throw new Error(`${name}, ${side} : ${response.statusCode} ${answer}`);
  return { ms: performance.now() - begun, answer };
}

type Asked = Awaited<ReturnType<typeof ask>>;
const askNth = (side: Side, operation: Operation, n: number) => ask(side, operation, ...operation[3](side, n));

/** Has callers share so many calls, each its next when its last is answered. */
async function askAll(side: Side, operation: Operation, callers: number, amount: number): Promise<Asked[]> {
  const all: Asked[] = [];
  let n = 0;
  const caller = async () => {
    while (n < amount) {
      const next = n;
      n += 1;
      all.push(await askNth(side, operation, next));
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return all;
}

/** What lending has made is renewed and taken back next. */
function keepLoans(side: Side, [name]: Operation, all: Asked[]): void {
  if (name === LEND) side.loans = all.map(({ answer }) => JSON.parse(answer).id);
}

/** Answers a second, and milliseconds. */
type Figures = Record<'rate' | 'p50' | 'p99', number>;
type Pair = readonly [own: Figures, plain: Figures];

function figuresOf(all: Asked[], callers: number): Figures {
  const times = all.slice(all.length * WAKING).map(({ ms }) => ms);
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
  return { rate: (callers * 1000) / mean, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

async function byTurns(sides: readonly [Side, Side], operation: Operation): Promise<Pair> {
  const asked: [Asked[], Asked[]] = [[], []];
  for (let n = 0; n < FEW; n += 1)
    for (const which of n % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      asked[which].push(await askNth(sides[which], operation, n));
  for (const which of [0, 1] as const) keepLoans(sides[which], operation, asked[which]);
  return [figuresOf(asked[0], 1), figuresOf(asked[1], 1)];
}

async function oneByOne(sides: readonly [Side, Side], operation: Operation): Promise<Pair> {
  const figures: Figures[] = [];
  for (const side of sides) {
    const all = await askAll(side, operation, CALLERS, operation[1] === 'GET' ? MANY * OFTEN : MANY);
    keepLoans(side, operation, all);
    figures.push(figuresOf(all, CALLERS));
  }
  return figures as unknown as Pair;
}

/** The most characters that are kept of what they print. */
const SAID = 2000;

/** Starts the plainest handlers beside the system, in its own checkout and on its DynamoDB Local. */
async function startPlainest({ folder, dynamodb }: System) {
  const port = await freePort();
  const program = join(folder, 'node_modules/serverless/bin/serverless.js');
  const child = spawn(process.execPath, [program, 'offline', 'start'], {
    cwd: join(folder, 'dev/bench/plainest'),
    env: {
      ...process.env,
      PORT: String(port),
      LAMBDA_PORT: String(await freePort()),
      DYNAMODB_ENDPOINT: dynamodb,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      JWKS: await (await fetch(await jwksUrl())).text(),
      JWT_ISSUER: issuer,
      JWT_AUDIENCE: audience,
    },
    // What it prints goes through a pipe, as what the system prints does: a terminal would have another price.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.resume();
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-SAID);
  });
  process.once('exit', () => child.kill());
  const url = `http://localhost:${port}`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`the plainest handlers have not started:\n${said}`);
    await sleep(100);
  }
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'exit');
  };
  return { url, stop };
}

const system = await startSystem();
const empty = { users: [], books: [], loans: [] };
const ours: Side = { name: 'bibliothèque', url: system.url, ...empty };
const beside = await startPlainest(system);
const plainest: Side = { name: 'la plus simple', url: beside.url, ...empty };
const sides = [ours, plainest] as const;
const create = async (count: number, path: string, body: () => object): Promise<string[]> =>
  (await askAll(ours, ['remplir', 'POST', 201, () => [path, body()]], 8, count)).map(
    ({ answer }) => JSON.parse(answer).id,
  );

await create(FOUND, '/livres', () => someBook(`Le ${WORD} du jardin et la maison`));
for (const side of sides) {
  side.users = await create(MANY, '/utilisateurs', someone);
  side.books = await create(MANY, '/livres', () => someBook('Les Misérables'));
}

/** What both were measured at: the first round, in which everything is compiled, does not count. */
const results = new Map<string, Pair[]>();
for (let n = 0; n <= ROUNDS; n += 1)
  for (const [callers, measure] of [
    [1, byTurns],
    [CALLERS, oneByOne],
  ] as const)
    for (const operation of OPERATIONS) {
      const title = `${operation[0]}, ${callers}`;
      const pair = await measure(sides, operation);
      if (n > 0) results.set(title, [...(results.get(title) ?? []), pair]);
    }
await beside.stop();
await system.stop();

const rows = [...results].map(([title, pairs]) => {
  const [own, plain] = [median(pairs, ([{ rate }]) => rate), median(pairs, ([, { rate }]) => rate)];
  return {
    'opération, appelants': title,
    'réponses/s': own,
    'la plus simple': plain,
    rapport: own / plain,
    'p50, ms': median(pairs, ([{ p50 }]) => p50),
    'p99, ms': median(pairs, ([{ p99 }]) => p99),
  };
});
print(`Passerelle locale : médianes de ${ROUNDS} manches`, rows);
const slow = rows.filter(({ rapport }) => rapport < LEAST);
finish(slow.map((row) => `Moins de ${LEAST} fois la plus simple : ${row['opération, appelants']}.`));
