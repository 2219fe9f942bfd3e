import { tables } from '../../tests/support/services.ts';
import startDynamoDb from '../../tests/support/start-dynamodb.ts';
import { tapInto } from '../../tests/support/wire.ts';
import { createTables } from '../local/tables.ts';

/**
 * Opens an empty library in this process, as the tests have it. The code that is measured reads the environment
 * when it is imported: import it after this.
 */
export async function openLibrary(): Promise<void> {
  await startDynamoDb();
  await import('../../tests/support/environment.ts');
  await createTables(process.env.DYNAMODB_ENDPOINT as string, tables());
  const { startMail } = await import('../../tests/support/mail.ts');
  await startMail();
  tapInto((await import('../../lib/aws/dynamodb/client.ts')).client);
}
