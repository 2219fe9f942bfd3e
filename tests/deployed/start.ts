import { issuer, jwksUrl } from '../../dev/local/keys.ts';
import { startMail } from '../support/mail.ts';
import { freePort } from '../support/port.ts';
import startDynamoDb from '../support/start-dynamodb.ts';
import { packageStage } from './package.ts';
import { startStandIn } from './stand-in/stand-in.ts';

/** Packages a stage, and has it run on the stand-in: the tests of the API find it at `API_URL`. */

const STAGE = 'essai';
const KEYS = `${issuer}.well-known/jwks.json`;
const PARAMETERS = {
  jwt_issuer: issuer,
  jwt_audience: 'bibliotheque',
  jwt_jwks_url: KEYS,
  cors_origins: 'https://bibliotheque.example',
  sender: 'bibliotheque@bibliotheque.example',
};

export default async function start() {
  await startDynamoDb();
  const packaged = await packageStage(STAGE, PARAMETERS);
  const jwks = Buffer.from((await jwksUrl()).split(',')[1] as string, 'base64').toString();
  const mail = `http://127.0.0.1:${await freePort()}`;
  process.env.SES_ENDPOINT = mail;
  const options = {
    package: packaged.folder,
    dynamodb: process.env.DYNAMODB_ENDPOINT as string,
    keys: { url: KEYS, jwks },
    mailing: { emulator: mail, domain: PARAMETERS.sender.split('@')[1] as string, sandbox: false, verified: [] },
  };
  const [standIn, inbox] = [await startStandIn(options), await startMail()];
  Object.assign(globalThis, { standIn, packaged, inbox });
  Object.assign(process.env, {
    API_URL: standIn.url,
    INVOKE_URL: standIn.invokeUrl,
    STAND_IN: JSON.stringify(options),
    UTILISATEURS_TABLE: `bibliotheque-${STAGE}-utilisateurs`,
    LIVRES_TABLE: `bibliotheque-${STAGE}-livres`,
    EMPRUNTS_TABLE: `bibliotheque-${STAGE}-emprunts`,
  });
}
