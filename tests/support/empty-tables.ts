import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readTable as readBooks } from './books-invariants.ts';
import { readTable as readLoans } from './loans-table.ts';
import { readTable as readUsers } from './users-invariants.ts';

const db = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string }));

const BATCH = 25;

async function empty(table: string, items: readonly { pk: string; sk: string }[]): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
    await db.send(new BatchWriteCommand({ RequestItems: { [table]: batch } }));
  }
}

/** Takes everything out of this test file's tables: what a test looks at is then all its own, and little. */
export async function emptyTables(): Promise<void> {
  const { UTILISATEURS_TABLE = '', LIVRES_TABLE = '', EMPRUNTS_TABLE = '' } = process.env;
  await Promise.all([
    readUsers().then((items) => empty(UTILISATEURS_TABLE, items)),
    readBooks().then((items) => empty(LIVRES_TABLE, items)),
    readLoans().then((items) => empty(EMPRUNTS_TABLE, items)),
  ]);
}
