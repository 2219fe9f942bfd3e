import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import { endOrphans } from '../../dev/local/dynamodb.ts';

/** A DynamoDB Local whose start was killed outright is ended by the next start, and no other process is. */

const CONFIGURATION = new URL('../../dev/local/dynamodb.xml', import.meta.url).href;

const begun: ChildProcess[] = [];
afterEach(() => {
  for (const process of begun.splice(0)) process.kill('SIGKILL');
});

/** A process that looks as DynamoDB Local does which that process has started. */
function databaseOf(parent: number): ChildProcess {
  const args = [
    '-e',
    'setInterval(() => {}, 1000)',
    '--',
    `-Dbibliotheque.parent=${parent}`,

    CONFIGURATION,
  ];
  const database = spawn(process.execPath, args, { argv0: 'java', stdio: 'ignore' });
  begun.push(database);
  return database;
}

/** The id of a process that is dead and stays in the list of processes, because its own parent does not look. */
async function unburied(): Promise<number> {
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  begun.push(parent);
  const [said] = await once(parent.stdout as NodeJS.ReadableStream, 'data');
  return Number(said);
}

/** More than any system gives. */
const NOBODY = 2 ** 30;

const onPosix = process.platform === 'win32' ? test.skip : test;

onPosix.each([
  ['is no more', async () => NOBODY],
  ['is dead, though not yet buried', unburied],
])('one whose parent %s is ended', async (_, parent) => {
  const database = databaseOf(await parent());
  const ended = once(database, 'exit');
  // It may not have its name yet when the list is first read.
  const repeated = setInterval(() => void endOrphans(), 200);
  expect(await ended).toEqual([null, 'SIGKILL']);
  clearInterval(repeated);
});

onPosix('one whose parent lives is left alone', async () => {
  const [ours, orphan] = [databaseOf(process.pid), databaseOf(NOBODY)];
  const ended = once(orphan, 'exit');
  const repeated = setInterval(() => void endOrphans(), 200);
  await ended;
  clearInterval(repeated);
  expect([ours.exitCode, ours.signalCode]).toEqual([null, null]);
});
