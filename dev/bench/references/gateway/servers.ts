import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../../tests/support/port.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const START_MS = 60_000;

export interface Server {
  url: string;
  stop: () => Promise<void>;
}

/** The plainest handlers behind the emulator, on somebody's DynamoDB Local. */
export async function startPlainest(dynamodb: string): Promise<Server> {
  const [port = 0, lambdaPort = 0] = await Promise.all([freePort(), freePort()]);
  const folder = await newFolder();
  await cp(HERE, folder, { recursive: true });
  // The emulator reads the nearest package.json at every call: without one, the references would be spared that.
  for (const name of ['node_modules', 'package.json']) await symlink(join(ROOT, name), join(folder, name));
  return start(folder, port, ['node_modules/serverless/bin/serverless.js', 'offline', 'start'], {
    PORT: String(port),
    LAMBDA_PORT: String(lambdaPort),
    DYNAMODB_ENDPOINT: dynamodb,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
}

/** json-server, which keeps what it is given in one file. */
export async function startJsonServer(db: Record<string, object[]>): Promise<Server> {
  const port = await freePort();
  const folder = await newFolder();
  await writeFile(join(folder, 'db.json'), JSON.stringify(db));
  const program = join(ROOT, 'node_modules/json-server/lib/cli/bin.js');
  return start(folder, port, [program, '--quiet', '--port', String(port), 'db.json'], {});
}

const newFolder = () => mkdtemp(join(tmpdir(), 'reference-'));

async function start(folder: string, port: number, args: string[], env: Record<string, string>): Promise<Server> {
  // What it prints goes through a pipe, as what the system prints does: a terminal would have another price.
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' });
  process.once('exit', () => child.kill());
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      lines.push(String(chunk));
      lines.splice(0, lines.length - 50);
    });
  }
  const stop = async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
    await rm(folder, { recursive: true });
  };
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + START_MS;
  while (!(await fetch(url).catch(() => undefined))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`a reference has not started:\n${lines.join('')}`);
    }
    await sleep(100);
  }
  return { url, stop };
}
