import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Obstacle } from '../local/checks.ts';
import { STAGE } from '../template/parameters.ts';
import { told } from './told.ts';

/** Which of the deployed systems a command is about, and with whose rights. */

export interface Stage {
  /** As it was deployed: `prod`; `local` is the system on this machine. */
  stage: string;
  region: string;
}

/** What a command takes besides a stage and a region. */
interface Others<Option, Word> {
  options?: readonly Option[];
  /** What is said without `--`: each must be there, in this order. */
  words?: readonly Word[];
}

/** @throws Obstacle with the usage */
export function argumentsIn<const Option extends string = never, const Word extends string = never>(
  args: readonly string[],
  usage: string,
  { options = [], words = [] }: Others<Option, Word> = {},
): Stage & { [K in Option]?: string } & { [K in Word]: string } {
  const text = { type: 'string' } as const;
  const known = Object.fromEntries(['stage', 'region', ...options].map((name) => [name, text]));
  const parsed = attempt(() => parseArgs({ args: [...args], options: known, allowPositionals: true }));
  if (parsed?.positionals.length !== words.length) throw new Obstacle(usage);
  const { stage = 'local', region = process.env.AWS_REGION || 'eu-west-3', ...rest } = parsed.values;
  if (!STAGE.test(stage)) throw new Obstacle(`--stage ${stage} : un stage s’écrit en minuscules, comme prod`);
  const said = Object.fromEntries(words.map((name, n) => [name, parsed.positionals[n]]));
  return { stage, region, ...rest, ...said } as ReturnType<typeof argumentsIn<Option, Word>>;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The names of the three tables of a stage, as serverless.yml makes them. */
export const tablesOf = (stage: string) => ({
  users: `bibliotheque-${stage}-utilisateurs`,
  books: `bibliotheque-${stage}-livres`,
  loans: `bibliotheque-${stage}-emprunts`,
});

const NO_CREDENTIALS =
  'Aucune identité AWS n’est donnée : connectez-vous (aws sso login), ou donnez AWS_PROFILE ou AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY.';

/** Finds who calls AWS, by the SDK's own chain: the environment, a profile, a role. @throws Obstacle when nobody does */
export async function credentialsFor(region: string) {
  try {
    return await new DynamoDBClient({ region }).config.credentials();
  } catch {
    throw new Obstacle(NO_CREDENTIALS);
  }
}

/** Runs a command: its code is that of the process, and what keeps it from its work is said in one line. */
export async function asCommand(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(told(error));
    process.exitCode = 2;
  }
}
