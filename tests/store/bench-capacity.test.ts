import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { afterAll, expect, test } from '@jest/globals';
import { costOf } from '../../dev/bench/meter.ts';
import { tapInto } from '../support/wire.ts';

/** The expected units are counted by hand, by AWS's published rules. */

const TableName = process.env.EMPRUNTS_TABLE as string;
const client = new DynamoDB({ endpoint: process.env.DYNAMODB_ENDPOINT as string });
tapInto(client);
const db = DynamoDBDocument.from(client);
afterAll(() => db.destroy());

/** An entry in each of the table's two indexes. */
const LISTED = { liste: 'l', liste_tri: '1', suivi: 's', suivi_tri: '1' };

const key = (name: string) => ({ pk: name, sk: 'MESURE' });
const item = (name: string, bytes = 10, more = {}) => ({ ...key(name), texte: 'x'.repeat(bytes), ...more });
const writes = [item('a'), item('b', 1_500), item('c', 10, LISTED)].map((Item) => ({ Put: { TableName, Item } }));
const query = {
  TableName,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': 'nowhere' },
};

test.each([
  ['by the kilobyte, rounded up', 5, () => db.put({ TableName, Item: item('there', 5_000) })],
  ['for each index that it enters', 2 + 2 + 2, () => db.put({ TableName, Item: item('large', 1_500, LISTED) })],
  ['twice for each item of a transaction', 2 + 4 + (2 + 1 + 1), () => db.transactWrite({ TransactItems: writes })],
])('the benchmark bills a write %s', async (_, units, work) => {
  expect(await costOf(work)).toEqual({ requests: 1, read: 0, write: units });
});

const Keys = ['there', 'nowhere', 'nowhere else'].map(key);

test.each([
  ['by four kilobytes, rounded up', 2, () => db.get({ TableName, Key: key('there'), ConsistentRead: true })],
  ['half as much when it is eventually consistent', 1, () => db.get({ TableName, Key: key('there') })],
  ['the least when it finds nothing', 1, () => db.query({ ...query, ConsistentRead: true })],
  ['half of the least when it is eventually consistent and finds nothing', 0.5, () => db.query(query)],
  ['for what it misses', 4, () => db.batchGet({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } })],
])('the benchmark bills a read %s', async (_, units, work) => {
  await db.put({ TableName, Item: item('there', 5_000) });
  expect(await costOf(work)).toEqual({ requests: 1, read: units, write: 0 });
});
