import { startLambda } from '../../../tests/support/lambda.ts';
import { freePort } from '../../../tests/support/port.ts';
import { tables } from '../../../tests/support/services.ts';
import { createTables, startDynamoDb } from '../../local/dynamodb.ts';
import { audience, issuer, jwksUrl } from '../../local/keys.ts';

/** A library of a benchmark's own, empty, in this process: DynamoDB Local, the private commands, an issuer. */
export async function openLibrary(): Promise<void> {
  const port = await freePort();
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    DYNAMODB_ENDPOINT: `http://localhost:${port}`,
    UTILISATEURS_TABLE: 'bench-utilisateurs',
    LIVRES_TABLE: 'bench-livres',
    EMPRUNTS_TABLE: 'bench-emprunts',
    LAMBDA_ENDPOINT: await startLambda(),
    OPEN_LOAN_FUNCTION: 'users-open-loan',
    CLOSE_LOAN_FUNCTION: 'users-close-loan',
    TAKE_COPY_FUNCTION: 'books-take-copy',
    RETURN_COPY_FUNCTION: 'books-return-copy',
    SES_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
    EXPEDITEUR: 'bibliotheque@example.org',
    COURRIELS_PAR_SECONDE: '1000',
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: audience,
    JWT_JWKS_URL: await jwksUrl(),
  });
  await startDynamoDb(port);
  await createTables(process.env.DYNAMODB_ENDPOINT as string, tables());
}
