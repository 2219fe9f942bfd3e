import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { freePort } from '../../tests/support/port.ts';
import startDynamoDb from '../../tests/support/start-dynamodb.ts';
import { audience, issuer, jwksUrl, signToken } from '../local/keys.ts';
import { finish, median, print, type Row } from './report.ts';
import { Share } from './share.ts';

/**
 * npm run bench -- memory measures a loan, a return and a read on the stand-in for AWS, each function with the share of a
 * processor that Lambda gives so much memory: with every function cold, then warm, and what Lambda would bill for it.
 */

/** Mebibytes. */
const SIZES = [256, 512, 1_024, 1_769];
const ROUNDS = 5;
const WARM = 10;
/** US dollars: a gibibyte for a second on arm64, and a call, in Paris (docs/exploitation.md). */
const PRICE = { second: 0.000_013_333_4, call: 0.000_000_2 };
const KEYS = `${issuer}.well-known/jwks.json`;

await startDynamoDb();
const { packageStage } = await import('../../tests/deployed/package.ts');
const { startStandIn } = await import('../../tests/deployed/stand-in/stand-in.ts');

const packaged = await packageStage('essai', {
  jwt_issuer: issuer,
  jwt_audience: audience,
  jwt_jwks_url: KEYS,
  cors_origins: '*',
  sender: 'bibliotheque@bibliotheque.example',
});
const options = {
  package: packaged.folder,
  dynamodb: process.env.DYNAMODB_ENDPOINT as string,
  keys: { url: KEYS, jwks: Buffer.from((await jwksUrl()).split(',')[1] as string, 'base64').toString() },
  mailing: {
    emulator: `http://127.0.0.1:${await freePort()}`,
    domain: 'bibliotheque.example',
    sandbox: false,
    verified: [],
  },
};
const standIn = await startStandIn(options);
const authorization = `Bearer ${await signToken('bibliothecaire')}`;

let size = 0;
let billed = { ms: 0, calls: 0 };
const begun = new Set<{ ended: Promise<unknown>; share: Share }>();
standIn.lambda.onStart = ({ child }) => {
  if (size === 0) return;
  const share = new Share(`banc-${child.pid}`, size);
  share.hold(child.pid as number);
  begun.add({ share, ended: once(child, 'exit') });
};
const invoke = standIn.lambda.invoke.bind(standIn.lambda);
standIn.lambda.invoke = async (name, event) => {
  const start = performance.now();
  const outcome = await invoke(name, event);
  // Lambda bills whole milliseconds, the start of a process included.
  billed = { ms: billed.ms + Math.ceil(performance.now() - start), calls: billed.calls + 1 };
  return outcome;
};

/** Has every function begin anew at its next call. */
async function cool(): Promise<void> {
  standIn.lambda.close();
  for (const { share, ended } of begun) {
    await ended;
    share.remove();
  }
  begun.clear();
}

async function ask(method: string, path: string, body?: object) {
  const headers = { authorization, ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(standIn.url + path, { method, headers, body: body ? JSON.stringify(body) : null });
  const answer = (await response.json()) as { id: string };
  if (!response.ok) throw new Error(`${method} ${path} : ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

const nom = { nom: 'Durand', prenom: 'Camille' };
const newUser = async (): Promise<string> =>
  (await ask('POST', '/utilisateurs', { ...nom, email: `${randomUUID()}@exemple.fr` })).id;
const newBook = async (): Promise<string> => (await ask('POST', '/livres', { titre: 'Le banc', exemplaires: 1 })).id;

/** Each prepares one call, which is then measured. */
const CALLS: Record<string, () => Promise<() => Promise<unknown>>> = {
  'GET /livres/{id}': async () => {
    const id = await newBook();
    return () => ask('GET', `/livres/${id}`);
  },
  'POST /emprunts': async () => {
    const body = { utilisateur_id: await newUser(), livre_id: await newBook() };
    return () => ask('POST', '/emprunts', body);
  },
  'POST /emprunts/{id}/retour': async () => {
    const { id } = await ask('POST', '/emprunts', { utilisateur_id: await newUser(), livre_id: await newBook() });
    return () => ask('POST', `/emprunts/${id}/retour`);
  },
};

interface Timed {
  ms: number;
  dollars: number;
}

async function timed(call: () => Promise<unknown>): Promise<Timed> {
  billed = { ms: 0, calls: 0 };
  const start = performance.now();
  await call();
  const dollars = (billed.ms / 1_000) * (size / 1_024) * PRICE.second + billed.calls * PRICE.call;
  return { ms: performance.now() - start, dollars };
}

const rows: Row[] = [];
for (const memory of SIZES)
  for (const [name, prepare] of Object.entries(CALLS)) {
    const cold: Timed[] = [];
    const warm: Timed[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      size = 0;
      const calls = [];
      for (let n = 0; n <= WARM; n += 1) calls.push(await prepare());
      await cool();
      size = memory;
      for (const [n, call] of calls.entries()) (n === 0 ? cold : warm).push(await timed(call));
      await cool();
    }
    rows.push({
      mémoire: `${memory} Mo`,
      appel: name,
      'à froid, ms': Math.round(median(cold, ({ ms }) => ms)),
      'à chaud, ms': Math.round(median(warm, ({ ms }) => ms)),
      'un million à chaud, $': median(warm, ({ dollars }) => dollars) * 1_000_000,
    });
  }
await standIn.close();
await packaged.remove();
print('Ce que la mémoire d’une fonction change (la moitié des appels sont plus courts)', rows);
finish([]);
