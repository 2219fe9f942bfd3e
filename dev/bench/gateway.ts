import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { freePort } from '../../tests/support/port.ts';
import { type System, startSystem } from '../../tests/support/system.ts';
import { audience, issuer, jwksUrl, signToken } from '../local/keys.ts';
import { finish, median, print, quantile } from './report.ts';

/**
 * npm run bench -- gateway measures how many answers a second callers get through the local gateway, and how late,
 * beside the plainest handlers that do the same work behind the same emulator, on the same DynamoDB Local. It fails
 * when an answer is not the one expected, or when an operation falls too far behind its plainest handler.
 */
const CALLERS = [1, 20];
const ROUNDS = 11;
/** Calls of each kind in a round, by one caller and by many. */
const FEW = 12;
const MANY = 60;
/** The first calls of a round wake up a system that sat idle while the other had its turn: they do not count. */
const WAKING = 0.2;
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
  ['lire un compte', 'GET', 200, ({ users }, n) => [`/utilisateurs/${users[n]}`]],
  ['vérifier un compte', 'GET', 200, ({ users }, n) => [`/utilisateurs/${users[n]}/verification`]],
  ['créer un compte', 'POST', 201, () => ['/utilisateurs', someone()]],
  ['chercher un livre', 'GET', 200, () => [`/livres?titre=${WORD}`]],
  [LEND, 'POST', 201, ({ users, books }, n) => ['/emprunts', { utilisateur_id: users[n], livre_id: books[n] }]],
  ['prolonger', 'POST', 200, ({ loans }, n) => [`/emprunts/${loans[n]}/prolongation`]],
  ['rendre', 'POST', 200, ({ loans }, n) => [`/emprunts/${loans[n]}/retour`]],
];

const authorization = `Bearer ${await signToken('bibliothecaire')}`;

/** Has callers send so many calls, each its next when its last is answered. @returns the ids in the answers, and milliseconds */
async function call(side: Side, [name, method, status, nth]: Operation, connections: number, amount: number) {
  const times: number[] = [];
  const bodies: string[] = [];
  const wrong: string[] = [];
  let n = 0;
  const setupRequest = (request: autocannon.Request) => {
    const [path, body] = nth(side, n);
    n += 1;
    return { ...request, path, ...(body && { body: JSON.stringify(body) }) };
  };
  const onResponse = (code: number, body: string) => {
    if (code === status) bodies.push(body);
    else wrong.push(`${code} ${body}`);
  };
  const result = await autocannon({
    url: side.url,
    connections,
    amount,
    headers: { authorization, 'content-type': 'application/json' },
    setupClient: (client) => client.on('response', (_code, _bytes, ms) => times.push(ms)),
    requests: [{ method, setupRequest, onResponse }],
  });
  if (result.errors > 0 || wrong[0]) throw new Error(`${name}, ${side.name} : ${wrong[0] ?? 'appels sans réponse'}`);
  return { ids: () => bodies.map((body): string => JSON.parse(body).id), times };
}

/** Answers a second, and milliseconds. */
type Figures = Record<'rate' | 'p50' | 'p99', number>;

async function measure(side: Side, operation: Operation, callers: number): Promise<Figures> {
  const amount = callers === 1 ? FEW : MANY;
  const { ids, times } = await call(side, operation, callers, amount);
  if (operation[0] === LEND) side.loans = ids();
  const counted = times.slice(amount * WAKING);
  const mean = counted.reduce((sum, ms) => sum + ms, 0) / counted.length;
  return { rate: (callers * 1000) / mean, p50: quantile(counted, 0.5), p99: quantile(counted, 0.99) };
}

/** Starts the plainest handlers beside the system, in its own checkout and on its DynamoDB Local. @returns their address */
async function startPlainest({ folder, dynamodb }: System): Promise<string> {
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
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  process.once('exit', () => child.kill());
  const url = `http://localhost:${port}`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error('the plainest handlers have not started');
    await sleep(100);
  }
  return url;
}

const system = await startSystem();
const empty = { users: [], books: [], loans: [] };
const ours: Side = { name: 'bibliothèque', url: system.url, ...empty };
const plainest: Side = { name: 'la plus simple', url: await startPlainest(system), ...empty };
const create = async (count: number, path: string, body: () => object) =>
  (await call(ours, ['remplir', 'POST', 201, () => [path, body()]], 8, count)).ids();

await create(FOUND, '/livres', () => someBook(`Le ${WORD} du jardin et la maison`));
for (const side of [ours, plainest]) {
  side.users = await create(MANY, '/utilisateurs', someone);
  side.books = await create(MANY, '/livres', () => someBook('Les Misérables'));
  for (const operation of OPERATIONS) await measure(side, operation, Math.max(...CALLERS));
}

/** Round by round, what each system was measured at. */
const results = new Map<string, { own: Figures; plain: Figures }[]>();
for (const callers of CALLERS) {
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const operation of OPERATIONS) {
      const title = `${operation[0]}, ${callers}`;
      const figures = new Map<Side, Figures>();
      // Whatever else the machine does falls on the one as often as on the other.
      for (const side of n % 2 === 0 ? [ours, plainest] : [plainest, ours])
        figures.set(side, await measure(side, operation, callers));
      const [own, plain] = [ours, plainest].map((side) => figures.get(side) as Figures) as [Figures, Figures];
      results.set(title, [...(results.get(title) ?? []), { own, plain }]);
    }
  }
}
await system.stop();

const rows = [...results].map(([title, rounds]) => ({
  'opération, appelants': title,
  'réponses/s': median(rounds, ({ own }) => own.rate),
  'la plus simple': median(rounds, ({ plain }) => plain.rate),
  rapport: median(rounds, ({ own }) => own.rate) / median(rounds, ({ plain }) => plain.rate),
  'p50, ms': median(rounds, ({ own }) => own.p50),
  'p99, ms': median(rounds, ({ own }) => own.p99),
}));
print(`Passerelle locale : médianes de ${ROUNDS} manches`, rows);
const slow = rows.filter(({ rapport }) => rapport < LEAST);
finish(slow.map((row) => `Moins de ${LEAST} fois la plus simple : ${row['opération, appelants']}.`));
