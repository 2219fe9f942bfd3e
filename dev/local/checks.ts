import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const OLDEST_JAVA = 11;
const ENDPOINT_PATIENCE_MS = 5_000;
const DOCKER_HINT =
  'installez-le, ou lancez DynamoDB par Docker : docker compose up -d, puis npm start avec la variable DYNAMODB_ENDPOINT=http://localhost:8000';

/** What keeps the local system from starting, said in one line to the person who started it. */
export class Obstacle extends Error {}

export const answers = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port });
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

/** @param ports by the environment variable that changes each */
export async function checkPorts(ports: Record<string, string>): Promise<void> {
  const names = new Map<number, string>();
  for (const [name, text] of Object.entries(ports)) {
    const port = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : Number.NaN;
    if (!(port <= 65_535)) throw new Obstacle(`${name}=${text} n'est pas un port`);
    if (names.has(port)) {
      throw new Obstacle(`${names.get(port)} et ${name} ont le même port, ${port} : changez l'une des deux variables`);
    }
    names.set(port, name);
  }
  const taken: [number, string][] = [];
  for (const [port, name] of names) {
    const found = await Promise.all(['127.0.0.1', '::1'].map((host) => answers(host, port)));
    if (found.includes(true)) taken.push([port, name]);
  }
  if (taken.length > 0) throw new Obstacle(takenPorts(taken));
}

function takenPorts(taken: readonly [number, string][]): string {
  const [database] = taken.find(([, name]) => name === 'DYNAMODB_PORT') ?? [];
  const ports = taken.map(([port, name]) => `${port} (${name})`).join(', ');
  if (taken.length > 1)
    return [
      `Ports déjà pris : ${ports}. Une bibliothèque tourne peut-être déjà ici : arrêtez-la,`,
      "ou choisissez d'autres ports par les variables entre parenthèses",
    ].join(' ');
  return [
    `Port déjà pris : ${ports}. `,
    "Arrêtez le programme qui l'occupe, ou choisissez un autre port par la variable entre parenthèses",
    database ? ` ; si c'est un DynamoDB lancé par Docker, DYNAMODB_ENDPOINT=http://localhost:${database} le prend` : '',
  ].join('');
}

export async function checkJava(): Promise<void> {
  const output = await promisify(execFile)('java', ['-version']).catch(() => undefined);
  // Java 8 and before call themselves "1.8".
  const major = Number(/version "(?:1\.)?(\d+)/.exec(output?.stderr ?? '')?.[1]);
  if (Number.isNaN(major)) throw new Obstacle(`Java ${OLDEST_JAVA} ou plus récent est introuvable : ${DOCKER_HINT}`);
  if (major < OLDEST_JAVA) throw new Obstacle(`Java ${major} est trop ancien, il faut ${OLDEST_JAVA} : ${DOCKER_HINT}`);
}

/** Only this machine or its containers are accepted: tables are made and filled there, never in a real account. */
export function checkIsLocal(endpoint: string): void {
  const { protocol, hostname } = URL.parse(endpoint) ?? {};
  const isLocal = hostname && (/^127\./.test(hostname) || hostname === '[::1]' || !hostname.includes('.'));
  if (isLocal && (protocol === 'http:' || protocol === 'https:')) return;
  throw new Obstacle(`DYNAMODB_ENDPOINT=${endpoint} refusé : il faut une adresse locale, comme http://localhost:8000`);
}

/** Waits for a while, because a container that was started just before may need it. */
export async function checkAnswers(endpoint: string): Promise<void> {
  const deadline = Date.now() + ENDPOINT_PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(endpoint, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
    if (answer) return;
    await sleep(200);
  }
  throw new Obstacle(
    `DynamoDB ne répond pas à ${endpoint} : lancez docker compose up -d, ou retirez DYNAMODB_ENDPOINT`,
  );
}
