import { isDeepStrictEqual } from 'node:util';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  type UpdateTimeToLiveCommandInput,
} from '@aws-sdk/client-dynamodb';

/** A table as CloudFormation describes it. */
export type Table = CreateTableCommandInput & Partial<Pick<UpdateTimeToLiveCommandInput, 'TimeToLiveSpecification'>>;

/** What code may rely on: the keys of the table and of its indexes. */
type Shape = Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes'
>;

/** A table that was kept is not the one that this version of the code asks for. */
export class OtherVersion extends Error {}

/** A database that cannot open its folder may never answer. In milliseconds; it is asked three times. */
const PATIENCE = 10_000;

/**
 * Creates the tables that are missing. What only a real account has (backups, encryption) is left out.
 * @returns whether there was none of them
 * @throws OtherVersion when one that is there has other keys or indexes
 */
export async function createTables(endpoint: string, tables: readonly Table[]): Promise<boolean> {
  const client = new DynamoDBClient({
    endpoint,
    requestHandler: { requestTimeout: PATIENCE, throwOnRequestTimeout: true },
  });
  try {
    const created = await Promise.all(tables.map((table) => createTable(client, table)));
    return created.every(Boolean);
  } finally {
    client.destroy();
  }
}

/** @returns false when it is there already */
async function createTable(client: DynamoDBClient, table: Table): Promise<boolean> {
  const { TableName, AttributeDefinitions, KeySchema, BillingMode } = table;
  const { GlobalSecondaryIndexes, LocalSecondaryIndexes } = table;
  const indexes = { GlobalSecondaryIndexes, LocalSecondaryIndexes };
  try {
    await client.send(new CreateTableCommand({ TableName, AttributeDefinitions, KeySchema, ...indexes, BillingMode }));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    const { Table: found } = await client.send(new DescribeTableCommand({ TableName }));
    if (!isDeepStrictEqual(shapeOf(found as Shape), shapeOf(table), { skipPrototype: true }))
      throw new OtherVersion(`la table ${TableName} n'a pas les clés et les index de cette version`);
    await setExpiry(client, table);
    return false;
  }
  await setExpiry(client, table);
  return true;
}

/** The start may have been ended between the making of a table and this. */
async function setExpiry(client: DynamoDBClient, { TableName, TimeToLiveSpecification }: Table): Promise<void> {
  if (!TimeToLiveSpecification) return;
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  if (TimeToLiveDescription?.AttributeName) return;
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
}

/** The same whatever the order in which attributes and indexes are told. */
function shapeOf({ AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes }: Shape) {
  const indexes = [...(GlobalSecondaryIndexes ?? []), ...(LocalSecondaryIndexes ?? [])].map(
    ({ IndexName, KeySchema, Projection }) => [
      IndexName,
      { KeySchema, type: Projection?.ProjectionType, attributes: Projection?.NonKeyAttributes?.toSorted() },
    ],
  );
  const attributes = (AttributeDefinitions ?? []).map(({ AttributeName, AttributeType }) => [
    AttributeName,
    AttributeType,
  ]);
  return { KeySchema, indexes: Object.fromEntries(indexes), attributes: Object.fromEntries(attributes) };
}
