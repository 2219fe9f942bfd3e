import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { costOf } from '../../dev/bench/meter.ts';
import { tapInto } from '../support/wire.ts';

/** The expected units are counted by hand, by AWS's published rules. */

const TableName = process.env.EMPRUNTS_TABLE as string;

/** An entry in each of the table's two indexes. */
const LISTED = { liste: 'l', liste_tri: '1', suivi: 's', suivi_tri: '1' };

const key = (name: string) => ({ pk: name, sk: 'MESURE' });
const item = (name: string, bytes = 10, more = {}) => ({ ...key(name), texte: 'x'.repeat(bytes), ...more });
const write = (Item: object) => ({ Put: { TableName, Item: { ...Item } } });

let db: DynamoDBDocument;

beforeAll(async () => {
  const client = new DynamoDB({ endpoint: process.env.DYNAMODB_ENDPOINT as string });
  tapInto(client);
  db = DynamoDBDocument.from(client);
  await db.put({ TableName, Item: item('there', 5_000) });
});

afterAll(() => db.destroy());

describe('the benchmark bills a write', () => {
  test('by the kilobytes that it begins, and again for each index that it enters', async () => {
    expect(await costOf(() => db.put({ TableName, Item: item('small') }))).toEqual({ requests: 1, read: 0, write: 1 });
    const large = await costOf(() => db.put({ TableName, Item: item('large', 1_500, LISTED) }));
    expect(large).toEqual({ requests: 1, read: 0, write: 2 + 2 + 2 });
  });

  test('twice in a transaction, each item by itself, but its index entries once', async () => {
    const TransactItems = [write(item('a')), write(item('b', 1_500)), write(item('c', 10, LISTED))];
    const cost = await costOf(() => db.transactWrite({ TransactItems }));
    expect(cost).toEqual({ requests: 1, read: 0, write: 2 + 4 + (2 + 1 + 1) });
    expect(await db.get({ TableName, Key: key('b') })).toHaveProperty('Item', item('b', 1_500));
  });
});

describe('the benchmark bills a read', () => {
  const read = async (work: () => Promise<unknown>) => (await costOf(work)).read;
  const query = (ConsistentRead: boolean) =>
    db.query({
      TableName,
      ConsistentRead,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'nowhere' },
    });

  test('by the four kilobytes that it begins, and half as much when it is not strong', async () => {
    expect(await read(() => db.get({ TableName, Key: key('there'), ConsistentRead: true }))).toBe(2);
    expect(await read(() => db.get({ TableName, Key: key('there') }))).toBe(1);
  });

  test('that finds nothing as the least of something', async () => {
    expect(await read(() => query(true))).toBe(1);
    expect(await read(() => query(false))).toBe(0.5);
  });

  test('of a batch for the items that are not there too', async () => {
    const Keys = ['there', 'nowhere', 'nowhere else'].map(key);
    expect(await read(() => db.batchGet({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }))).toBe(4);
  });
});
