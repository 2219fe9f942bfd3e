import { tables } from '../../tests/support/services.ts';
import startDynamoDb from '../../tests/support/start-dynamodb.ts';
import { createTables } from '../local/dynamodb.ts';

/**
 * Opens an empty library in this process, as the tests have it. The code that is measured reads the environment
 * when it is imported: import it after this.
 *
 * @param front stands between that code and DynamoDB Local, and says its own address
 * @returns the address of DynamoDB Local itself
 */
export async function openLibrary(front = async (endpoint: string) => endpoint): Promise<string> {
  await startDynamoDb();
  const endpoint = process.env.DYNAMODB_ENDPOINT as string;
  await import('../../tests/support/environment.ts');
  await createTables(endpoint, tables());
  const { startMail } = await import('../../tests/support/mail.ts');
  await startMail();
  process.env.DYNAMODB_ENDPOINT = await front(endpoint);
  return endpoint;
}
