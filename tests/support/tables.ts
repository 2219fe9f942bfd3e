import { afterAll, beforeAll, expect } from '@jest/globals';
import { createTables } from '../../dev/local/dynamodb.ts';
import { missingRights, watch } from './rights.ts';
import { tables } from './services.ts';

beforeAll(async () => {
  await createTables(process.env.DYNAMODB_ENDPOINT as string, tables());
});

afterAll(() => {
  expect(missingRights()).toEqual([]);
});

// Imported here, after environment.ts has named the tables and the other services' addresses.
const { client } = await import('../../lib/aws/dynamodb/client.ts');
watch(client);
