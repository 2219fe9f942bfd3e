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
const there = { TableName, Key: key('there') };
const query = {
  TableName,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': 'nowhere' },
};

const Keys = ['there', 'nowhere', 'nowhere else'].map(key);

test.each<[what: string, units: object, work: () => Promise<unknown>]>([
  ['a write by the kilobyte, rounded up', { write: 5 }, () => db.put({ TableName, Item: item('there', 5_000) })],
  ['a write for each index that it enters', { write: 6 }, () => db.put({ TableName, Item: item('d', 1_500, LISTED) })],
  ['the items of a transaction twice', { write: 2 + 4 + 4 }, () => db.transactWrite({ TransactItems: writes })],
  ['a read by four kilobytes, rounded up', { read: 2 }, () => db.get({ ...there, ConsistentRead: true })],
  ['half as much when a read is eventually consistent', { read: 1 }, () => db.get(there)],
  ['the least when a read finds nothing', { read: 1 }, () => db.query({ ...query, ConsistentRead: true })],
  ['half of the least when it is eventually consistent besides', { read: 0.5 }, () => db.query(query)],
  [
    'a read for what it misses',
    { read: 4 },
    () => db.batchGet({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
  ],
])('the benchmark bills %s', async (_, units, work) => {
  await db.put({ TableName, Item: item('there', 5_000) });
  expect(await costOf(work)).toEqual({ requests: 1, read: 0, write: 0, ...units });
});
