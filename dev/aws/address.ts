import { AwsClient } from 'aws4fetch';
import { Obstacle } from '../local/checks.ts';
import { signToken } from '../local/keys.ts';
import { addresses } from '../local/stage.ts';
import { credentialsFor, type Stage } from './stage.ts';

/** Where the API of a stage answers, and with which token it is called. */

/** A stage whose name begins so is a rehearsal: it takes the tokens of this machine, and is thrown away afterwards. */
export const isRehearsal = (stage: string): boolean => /^essai(-|$)/.test(stage);

interface Apis {
  items: { name: string; apiEndpoint: string }[];
}

/** Asks API Gateway for the API that the framework has made for the stage. @throws Obstacle */
async function deployedAddress({ stage, region }: Stage): Promise<string> {
  const client = new AwsClient({ ...(await credentialsFor(region)), region, service: 'apigateway', retries: 0 });
  const gateway = process.env.AWS_ENDPOINT_URL_APIGATEWAYV2 ?? `https://apigateway.${region}.amazonaws.com`;
  const response = await client.fetch(`${gateway}/v2/apis?maxResults=100`);
  if (!response.ok)
    throw new Obstacle(`AWS refuse de dire l’adresse de l’API (${response.status}) : donnez-la par --url https://…`);
  const { items } = (await response.json()) as Apis;
  const found = items.find(({ name }) => name === `${stage}-bibliotheque`);
  if (!found)
    throw new Obstacle(
      `Le stage « ${stage} » n’est pas déployé dans la région ${region} : --stage, --region ou --url.`,
    );
  return found.apiEndpoint;
}

/** @param url the address, when it is said */
export async function addressOf(where: Stage, url?: string): Promise<string> {
  if (url !== undefined && !/^https:\/\/[^/\s]+\/?$/.test(url))
    throw new Obstacle(`--url attend une adresse en https, comme https://biblio.example.org, et non « ${url} ».`);
  if (url !== undefined) return url.replace(/\/$/, '');
  return where.stage === 'local' ? addresses.api : deployedAddress(where);
}

/** A librarian's token, which is never an argument: other users of a machine see those. @throws Obstacle without one */
export async function librarianToken(stage: string): Promise<string> {
  const { JETON } = process.env;
  if (JETON) return JETON;
  if (stage === 'local' || isRehearsal(stage)) return signToken('bibliothecaire');
  throw new Obstacle(
    'Il faut un jeton de bibliothécaire dans la variable JETON : celui que donne la connexion au stage, ou l’émetteur choisi.',
  );
}
