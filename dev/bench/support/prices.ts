import type { Cost } from './meter.ts';

/**
 * List prices of AWS in eu-west-3 (Paris), in dollars without taxes, free tier or discount, as of September
 * 2026. DynamoDB (on demand, standard class) and Lambda: AWS Price List for the region. API Gateway and SES:
 * the general price list, not looked up again. They change: look before counting on them.
 */
const DOLLARS = {
  readUnit: 0.1487e-6,
  writeUnit: 0.7423e-6,
  httpApiCall: 1.17e-6,
  lambdaInvocation: 0.2e-6,
  /** arm64. */
  lambdaGigabyteSecond: 0.0000133334,
  mail: 0.1e-3,
};

/** Assumption: what a dollar costs; it moves by some percent a year. */
const EUROS_PER_DOLLAR = 0.9;

/** `memorySize` in serverless.yml. */
const GIGABYTES = 0.5;

/** Assumption, not measured on AWS: what an invocation takes itself, warm, DynamoDB's answers included. */
const INVOCATION_SECONDS = 0.02;

/** The pause after each person's mail: COURRIELS_PAR_SECONDE is 10. */
const MAIL_SECONDS = 0.1;

/** What the figures rest upon, to be read with them. */
export const ASSUMPTIONS = 'prix de liste de septembre 2026, 20 ms par fonction, 1 $ = 0,90 €';

const CALLS = 1_000_000;

const euros = (dollars: number): number => dollars * EUROS_PER_DOLLAR * CALLS;

/** What a million times this costs at DynamoDB, in euros. */
export const dynamoDbEuros = ({ read, write }: Cost): number =>
  euros(read * DOLLARS.readUnit + write * DOLLARS.writeUnit);

/** Its function and the commands' functions; the function waits for each command, so that time is paid twice. */
export function lambdaEuros({ commands, mails }: Cost): number {
  const seconds = INVOCATION_SECONDS * (1 + 2 * commands) + MAIL_SECONDS * mails;
  return euros((1 + commands) * DOLLARS.lambdaInvocation + seconds * GIGABYTES * DOLLARS.lambdaGigabyteSecond);
}

export const httpApiEuros = (): number => euros(DOLLARS.httpApiCall);

export const mailEuros = ({ mails }: Cost): number => euros(mails * DOLLARS.mail);
