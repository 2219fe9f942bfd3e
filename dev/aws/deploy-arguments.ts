import { parseArgs } from 'node:util';
import { audience, issuer, jwksUrl } from '../local/keys.ts';
import { isRehearsal } from './address.ts';

/** What `sls deploy` is told, beside what the person says. */

/** Which stage and region the framework will take; it reads its arguments in the same ways. */
export function placeIn(args: readonly string[]): { stage?: string; region?: string } {
  const text = (short: string) => ({ type: 'string', short }) as const;
  const options = { stage: text('s'), region: text('r') };
  const { values } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true });
  return values as { stage?: string; region?: string };
}

/** A rehearsal takes the tokens of this machine. Its mails would come from nobody's address: SES refuses them. */
const rehearsal = async (): Promise<Record<string, string>> => ({
  jwt_issuer: issuer,
  jwt_audience: audience,
  jwt_jwks_url: await jwksUrl(),
  cors_origins: '*',
  sender: 'bibliotheque@example.org',
});

/**
 * The arguments of `sls deploy`: those that were given, and for a rehearsal the parameters that were not.
 * @param args what was said after `npm run deploy --`
 */
export async function deployArguments(args: readonly string[]): Promise<string[]> {
  if (!isRehearsal(placeIn(args).stage ?? '')) return ['deploy', ...args];
  const given = (name: string) => args.some((arg) => arg.replace(/^--param=?/, '').startsWith(`${name}=`));
  const missing = Object.entries(await rehearsal()).filter(([name]) => !given(name));
  return ['deploy', ...args, ...missing.map(([name, value]) => `--param=${name}=${value}`)];
}
