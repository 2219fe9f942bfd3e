import { standForPolicy } from '../politique/read.ts';

/** Where the local system is and as whom it is called. The start and every script beside it read it here. */

const { env } = process;

/** Nothing of the local system can be reached from another machine. */
export const HOST = '127.0.0.1';

/** The ports, by the environment variable that changes each. */
export const ports = {
  PORT: env.PORT || '3000',
  LAMBDA_PORT: env.LAMBDA_PORT || '3002',
  DYNAMODB_PORT: env.DYNAMODB_PORT || '8000',
  MAIL_PORT: env.MAIL_PORT || '8005',
};

/** Whether the shell says where the system is. */
export const isMoved = Object.keys(ports).some((name) => env[name]);

/** Whether the start runs a DynamoDB of its own; another one is used, but never started or stopped. */
export const isDatabaseOurs = !env.DYNAMODB_ENDPOINT;

/** Whether data are kept from one start to the next: npm's own variable for the option, which the start sets as well. */
export const isKept = isDatabaseOurs && env.npm_config_garder === 'true';

/** People read and type the first two. */
export const addresses = {
  api: `http://localhost:${ports.PORT}`,
  inbox: `http://localhost:${ports.MAIL_PORT}`,
  mail: `http://${HOST}:${ports.MAIL_PORT}`,
  lambda: `http://${HOST}:${ports.LAMBDA_PORT}`,
  database: env.DYNAMODB_ENDPOINT || `http://${HOST}:${ports.DYNAMODB_PORT}`,
};

const LOCAL_ACCOUNT = {
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_REGION: env.AWS_REGION || 'eu-west-3',
};

const ofFunctions = {
  UTILISATEURS_TABLE: 'bibliotheque-local-utilisateurs',
  LIVRES_TABLE: 'bibliotheque-local-livres',
  EMPRUNTS_TABLE: 'bibliotheque-local-emprunts',
  FUNCTIONS_PREFIX: 'bibliotheque-local-',
  LAMBDA_ENDPOINT: addresses.lambda,
  SES_ENDPOINT: addresses.mail,
  EXPEDITEUR: 'bibliotheque@example.org',
  JWT_ISSUER: 'https://local.bibliotheque.test/',
  JWT_AUDIENCE: 'bibliotheque',
  JWT_JWKS_URL: 'data:application/json,{}',
  ...LOCAL_ACCOUNT,
};

/** Lets this process import what a function imports, which looks at its environment first. */
export function standForFunction(): void {
  for (const [name, value] of Object.entries(ofFunctions)) env[name] ||= value;
  if (!env.POLITIQUE_COMPILEE) standForPolicy();
}

/** No local command may reach a real account, whatever the shell is signed in to. */
export function leaveAccounts(): void {
  Object.assign(env, LOCAL_ACCOUNT);
  for (const name of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN']) delete env[name];
}

/** Gives this process what a function of the local system has. */
export function joinLocalStage(): void {
  leaveAccounts();
  env.DYNAMODB_ENDPOINT = addresses.database;
  standForFunction();
}
