import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { argumentsIn, asCommand, credentialsFor, tablesOf } from '../aws/stage.ts';
import { Obstacle } from '../local/checks.ts';
import { addresses, isDatabaseOurs, standForFunction } from '../local/stage.ts';

/** npm run audit [-- --stage prod]: prints what does not hold in the three tables. */

const USAGE = 'Usage : npm run audit -- [--stage prod] [--region eu-west-3]';

async function main(): Promise<number> {
  const { stage, region } = argumentsIn(process.argv.slice(2), USAGE);
  const isLocal = stage === 'local';
  const credentials = isLocal ? { accessKeyId: 'local', secretAccessKey: 'local' } : await credentialsFor(region);
  const endpoint = isLocal ? { endpoint: addresses.database } : {};
  const client = new DynamoDBClient({ region, credentials, ...endpoint });
  // What the library's own code is imported for here, its words, it gives only to a process that looks like a function.
  standForFunction();
  const { audit } = await import('./run.ts');
  try {
    return await audit(DynamoDBDocumentClient.from(client), tablesOf(stage), (line) => console.log(line));
  } catch (error) {
    throw obstacleIn(error as Error, stage);
  }
}

function obstacleIn(error: Error, stage: string): Error {
  if (error.name === 'ResourceNotFoundException')
    return new Obstacle(`Les tables du stage « ${stage} » n’existent pas ici : npm start, ou --stage et --region.`);
  if (stage === 'local' && (error as NodeJS.ErrnoException).code === 'ECONNREFUSED')
    return new Obstacle(
      `La base ne répond pas à ${addresses.database} : lancez « npm start » dans un autre terminal, ou donnez dans ${isDatabaseOurs ? 'DYNAMODB_PORT le port' : 'DYNAMODB_ENDPOINT l’adresse'} de la base qui tourne.`,
    );
  // A refusal by AWS says itself what is missing: a right, or a signature that has expired.
  return '$metadata' in error ? new Obstacle(`AWS refuse de lire les tables : ${error.message}`) : error;
}

await asCommand(main);
