import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { checkAnswers, checkIsLocal, checkPorts } from '../../dev/local/checks.ts';
import { endOrphans, startDynamoDb } from '../../dev/local/dynamodb.ts';
import { expectCleanStop } from '../support/load.ts';
import { freePort } from '../support/port.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const START_MS = 180_000;
const STOP_MS = 20_000;

let ports: Record<string, string>;
/** This check begins early, because it waits for long before it gives up. */
const unanswered = checkAnswers('http://localhost:9').catch(({ message }) => message);
const started: ChildProcess[] = [];

/** The environment of a newcomer's shell, with nothing of this suite's own. */
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

async function untilReady({ child, said }: Pick<ReturnType<typeof run>, 'child' | 'said'>) {
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

beforeAll(async () => {
  const names = ['PORT', 'LAMBDA_PORT', 'DYNAMODB_PORT', 'MAIL_PORT'];
  const numbers = await Promise.all(names.map(freePort));
  ports = Object.fromEntries(names.map((name, index) => [name, `${numbers[index]}`]));
});

afterEach(async () => {
  for (const { pid } of started.splice(0)) if (isAlive(-(pid as number))) process.kill(-(pid as number), 'SIGKILL');
  await endOrphans();
});

describe('npm start', () => {
  test(
    'answers when it says so, is alone on its ports, starts again when killed outright, and ends by Ctrl-C',
    async () => {
      const first = npmStart();
      await untilReady(first);
      const curl = /curl -H .+/.exec(first.said.out)?.[0] as string;
      expect(JSON.parse(execFileSync('sh', ['-c', `${curl} --silent`], { encoding: 'utf8' })).elements).toHaveLength(3);
      const inbox = /courriels envoyés : (\S+)/.exec(first.said.out)?.[1] as string;
      expect(await fetch(inbox)).toMatchObject({ status: 200 });

      const intruder = start({});
      expect(await intruder.ended).toBe(1);
      expect(intruder.said.err.trim().split('\n')).toHaveLength(1);
      for (const port of Object.values(ports)) expect(intruder.said.err).toContain(port);

      process.kill(-(first.child.pid as number), 'SIGKILL');
      await first.ended;
      expect(hasDatabase()).toBe(true);

      const { child, said } = npmStart();
      await untilReady({ child, said });
      const [, authorization = ''] = /"Authorization: ([^"]+)"/.exec(said.out) ?? [];
      await expectCleanStop(`http://localhost:${ports.PORT}`, authorization, () =>
        process.kill(-(child.pid as number), 'SIGINT'),
      );
      expect(await isEmptied(child)).toBe(true);
      expect(said.err).toBe('');
    },
    START_MS,
  );

  test.each([500, 3_000])('leaves nothing when killed after %i ms, still starting', async (delay) => {
    const { child, ended } = npmStart();
    await sleep(delay);
    process.kill(child.pid as number, 'SIGTERM');
    await ended;
    expect(await isEmptied(child)).toBe(true);
  });

  test('that cannot start says why in one line, and leaves nothing', async () => {
    const { child, said, ended } = start({ COURRIELS_PAR_SECONDE: 'abc' });
    expect(await ended).toBe(1);
    expect(said).toEqual({ out: '', err: expect.stringMatching(/^[^\n]*COURRIELS_PAR_SECONDE=abc[^\n]*\n$/) });
    expect(await isEmptied(child)).toBe(true);
  });
});

describe('one line says why the start fails with', () => {
  const JAVA_8 = `#!/bin/sh\necho 'openjdk version "1.8.0_432"' >&2\n`;
  let scratch: string;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'start-'));
    await writeFile(join(scratch, 'java'), JAVA_8, { mode: 0o755 });
  });

  afterAll(() => rm(scratch, { recursive: true }));

  test.each([
    ['no Java', () => '', /^Java 11 .*docker compose up -d/],
    ['Java 8', () => scratch, /^Java 8 .*11 .*docker compose up -d/],
  ])('%s', async (_, path, line) => {
    const check =
      "const { checkJava } = await import('./dev/local/checks.ts'); checkJava().catch(({ message }) => console.log(message));";
    const { said, ended } = run(process.execPath, ['--input-type=module', '--eval', check], shell({ PATH: path() }));
    await ended;
    expect(said.out).toMatch(line);
  });

  test('a DynamoDB elsewhere', () => {
    expect(() => checkIsLocal('https://dynamodb.eu-west-3.amazonaws.com')).toThrow(/refusé.*locale/);
  });

  test('a DynamoDB that does not answer', async () => {
    expect(await unanswered).toMatch(/^DynamoDB ne répond pas à http:\/\/localhost:9 : /);
  });

  describe('a port', () => {
    const server = createServer();
    let port: number;

    beforeAll(async () => {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      ({ port } = server.address() as AddressInfo);
    });

    afterAll(() => void server.close());

    test.each([
      ['that is a word', { PORT: 'abc' }, /^PORT=abc n'est pas un port$/],
      ['that is too large', { PORT: '65536' }, /^PORT=65536 n'est pas un port$/],
      ['asked for twice', { PORT: '1', LAMBDA_PORT: '2', MAIL_PORT: '1' }, /^PORT et MAIL_PORT ont le même port, 1 : /],
      ['that is taken', { PORT: '1', MAIL_PORT: 'taken' }, /^Port déjà pris : \d+ \(MAIL_PORT\)\. [^\n]+$/],
    ])('%s', async (_, asked, line) => {
      const ports = Object.entries(asked).map(([name, value]) => [name, value === 'taken' ? `${port}` : value]);
      await expect(checkPorts(Object.fromEntries(ports))).rejects.toThrow(line);
    });

    test('on which DynamoDB Local cannot listen', () =>
      expect(startDynamoDb(port)).rejects.toThrow(/^DynamoDB Local n'a pas démarré : .*in use/));
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
  const token = (...args: string[]) => run(process.execPath, ['dev/local/token.ts', ...args], shell());

  test.each([[['bibliothecaire']], [['adherent', 'c59e67d9-fa0d-475e-b625-b56a83cc9ebd']]])(
    'prints a token and nothing else for %p',
    async (args) => {
      const { said, ended } = token(...args);
      expect(await ended).toBe(0);
      expect(said.out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    },
  );

  test.each([[[]], [['directeur']], [['adherent', '12']]])('prints one line of help for %p', async (args) => {
    const { said, ended } = token(...(args as string[]));
    expect(await ended).toBe(2);
    expect(said).toEqual({ out: '', err: expect.stringMatching(/^Usage : .*\n$/) });
  });
});
