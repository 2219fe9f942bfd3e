import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll } from '@jest/globals';
import { freePort } from '../support/port.ts';
import { newShell } from '../support/script.ts';

/** Starts the system as a person does, on ports of the test's own, and leaves nothing of it behind. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const STOP_MS = 20_000;

/** Free when the tests begin, by the variables that name them. */
export const ports: Record<string, string> = {};
export const started: ChildProcess[] = [];

export const shell = (over: Record<string, string> = {}) => ({ ...newShell(), ...ports, ...over });

/** In a process group of its own, as a shell would start it. */
export function run(command: string, args: readonly string[], env: Record<string, string>, cwd = root) {
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

export const npmStart = () => run('npm', ['start', '--silent'], shell());
export const start = (over: Record<string, string>, ...args: string[]) =>
  run(process.execPath, ['dev/local/start.mjs', ...args], shell(over));

export async function untilSaid({ child, said }: Pick<ReturnType<typeof run>, 'child' | 'said'>, text: string) {
  while (!said.out.includes(text)) {
    if (child.exitCode !== null) throw new Error(`ended early: ${said.err}`);
    await sleep(50);
  }
}
export const untilReady = (system: Parameters<typeof untilSaid>[0]) => untilSaid(system, 'Ctrl-C');

/** The ids and commands of this user's processes. */
export const running = () => execFileSync('ps', ['-xww', '-o', 'pid=,args='], { encoding: 'utf8' });
const databases = () =>
  running()
    .split('\n')
    .filter((line) => line.includes(` -Dbibliotheque.port=${ports.DYNAMODB_PORT} `));
export const hasDatabase = () => databases().length > 0;

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Every process is gone: npm, node and java, which is in no group. */
export async function isEmptied({ pid }: ChildProcess): Promise<boolean> {
  for (const deadline = Date.now() + STOP_MS; Date.now() < deadline; await sleep(50)) {
    if (!isAlive(-(pid as number)) && !hasDatabase()) return true;
  }
  return false;
}

beforeAll(async () => {
  const names = ['PORT', 'LAMBDA_PORT', 'DYNAMODB_PORT', 'MAIL_PORT'];
  const numbers = await Promise.all(names.map(freePort));
  names.forEach((name, index) => {
    ports[name] = `${numbers[index]}`;
  });
});

afterEach(async () => {
  for (const { pid } of started.splice(0)) if (isAlive(-(pid as number))) process.kill(-(pid as number), 'SIGKILL');
  for (const database of databases()) process.kill(Number.parseInt(database, 10), 'SIGKILL');
});

/** The token that a start has said. */
export const tokenIn = ({ out }: { out: string }) => /^eyJ\S+$/m.exec(out)?.[0] as string;
