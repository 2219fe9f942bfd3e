import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { answers, Obstacle } from './checks.ts';
import { HOST } from './stage.ts';

const HOME = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
);
/** Its command line has no option for the address to listen on, but the web server inside it takes a file. */
const CONFIGURATION = new URL('dynamodb.xml', import.meta.url).href;
/**
 * The quick compiler alone halves the processor time of the start and of the first thousand writes, on which people and
 * tests wait. After some six thousand writes the other one would write a quarter faster, which only long benches reach.
 */
const QUICK_START = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

interface Manner {
  /** Whether Ctrl-C is not to reach it, so that this process ends it after the last call that needs it. */
  isApart?: boolean;
  /** Where it keeps its data, for one process at a time; without, they are in memory and go with it. */
  folder?: string | undefined;
}

/** Starts DynamoDB Local. It ends with this process, unless this one is killed outright (see `endOrphans`). */
export function spawnDynamoDb(port: number, { isApart = false, folder }: Manner = {}): ChildProcess {
  const scratch = mkdtempSync(join(tmpdir(), 'dynamodb-local-'));
  const java = spawn(
    'java',
    [
      ...QUICK_START,
      `-Dbibliotheque.parent=${process.pid}`,
      `-Dbibliotheque.port=${port}`,
      ...(folder === undefined ? [] : ['-Dbibliotheque.memory=false', `-Dbibliotheque.folder=${folder}`]),
      '-Dorg.eclipse.jetty.util.log.announce=false',
      `-Djava.io.tmpdir=${scratch}`,
      `-Djava.library.path=${join(HOME, 'DynamoDBLocal_lib')}`,
      ...['-cp', join(HOME, 'DynamoDBLocal.jar'), 'org.eclipse.jetty.xml.XmlConfiguration', CONFIGURATION],
    ],
    {
      // It leaves a file of its own where it is started.
      cwd: HOME,
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
      // Windows ends the children of a process that was killed, but for detached ones.
      detached: isApart && process.platform !== 'win32',
    },
  );
  // Asked politely it takes two seconds, with nothing to save but its own traces: but for a transaction that it answered
  // in this very instant, all that it has answered is on the disk.
  process.once('exit', () => {
    java.kill('SIGKILL');
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });
  return java;
}

export async function untilItAnswers(java: ChildProcess, port: number): Promise<void> {
  let complaint = '';
  java.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  const isUp = () => fetch(`http://${HOST}:${port}`, { signal: AbortSignal.timeout(1_000) }).catch(() => false);
  while (!(await isUp())) {
    // A server that could not start leaves its threads, and so its process, behind.
    if (java.exitCode !== null || complaint.includes('Exception in thread "main"')) {
      java.kill('SIGKILL');
      const reason = complaint.split('\n').findLast((line) => /^\S/.test(line));
      throw new Obstacle(`DynamoDB Local n'a pas démarré : ${reason}`);
    }
    await sleep(50);
  }
}

export async function startDynamoDb(port: number): Promise<ChildProcess> {
  const java = spawnDynamoDb(port);
  await untilItAnswers(java, port);
  return java;
}

/** Five seconds: whatever has the port then is no orphan. */
const PORT_TRIES = 100;

/**
 * Ends what `spawnDynamoDb` started from this folder for a process that is no more. Only a process that was killed
 * outright leaves such an orphan, and on Windows, which has no `ps`, none does: there it goes with its parent.
 */
export async function endOrphans(): Promise<void> {
  for (const { pid, port } of await orphans()) {
    process.kill(pid, 'SIGKILL');
    // A process of many threads keeps its port until the last of them has ended.
    for (let tries = 0; tries < PORT_TRIES && (await answers(HOST, port)); tries += 1) await sleep(50);
  }
}

async function orphans(): Promise<{ pid: number; port: number }[]> {
  // The processes of this user alone; one that is dead and was not yet buried by its own parent does not run.
  const { stdout } = await promisify(execFile)('ps', ['-xww', '-o', 'pid=,stat=,args=']).catch(() => ({ stdout: '' }));
  const running = Array.from(stdout.matchAll(/^ *(\d+) +[^\sZ]\S* +(.*)$/gm), ([, pid, args = '']) => ({
    pid: Number(pid),
    args,
  }));
  return running.flatMap(({ pid, args }) => {
    const parent = /^(?:.*\/)?java .*-Dbibliotheque\.parent=(\d+) /.exec(args)?.[1];
    const port = Number(/-Dbibliotheque\.port=(\d+) /.exec(args)?.[1] ?? 0);
    const isOurs = parent !== undefined && args.endsWith(` ${CONFIGURATION}`);
    return isOurs && !running.some((one) => one.pid === Number(parent)) ? [{ pid, port }] : [];
  });
}
