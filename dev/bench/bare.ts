import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Reads one item from a table by the document client, and does nothing else: no token, no check. */
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async ({ pathParameters }: APIGatewayProxyEventV2) => {
  const Key = { pk: `UTILISATEUR#${pathParameters?.id}`, sk: 'UTILISATEUR' };
  const { Item } = await db.send(new GetCommand({ TableName: process.env.UTILISATEURS_TABLE, Key }));
  return { statusCode: Item ? 200 : 404, body: JSON.stringify(Item) };
};
