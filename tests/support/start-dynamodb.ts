import { startDynamoDb } from '../../dev/local/dynamodb.ts';
import { audience, issuer, jwksUrl } from '../../dev/local/keys.ts';
import { standForPolicy } from '../../dev/politique/read.ts';
import { freePort } from './port.ts';

/** A DynamoDB Local of the suite's own: never one that is running already, so no test can touch real data. */
export default async function start() {
  standForPolicy();
  const port = await freePort();
  const dynamodb = await startDynamoDb(port);
  Object.assign(globalThis, { dynamodb });
  Object.assign(process.env, {
    DYNAMODB_ENDPOINT: `http://localhost:${port}`,
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: audience,
    JWT_JWKS_URL: await jwksUrl(),
  });
}
