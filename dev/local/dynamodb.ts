import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  type UpdateTimeToLiveCommandInput,
} from '@aws-sdk/client-dynamodb';
import { Obstacle } from './checks.ts';

const HOME = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
);
/** Half a second less to start, on a process that mostly waits. */
const QUICK_START = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** DynamoDB Local, in memory. It ends with this process, unless that is killed outright. */
export function spawnDynamoDb(port: number): ChildProcess {
  const scratch = mkdtempSync(join(tmpdir(), 'dynamodb-local-'));
  const java = spawn(
    'java',
    [
      ...QUICK_START,
      `-Djava.io.tmpdir=${scratch}`,
      `-Djava.library.path=${join(HOME, 'DynamoDBLocal_lib')}`,
      ...['-jar', join(HOME, 'DynamoDBLocal.jar'), '-inMemory', '-sharedDb', '-disableTelemetry', '-port', `${port}`],
    ],
    // It leaves a file of its own where it is started.
    { cwd: HOME, stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true },
  );
  // Asked politely it takes two seconds, with nothing to save but its own traces.
  process.once('exit', () => {
    java.kill('SIGKILL');
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });
  return java;
}

export async function untilItAnswers(java: ChildProcess, port: number): Promise<void> {
  const complaint = text(java.stderr as Readable);
  while (!(await fetch(`http://localhost:${port}`).catch(() => undefined))) {
    if (java.exitCode !== null)
      throw new Obstacle(`DynamoDB Local n'a pas démarré : ${(await complaint).split('\n')[0]}`);
    await sleep(50);
  }
}

export async function startDynamoDb(port: number): Promise<ChildProcess> {
  const java = spawnDynamoDb(port);
  await untilItAnswers(java, port);
  return java;
}

/** A table as CloudFormation describes it. */
export type Table = CreateTableCommandInput & Pick<UpdateTimeToLiveCommandInput, 'TimeToLiveSpecification'>;

/** Creates the tables that are missing. What only a real account has (backups, encryption) is left out. */
export async function createTables(endpoint: string, tables: readonly Table[]): Promise<void> {
  const client = new DynamoDBClient({ endpoint });
  await Promise.all(tables.map((table) => createTable(client, table)));
  client.destroy();
}

async function createTable(client: DynamoDBClient, table: Table): Promise<void> {
  const { TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode, TimeToLiveSpecification } =
    table;
  try {
    await client.send(
      new CreateTableCommand({ TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode }),
    );
  } catch (error) {
    if (error instanceof ResourceInUseException) return;
    throw error;
  }
  if (TimeToLiveSpecification) {
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
}
