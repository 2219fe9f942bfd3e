import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { freePort } from '../support/port.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const START_MS = 120_000;
const STOP_MS = 10_000;

let ports: Record<string, string>;
/** For what a test makes up: an installation, another Java. */
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

/** Every process of the group is gone: npm, node, java. */
async function isEmptied({ pid }: ChildProcess): Promise<boolean> {
  for (const deadline = Date.now() + STOP_MS; Date.now() < deadline; await sleep(50)) {
    try {
      process.kill(-(pid as number), 0);
    } catch {
      return true;
    }
  }
  return false;
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

afterEach(() => {
  for (const { pid } of started.splice(0)) {
    try {
      process.kill(-(pid as number), 'SIGKILL');
    } catch {
      // Gone, as it should be.
    }
  }
});

describe('npm start', () => {
  test(
    'answers when it says so, stops without a trace, and starts again at once',
    async () => {
      const first = npmStart();
      await untilReady(first);

      const curl = /curl -H .+/.exec(first.said.out)?.[0] as string;
      const page = JSON.parse(
        execFileSync('sh', ['-c', curl], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
      expect(page.elements).toHaveLength(3);
      const inbox = /courriels envoyés : (\S+)/.exec(first.said.out)?.[1] as string;
      expect(await fetch(inbox)).toMatchObject({ status: 200 });

      const intruder = start({});
      expect(await intruder.ended).toBe(1);
      expect(intruder.said.err.trim().split('\n')).toHaveLength(1);
      for (const port of Object.values(ports)) expect(intruder.said.err).toContain(port);

      process.kill(first.child.pid as number, 'SIGINT');
      expect(await first.ended).toBe(0);
      expect(await isEmptied(first.child)).toBe(true);
      expect(first.said.err).toBe('');

      const second = npmStart();
      await untilReady(second);
      process.kill(-(second.child.pid as number), 'SIGINT');
      expect(await second.ended).toBe(0);
      expect(await isEmptied(second.child)).toBe(true);
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
    ['a malformed port', { PORT: 'abc' }, /PORT=abc/],
    ['a DynamoDB elsewhere', { DYNAMODB_ENDPOINT: 'https://dynamodb.eu-west-3.amazonaws.com' }, /refusé.*locale/],
    [
      'a DynamoDB that does not answer',
      { DYNAMODB_ENDPOINT: 'http://localhost:9' },
      /ne répond pas à http:\/\/localhost:9/,
    ],
  ])('%s', async (_, over, line) => {
    await expectObstacle(start(over), line);
  });

  test('a single port that is taken', async () => {
    const server = createServer().listen(Number(ports.LAMBDA_PORT), '127.0.0.1');
    await once(server, 'listening');
    const { said, ended } = start({});
    expect(await ended).toBe(1);
    expect(said.err).toMatch(new RegExp(`^Port déjà pris : ${ports.LAMBDA_PORT} \\(LAMBDA_PORT\\)\\..*\n$`));
    server.close();
  });
});

describe('what is too old or not installed is one line', () => {
  test('Java 8', async () => {
    await writeFile(join(scratch, 'java'), `#!/bin/sh\necho 'openjdk version "1.8.0_432"' >&2\n`, { mode: 0o755 });
    await expectObstacle(start({ PATH: `${scratch}:${process.env.PATH}` }), /Java 8 .*11 .*docker compose up -d/);
  });

  test('Node 18', async () => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`;
    const args = ['--import', `data:text/javascript,${encodeURIComponent(older)}`, 'dev/local/start.mjs'];
    await expectObstacle(run(process.execPath, args, shell()), /^Node 20 .*18\.20\.4\.\n$/);
  });

  test('nothing at all, or not everything', async () => {
    for (const name of ['package.json', 'dev']) await cp(join(root, name), join(scratch, name), { recursive: true });
    const startThere = () => run(process.execPath, ['dev/local/start.mjs'], shell(), scratch);
    await expectObstacle(startThere(), /^Rien n'est encore installé .*npm ci/);

    const [present] = Object.keys(packageJson.devDependencies);
    await mkdir(join(scratch, 'node_modules', present as string), { recursive: true });
    await writeFile(join(scratch, 'node_modules', present as string, 'package.json'), '{}');
    await expectObstacle(startThere(), /^L'installation est incomplète .*npm ci/);
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
