import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import middy from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import { z } from 'zod';

/** The same item as functions are usually written, with middy, its middlewares and zod; no token either. */
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

const Body = z.object({ id: z.uuid() });

export const handler = middy()
  .use(httpJsonBodyParser())
  .use(httpErrorHandler())
  .handler(async ({ body }) => {
    const { id } = Body.parse(body);
    const { Item } = await db.send(
      new GetCommand({
        TableName: process.env.UTILISATEURS_TABLE,
        Key: { pk: `UTILISATEUR#${id}`, sk: 'UTILISATEUR' },
      }),
    );
    return { statusCode: Item ? 200 : 404, body: JSON.stringify(Item) };
  });
