import type autocannon from 'autocannon';
import { startSystem } from '../../tests/support/system.ts';
import { signToken } from '../local/keys.ts';
import { type Figures, measure, type Target, Unexpected } from './references/gateway/callers.ts';
import { fillBoth, type Library, WORD } from './references/gateway/library.ts';
import { startJsonServer, startPlainest } from './references/gateway/servers.ts';
import { calm } from './support/calm.ts';
import { median } from './support/figures.ts';
import { publish } from './support/publish.ts';

/**
 * npm run bench -- gateway: what people wait for, through the local gateway: requests a second and
 * latencies, beside the plainest handlers behind the same emulator and beside json-server. Fails when an
 * answer is not the one expected, or an operation falls too far behind its plainest handler.
 */

const CALLERS = [1, 20];
const ROUNDS = 9;
const ROUND_S = 1;
const WARM_UP_S = 1;
const WAKE_UP_S = 0.3;

const OURS = 'bibliothèque';
const PLAINEST = 'fonction la plus simple';
const JSON_SERVER = 'json-server';
const ALL = [OURS, PLAINEST, JSON_SERVER];

const READ = 'lire un compte';
const VERIFY = 'vérifier un compte';
const CREATE = 'créer un compte';
const SEARCH = 'chercher un livre';
const LEND = 'emprunter';
const CREATE_UNIQUE = 'créer un compte, e-mail unique';
const SEARCH_ALIKE = 'chercher un livre, mêmes requêtes';
const LEND_BY_SERVICES = 'emprunter, trois services';

/**
 * What the plainest handler does beside what: to verify, it would only read. Bound is what asks the same
 * of DynamoDB and Lambda; a handler that does less (one e-mail for two accounts, a search that may miss
 * what was just written, a loan in one service) is only shown.
 */
const COMPARED: { ours: string; plainest: string; isBound?: true }[] = [
  { ours: READ, plainest: READ, isBound: true },
  { ours: VERIFY, plainest: READ, isBound: true },
  { ours: CREATE, plainest: CREATE_UNIQUE, isBound: true },
  { ours: CREATE, plainest: CREATE },
  { ours: SEARCH, plainest: SEARCH_ALIKE, isBound: true },
  { ours: SEARCH, plainest: SEARCH },
  { ours: LEND, plainest: LEND_BY_SERVICES, isBound: true },
  { ours: LEND, plainest: LEND },
];
/** Of the plainest handler's requests a second, the part that the bound ones must reach. */
const LEAST = 0.8;

/** Round by round. */
type Rounds = Map<Target, Figures[]>;

/** The systems of an operation follow each other: whatever else the machine does meets them all. */
function targetsOf(urls: Record<string, string>, token: string, library: Library): Target[] {
  const { accounts, nextPair, nextPlainestPair } = library;
  const authorization = `Bearer ${token}`;
  let turn = 0;
  const next = () => {
    turn += 1;
    return turn;
  };
  const nextPath = () => `/utilisateurs/${accounts[next() % accounts.length]?.id}`;
  const newUser = () => ({ nom: 'Durand', prenom: 'Camille', email: `compte-${next()}@example.org` });
  const get = (path: string, headers = {}): autocannon.Request => ({ method: 'GET', headers, path });
  const post = (path: string, body: object): autocannon.Request => ({
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    path,
    body: JSON.stringify(body),
  });
  const by = (systems: string[], operation: string, status: number, request: Target['request']) =>
    systems.map((system) => ({ operation, system, url: urls[system] as string, status, request }));
  return [
    ...by([OURS], VERIFY, 200, () => get(`${nextPath()}/verification`, { authorization })),
    ...by(ALL, READ, 200, () => get(nextPath(), { authorization })),
    ...by(ALL, CREATE, 201, () => post('/utilisateurs', newUser())),
    ...by([PLAINEST], CREATE_UNIQUE, 201, () => post('/utilisateurs/uniques', newUser())),
    ...by([OURS, PLAINEST], SEARCH, 200, () => get(`/livres?titre=${WORD}`)),
    ...by([PLAINEST], SEARCH_ALIKE, 200, () => get(`/livres/semblables?titre=${WORD}`)),
    ...by([OURS], LEND, 201, () => post('/emprunts', nextPair())),
    ...by([PLAINEST], LEND, 201, () => post('/emprunts', nextPlainestPair())),
    ...by([PLAINEST], LEND_BY_SERVICES, 201, () => post('/emprunts/services', nextPlainestPair())),
  ];
}

async function measureInTurns(targets: Target[], callers: number): Promise<Rounds> {
  const rounds: Rounds = new Map(targets.map((target) => [target, []]));
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [target, figures] of rounds) {
      await calm();
      // Whoever sat idle while the others had their turn would start slower than who has just been called.
      await measure(target, callers, WAKE_UP_S);
      figures.push(await measure(target, callers, ROUND_S));
    }
  }
  return rounds;
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

const middle = (figures: Figures[], name: keyof Figures, decimals = 1) =>
  round(median(figures.map((one) => one[name])), decimals);

const named = (callers: number) => (callers === 1 ? '1 appelant' : `${callers} appelants`);

const tableOf = (rounds: Rounds, callers: number) => ({
  title: `Passerelle locale, ${named(callers)} : médianes de ${ROUNDS} manches de ${ROUND_S} s`,
  rows: [...rounds].map(([{ operation, system }, figures]) => ({
    opération: operation,
    système: system,
    'requêtes/s': middle(figures, 'rps', 0),
    'p50 (ms)': middle(figures, 'p50'),
    'p99 (ms)': middle(figures, 'p99'),
  })),
});

/** Our requests a second for one of the plainest handler's: round by round, since a round's share one moment. */
function ratioOf(rounds: Rounds, { ours, plainest }: (typeof COMPARED)[number]): number {
  const rpsOf = (system: string, operation: string) =>
    [...rounds]
      .filter(([target]) => target.system === system && target.operation === operation)
      .flatMap(([, figures]) => figures.map(({ rps }) => rps));
  const plain = rpsOf(PLAINEST, plainest);
  return round(median(rpsOf(OURS, ours).map((rps, n) => rps / (plain[n] as number))), 2);
}

async function measureAll(): Promise<[callers: number, Rounds][]> {
  const running: { stop: () => Promise<void> }[] = [];
  const started = <T extends (typeof running)[number]>(server: T): T => {
    running.push(server);
    return server;
  };
  try {
    const ours = started(await startSystem());
    const library = await fillBoth(ours.dynamodb);
    const plainest = started(await startPlainest(ours.dynamodb));
    const jsonServer = started(await startJsonServer({ utilisateurs: library.accounts }));
    const urls = { [OURS]: ours.url, [PLAINEST]: plainest.url, [JSON_SERVER]: jsonServer.url };
    const targets = targetsOf(urls, await signToken('bibliothecaire'), library);
    for (const target of targets) await measure(target, Math.max(...CALLERS), WARM_UP_S);
    const results: [number, Rounds][] = [];
    for (const callers of CALLERS) results.push([callers, await measureInTurns(targets, callers)]);
    return results;
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
  }
}

async function run(): Promise<void> {
  const results = await measureAll();
  const compared = COMPARED.map((pair) => ({
    ...pair,
    ratios: results.map(([callers, rounds]) => ({ callers, ratio: ratioOf(rounds, pair) })),
  }));
  const rows = compared.map(({ ours, plainest, ratios }) => ({
    [OURS]: ours,
    [PLAINEST]: plainest,
    ...Object.fromEntries(ratios.map(({ callers, ratio }) => [named(callers), ratio])),
  }));
  const raw = results.map(([callers, rounds]) => ({
    callers,
    rounds: [...rounds].map(([{ operation, system }, figures]) => ({ operation, system, figures })),
  }));
  await publish(
    'gateway',
    [
      ...results.map(([callers, rounds]) => tableOf(rounds, callers)),
      { title: `Débit de la ${OURS} pour 1 de la ${PLAINEST}, médianes des manches`, rows },
    ],
    raw,
  );
  for (const { ours, ratios } of compared.filter(({ isBound }) => isBound)) {
    for (const { callers, ratio } of ratios.filter((one) => one.ratio < LEAST)) {
      const figure = `${ratio} fois le débit de la ${PLAINEST}, au lieu de ${LEAST} au moins`;
      console.error(`Trop lent : ${ours}, ${named(callers)} : ${figure}.`);
      process.exitCode = 1;
    }
  }
}

await run().catch((error: unknown) => {
  console.error(error instanceof Unexpected ? error.message : error);
  process.exitCode = 1;
});
process.exit();
