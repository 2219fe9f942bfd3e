import { afterAll, beforeAll, expect } from '@jest/globals';
import { createTables } from '../../dev/local/tables.ts';
import { client } from '../../lib/aws/dynamodb/client.ts';
import { emptyTables } from './read.ts';
import { missingRights } from './rights.ts';
import { tables } from './services.ts';
import { tapInto } from './wire.ts';

beforeAll(async () => {
  await createTables(process.env.DYNAMODB_ENDPOINT as string, tables());
  // The stand-in has the same tables for one file after the other.
  if (process.env.INVOKE_URL) await emptyTables();
});

afterAll(() => {
  expect(missingRights()).toEqual([]);
});

tapInto(client);
