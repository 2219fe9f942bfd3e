import { readEnvironment, variable } from '../local/postman.ts';
import { Client, isHere } from './client.ts';
import { Refusal } from './refusal.ts';

/** Which library is meant, and as whom it is called. */

const NOTHING_RUNS =
  'Aucune bibliothèque ne tourne ici. Lancez d’abord « npm start », ou dites où elle est : --url https://… avec un jeton de bibliothécaire dans JETON.';
const NO_TOKEN =
  'Il faut un jeton de bibliothécaire pour cette adresse. Donnez-le dans la variable JETON : JETON=… npm run import -- …';

/** A token goes over the network in https only. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isHere(text));
}

/**
 * The library at that address, with the token in the variable `JETON`; without an address, the one that was started
 * here last. A token is never an argument: other users of a machine see those.
 * @throws Refusal when it is not said enough
 */
export async function openLibrary(
  url: string | undefined,
  onPause: (reason: string) => void,
): Promise<{ client: Client; address: string }> {
  const { JETON } = process.env;
  if (url !== undefined && !isSafeAddress(url))
    throw new Refusal(`--url attend une adresse en https, comme https://biblio.example.org, et non « ${url} ».`);
  const local = await readEnvironment().catch(() => undefined);
  const localAddress = local && variable(local, 'base_url');
  const address = url ?? localAddress;
  if (!address) throw new Refusal(NOTHING_RUNS);
  const token =
    JETON || (local && sameAddress(address, localAddress) ? variable(local, 'jeton_bibliothecaire') : undefined);
  if (!token) throw new Refusal(NO_TOKEN);
  return { client: new Client(address, token, onPause), address: new URL(address).href };
}

const sameAddress = (one: string, other: string | undefined): boolean =>
  other !== undefined && new URL(one).href === new URL(other).href;
