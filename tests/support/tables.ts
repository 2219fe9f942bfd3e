import { afterAll, beforeAll, expect } from '@jest/globals';
import { createTables } from '../../dev/local/dynamodb.ts';
import { client } from '../../lib/aws/dynamodb/client.ts';
import { missingRights } from './rights.ts';
import { tables } from './services.ts';
import { tapInto } from './wire.ts';

beforeAll(async () => {
  await createTables(process.env.DYNAMODB_ENDPOINT as string, tables());
});

afterAll(() => {
  expect(missingRights()).toEqual([]);
});

tapInto(client);
