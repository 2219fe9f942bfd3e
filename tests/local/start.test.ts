import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { checkAnswers, checkPorts } from '../../dev/local/checks.ts';
import { endOrphans, startDynamoDb } from '../../dev/local/dynamodb.ts';
import { freePort } from '../support/port.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const START_MS = 180_000;
const STOP_MS = 20_000;
const CALLERS = 20;

let ports: Record<string, string>;
/** For another Java. */
let scratch: string;
const started: ChildProcess[] = [];

/** Nothing of this suite's own environment: what is tested is a newcomer's shell. */
const shell = (over: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  ...ports,
  ...over,
});

/** In a process group of its own, as a shell would start it. */
function run(command: string, args: readonly string[], env: Record<string, string>, cwd = root) {
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return { child, said, ended: once(child, 'close').then(([code]) => code as number | null) };
}

const npmStart = () => run('npm', ['start', '--silent'], shell());
const start = (over: Record<string, string>) => run(process.execPath, ['dev/local/start.mjs'], shell(over));

async function untilReady({ child, said }: ReturnType<typeof run>) {
  while (!said.out.includes('Ctrl-C')) {
    if (child.exitCode !== null) throw new Error(`ended early: ${said.err}`);
    await sleep(50);
  }
}

/** The commands of this user's processes. */
const running = () => execFileSync('ps', ['-xww', '-o', 'args='], { encoding: 'utf8' });
const hasDatabase = () => running().includes(`-Dbibliotheque.port=${ports.DYNAMODB_PORT} `);

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Every process is gone: npm, node and java, which is in no group. */
async function isEmptied({ pid }: ChildProcess): Promise<boolean> {
  for (const deadline = Date.now() + STOP_MS; Date.now() < deadline; await sleep(50)) {
    if (!isAlive(-(pid as number)) && !hasDatabase()) return true;
  }
  return false;
}

/** Twenty people who create accounts, each until refused. @returns what became of every call */
function load(said: { out: string }) {
  const [, authorization] = /"Authorization: ([^"]+)"/.exec(said.out) as unknown as [string, string];
  const headers = { authorization, 'content-type': 'application/json' };
  const create = async () => {
    const body = JSON.stringify({ nom: 'Curie', prenom: 'Marie', email: `${randomUUID()}@example.org` });
    const response = await fetch(`http://localhost:${ports.PORT}/utilisateurs`, { method: 'POST', headers, body });
    return (await response.text()) ? response.status : 'refused';
  };
  const outcomes: unknown[] = [];
  const caller = async () => {
    for (;;) {
      const outcome = await create().catch(({ cause }) => (cause.code === 'ECONNREFUSED' ? 'refused' : cause.code));
      outcomes.push(outcome);
      if (outcome !== 201) return;
    }
  };
  const ended = Promise.all(Array.from({ length: CALLERS }, caller)).then(() => outcomes);
  return { outcomes, ended };
}

/** Each call in hand is answered, each that comes is refused, and nothing is left. */
async function expectCleanStop({ child, said }: ReturnType<typeof run>, pid: number, signal: NodeJS.Signals) {
  const calls = load(said);
  while (calls.outcomes.length < 5 * CALLERS) await sleep(10);
  process.kill(pid, signal);
  const outcomes = await calls.ended;
  expect(outcomes.filter((outcome) => outcome !== 201)).toEqual(Array(CALLERS).fill('refused'));
  expect(await isEmptied(child)).toBe(true);
  expect(said.err).toBe('');
}

/** One line, and nothing started. */
async function expectObstacle({ child, said, ended }: ReturnType<typeof run>, line: RegExp) {
  expect(await ended).toBe(1);
  expect(said.err.trim().split('\n')).toHaveLength(1);
  expect(said.err).toMatch(line);
  expect(said.out).toBe('');
  expect(await isEmptied(child)).toBe(true);
}

beforeAll(async () => {
  const names = ['PORT', 'LAMBDA_PORT', 'DYNAMODB_PORT', 'MAIL_PORT'];
  const numbers = await Promise.all(names.map(freePort));
  ports = Object.fromEntries(names.map((name, index) => [name, `${numbers[index]}`]));
  scratch = await mkdtemp(join(tmpdir(), 'start-'));
});

afterAll(() => rm(scratch, { recursive: true }));

afterEach(async () => {
  for (const { pid } of started.splice(0)) if (isAlive(-(pid as number))) process.kill(-(pid as number), 'SIGKILL');
  await endOrphans();
});

describe('npm start', () => {
  test(
    'answers when it says so, is alone on its ports, and answers what it has in hand when it is ended',
    async () => {
      const system = start({});
      await untilReady(system);

      const curl = /curl -H .+/.exec(system.said.out)?.[0] as string;
      const page = JSON.parse(
        execFileSync('sh', ['-c', curl], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
      expect(page.elements).toHaveLength(3);
      const inbox = /courriels envoyés : (\S+)/.exec(system.said.out)?.[1] as string;
      expect(await fetch(inbox)).toMatchObject({ status: 200 });

      const intruder = start({});
      expect(await intruder.ended).toBe(1);
      expect(intruder.said.err.trim().split('\n')).toHaveLength(1);
      for (const port of Object.values(ports)) expect(intruder.said.err).toContain(port);

      await expectCleanStop(system, system.child.pid as number, 'SIGTERM');
      expect(await system.ended).toBe(0);
    },
    START_MS,
  );

  test(
    'killed outright it starts again, and Ctrl-C leaves nothing',
    async () => {
      const first = npmStart();
      await untilReady(first);
      process.kill(-(first.child.pid as number), 'SIGKILL');
      await first.ended;
      expect(hasDatabase()).toBe(true);

      const second = npmStart();
      await untilReady(second);
      await expectCleanStop(second, -(second.child.pid as number), 'SIGINT');
    },
    START_MS,
  );

  test.each([500, 2_000, 4_000])('leaves nothing when killed after %i ms, still starting', async (delay) => {
    const { child, ended } = npmStart();
    await sleep(delay);
    process.kill(child.pid as number, 'SIGTERM');
    await ended;
    expect(await isEmptied(child)).toBe(true);
  });
});

describe('what keeps it from starting is one line', () => {
  test.each([
    ['no Java', { PATH: '' }, /Java 11 .*docker compose up -d/],
    ['a malformed policy', { DUREE_PRET_JOURS: 'abc' }, /DUREE_PRET_JOURS=abc/],
    ['a DynamoDB elsewhere', { DYNAMODB_ENDPOINT: 'https://dynamodb.eu-west-3.amazonaws.com' }, /refusé.*locale/],
  ])('%s', async (_, over, line) => {
    await expectObstacle(start(over), line);
  });

  test.each([
    ['a word', { PORT: 'abc' }, /^PORT=abc n'est pas un port$/],
    ['a number too large', { PORT: '65536' }, /^PORT=65536 n'est pas un port$/],
    ['one port for two', { PORT: '1', LAMBDA_PORT: '2', MAIL_PORT: '1' }, /^PORT et MAIL_PORT ont le même port, 1 : /],
    ['a port that is taken', { PORT: '1', MAIL_PORT: 'taken' }, /^Port déjà pris : \d+ \(MAIL_PORT\)\. [^\n]+$/],
  ])('as a port, %s', async (_, asked, line) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const entries = Object.entries(asked).map(([name, value]) => [name, value === 'taken' ? `${port}` : value]);
    await expect(checkPorts(Object.fromEntries(entries))).rejects.toThrow(line);
    server.close();
  });

  test('a DynamoDB that does not answer', () =>
    expect(checkAnswers('http://localhost:9')).rejects.toThrow(/^DynamoDB ne répond pas à http:\/\/localhost:9 : /));

  test('Java 8', async () => {
    await writeFile(join(scratch, 'java'), `#!/bin/sh\necho 'openjdk version "1.8.0_432"' >&2\n`, { mode: 0o755 });
    await expectObstacle(start({ PATH: `${scratch}:${process.env.PATH}` }), /Java 8 .*11 .*docker compose up -d/);
  });

  test('a DynamoDB Local that cannot listen', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(startDynamoDb(port)).rejects.toThrow(/^DynamoDB Local n'a pas démarré : .*in use/);
    server.close();
  });
});

describe('of the processes that run, the start ends', () => {
  const ours = new URL('../../dev/local/dynamodb.xml', import.meta.url).href;
  const GONE = 99_999_999;

  test.each([
    ['a DynamoDB of its own whose parent is gone', true, 'java', GONE, ours],
    ['not one whose parent runs', false, 'java', process.pid, ours],
    ['not one of another folder', false, 'java', GONE, ours.replace('dev/', 'other/')],
    ['not another program that names the same things', false, 'vim', GONE, ours],
  ])('%s', async (_, isEnded, argv0, parent, configuration) => {
    const args = ['-e', 'setInterval(() => {}, 1e6)', '--', `-Dbibliotheque.parent=${parent}`, 'Main', configuration];
    const child = spawn(process.execPath, args, { argv0, detached: true, stdio: 'ignore' });
    started.push(child);
    while (!running().includes(`${argv0} -e`)) await sleep(20);
    await endOrphans();
    expect(child.signalCode ?? (isEnded && (await once(child, 'exit'))[1])).toBe(isEnded ? 'SIGKILL' : false);
    // The suite's own, started from this folder.
    expect(await fetch(process.env.DYNAMODB_ENDPOINT as string)).toMatchObject({ status: 400 });
  });
});

describe('npm run token', () => {
  const token = (...args: string[]) => run('npm', ['run', '--silent', 'token', '--', ...args], shell());

  test.each([[['bibliothecaire']], [['adherent', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd']]])(
    '%p: a token and nothing else',
    async (args) => {
      const { said, ended } = token(...args);
      expect(await ended).toBe(0);
      expect(said.out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    },
  );

  test.each([[[]], [['directeur']], [['adherent']], [['adherent', '12']]])('%p: one line of help', async (args) => {
    const { said, ended } = token(...(args as string[]));
    expect(await ended).toBe(2);
    expect(said.out).toBe('');
    expect(said.err).toMatch(/^Usage : .*\n$/m);
  });
});
