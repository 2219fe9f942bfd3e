import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { email as Email } from '../../lib/users/email.ts';
import { Obstacle } from '../local/checks.ts';
import { makeLibrarian } from './pool.ts';
import { told } from './told.ts';

/**
 * npm run bibliothecaire -- <e-mail> --stage <stage>: makes a librarian of a person, who is invited by mail if the stage's
 * pool does not know them. Run again, it does nothing again.
 */

const USAGE = 'Usage : npm run bibliothecaire -- <adresse e-mail> --stage <stage> [--region <région>]';
const REGION = process.env.AWS_REGION || 'eu-west-3';

function asked() {
  try {
    const options = { stage: { type: 'string' }, region: { type: 'string', default: REGION } } as const;
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    const [address, ...more] = positionals;
    if (address !== undefined && more.length === 0) return { address, ...values };
  } catch {
    // Said below.
  }
  throw new Obstacle(USAGE);
}

async function main(): Promise<void> {
  const { address, stage, region } = asked();
  const { data: email } = z.safeParse(Email, address);
  if (email === undefined) throw new Obstacle(`« ${address} » n'est pas une adresse e-mail, comme nom@exemple.fr`);
  if (!stage) throw new Obstacle(`Il manque le stage. ${USAGE}`);
  if (stage === 'local')
    throw new Obstacle('Le stage « local » a ses propres jetons : npm run --silent token -- bibliothecaire');
  for await (const line of makeLibrarian(email, stage, region)) console.log(line);
}

await main().catch((error: unknown) => {
  console.error(told(error));
  process.exitCode = 1;
});
