import { type ChildProcess, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  BatchGetItemCommand,
  DeleteTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnDynamoDb, untilItAnswers } from '../../dev/local/dynamodb.ts';
import { createTables, OtherVersion, type Table } from '../../dev/local/tables.ts';
import { freePort } from '../support/port.ts';
import { tables } from '../support/services.ts';

/** Data that are kept from one start to the next. */

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('a database that keeps its data in a folder', () => {
  const PAIRS: Table = {
    TableName: 'pairs',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  };
  const WRITERS = 4;
  const ENOUGH = 40;

  let folder: string;
  let java: ChildProcess;
  let client: DynamoDBClient;

  async function open(): Promise<boolean> {
    const port = await freePort();
    const endpoint = `http://localhost:${port}`;
    java = spawnDynamoDb(port, { folder });
    await untilItAnswers(java, port);
    client = new DynamoDBClient({ endpoint, maxAttempts: 1 });
    return createTables(endpoint, [PAIRS]);
  }

  async function kill(): Promise<void> {
    client.destroy();
    if (java.kill('SIGKILL')) await once(java, 'exit');
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kept-'));
  });
  afterAll(async () => {
    await kill();
    await rm(folder, { recursive: true });
  });

  const writePair = (name: string) => {
    const put = (side: string) => ({ Put: { TableName: 'pairs', Item: { id: { S: `${name}-${side}` } } } });
    return client.send(new TransactWriteItemsCommand({ TransactItems: [put('left'), put('right')] }));
  };

  async function sidesOf(name: string): Promise<number> {
    const Keys = ['left', 'right'].map((side) => ({ id: { S: `${name}-${side}` } }));
    const found = await client.send(
      new BatchGetItemCommand({ RequestItems: { pairs: { Keys, ConsistentRead: true } } }),
    );
    return found.Responses?.pairs?.length ?? 0;
  }

  test('is new once; killed in the middle of writes, it has what it answered but for the very last, and nothing by halves', async () => {
    expect(await open()).toBe(true);
    const begun: string[] = [];
    const answered: string[] = [];
    const writer = async (_: unknown, number: number) => {
      for (let n = 0; ; n += 1) {
        const name = `${number}-${n}`;
        begun.push(name);
        await writePair(name);
        answered.push(name);
        if (answered.length === ENOUGH) java.kill('SIGKILL');
      }
    };
    const ended = once(java, 'exit');
    await Promise.allSettled(Array.from({ length: WRITERS }, writer));
    await ended;
    client.destroy();

    expect(await open()).toBe(false);
    const sides = await Promise.all(begun.map(async (name) => [name, await sidesOf(name)] as const));
    expect(sides.filter(([, count]) => count === 1)).toEqual([]);
    const lost = answered.filter((name) => sides.some(([one, count]) => one === name && count === 0));
    // It answers a transaction an instant before it is on the disk, one after the other.
    expect(answered.slice(-WRITERS)).toEqual(expect.arrayContaining(lost));
  });
});

test('data that are taken again know whether the day has changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taken-'));
  // Each start is a process of its own, which lets them go when it ends.
  const take = (day: string) => {
    const code = `const { takeKeptData } = await import('./dev/local/kept.ts');
      console.log(takeKeptData(...${JSON.stringify([day, folder])}));`;
    return execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' });
  };
  const days = ['2026-11-29', '2026-11-29', '2026-11-30', '2026-11-30'];
  expect(days.map(take)).toEqual(['false\n', 'true\n', 'false\n', 'true\n']);
  await rm(folder, { recursive: true });
});

describe('tables that were kept', () => {
  const endpoint = () => process.env.DYNAMODB_ENDPOINT as string;

  test('are taken as they are when they are those of this version', async () => {
    expect(await createTables(endpoint(), tables())).toBe(false);
  });

  test('are given the expiry that they lack, as when the start was ended before it had set it', async () => {
    const [found] = tables().filter(({ TimeToLiveSpecification }) => TimeToLiveSpecification);
    const { TimeToLiveSpecification, ...without } = { ...(found as Table), TableName: `without-${randomUUID()}` };
    const { TableName } = without;
    await createTables(endpoint(), [without]);
    await createTables(endpoint(), [{ ...without, TimeToLiveSpecification }]);
    const client = new DynamoDBClient({ endpoint: endpoint() });
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription?.AttributeName).toBe(TimeToLiveSpecification?.AttributeName);
    await client.send(new DeleteTableCommand({ TableName }));
    client.destroy();
  });

  type Index = NonNullable<Table['GlobalSecondaryIndexes']>[number];
  const few = { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: ['autre'] };
  const other: [what: string, change: (indexes: Index[]) => Index[]][] = [
    ['an index more', (indexes) => [...indexes, { ...(indexes[0] as Index), IndexName: 'nouveau' }]],
    [
      'an index of another name',
      (indexes) => indexes.map((index) => ({ ...index, IndexName: `${index.IndexName}-2` })),
    ],
    ['an index that shows less', (indexes) => indexes.map((index) => ({ ...index, Projection: few }))],
  ];

  test.each(other)('are refused when this version has %s', async (_, change) => {
    const changed = tables().map((table) => {
      const { GlobalSecondaryIndexes: indexes } = table;
      return indexes ? { ...table, GlobalSecondaryIndexes: change(indexes) } : table;
    });
    const asked = createTables(endpoint(), changed);
    await expect(asked).rejects.toThrow(OtherVersion);
    await expect(asked).rejects.toThrow(/la table \S+ n'a pas les clés et les index de cette version/);
  });
});
