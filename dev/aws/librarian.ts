import * as z from 'zod/mini';
import { email as Email } from '../../lib/users/email.ts';
import { Obstacle } from '../local/checks.ts';
import { makeLibrarian } from './pool.ts';
import { argumentsIn, asCommand } from './stage.ts';

/**
 * npm run bibliothecaire -- <e-mail> --stage <stage>: makes a librarian of a person, who is invited by mail if the stage's
 * pool does not know them. Run again, it does nothing again.
 */

const USAGE = 'Usage : npm run bibliothecaire -- <adresse e-mail> --stage <stage> [--region <région>]';

await asCommand(async () => {
  const { address, stage, region } = argumentsIn(process.argv.slice(2), USAGE, { words: ['address'] });
  const { data: email } = z.safeParse(Email, address);
  if (email === undefined) throw new Obstacle(`« ${address} » n'est pas une adresse e-mail, comme nom@exemple.fr`);
  if (stage === 'local')
    throw new Obstacle(
      'Il manque --stage, comme --stage prod. Le stage « local » a ses propres jetons : npm run --silent token -- bibliothecaire',
    );
  for await (const line of makeLibrarian(email, stage, region)) console.log(line);
  return 0;
});
