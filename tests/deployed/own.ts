import type { Mailing } from './stand-in/mail.ts';
import { type StandIn, type StandInOptions, startStandIn } from './stand-in/stand-in.ts';

/** A stand-in of this test file's own, on the package and the tables of the run, to which the calls of the file go. */
export async function ownStandIn(over: Partial<StandInOptions> = {}, mailing: Partial<Mailing> = {}): Promise<StandIn> {
  const options: StandInOptions = JSON.parse(process.env.STAND_IN as string);
  const standIn = await startStandIn({ ...options, ...over, mailing: { ...options.mailing, ...mailing } });
  Object.assign(process.env, { API_URL: standIn.url, INVOKE_URL: standIn.invokeUrl });
  return standIn;
}
