import { beforeAll } from '@jest/globals';
import { createTables } from '../../local/dynamodb.ts';
import { tables } from './services.ts';

beforeAll(async () => {
  await createTables(process.env.DYNAMODB_ENDPOINT as string, tables());
});
