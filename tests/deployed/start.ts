import { join } from 'node:path';
import { issuer, jwksUrl } from '../../dev/local/keys.ts';
import { newCheckout } from '../support/checkout.ts';
import { sls } from '../support/framework.ts';
import { freePort } from '../support/port.ts';
import startDynamoDb from '../support/start-dynamodb.ts';
import { startStandIn } from './stand-in/stand-in.ts';

/** Packages a stage, and has it run on the stand-in: the tests of the API find it at `API_URL`. */

const STAGE = 'essai';
const KEYS = `${issuer}.well-known/jwks.json`;
export const SENDER = 'bibliotheque@bibliotheque.example';
const PARAMETERS = {
  jwt_issuer: issuer,
  jwt_audience: 'bibliotheque',
  jwt_jwks_url: KEYS,
  cors_origins: 'https://bibliotheque.example',
  sender: SENDER,
  sender_identity: 'bibliotheque.example',
};

export default async function start() {
  await startDynamoDb();
  const checkout = await newCheckout();
  await sls(checkout.folder, STAGE, PARAMETERS, 'package');
  const packaged = join(checkout.folder, '.serverless');
  const jwks = Buffer.from((await jwksUrl()).split(',')[1] as string, 'base64').toString();
  const mail = `http://127.0.0.1:${await freePort()}`;
  const keys = { url: KEYS, jwks };
  const options = { package: packaged, dynamodb: process.env.DYNAMODB_ENDPOINT as string, mail, keys };
  const standIn = await startStandIn(options);
  Object.assign(globalThis, { standIn, checkout });
  Object.assign(process.env, {
    API_URL: standIn.url,
    INVOKE_URL: standIn.invokeUrl,
    SES_ENDPOINT: mail,
    STAND_IN: JSON.stringify(options),
    UTILISATEURS_TABLE: `bibliotheque-${STAGE}-utilisateurs`,
    LIVRES_TABLE: `bibliotheque-${STAGE}-livres`,
    EMPRUNTS_TABLE: `bibliotheque-${STAGE}-emprunts`,
  });
}
