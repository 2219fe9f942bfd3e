import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Obstacle } from '../local/checks.ts';
import { writeEnvironment } from '../local/postman.ts';
import { addressOf, isRehearsal } from './address.ts';
import { deployArguments, placeIn } from './deploy-arguments.ts';
import { asCommand } from './stage.ts';

/** npm run deploy -- --stage prod …: `sls deploy`; a stage whose name begins with `essai` takes the tokens of this machine. */

const USAGE =
  'Usage : npm run deploy -- --stage prod --param="cors_origins=…" … (docs/deploiement.md), ou npm run deploy -- --stage essai';

const FOLDER = new URL('../../.local/', import.meta.url);
const SLS = fileURLToPath(new URL('../../node_modules/serverless/bin/serverless.js', import.meta.url));

/** Writes what Postman and the demonstration need to reach the rehearsal, and says what to do with it. */
async function prepareRehearsal(stage: string, region: string): Promise<void> {
  const api = await addressOf({ stage, region });
  await mkdir(FOLDER, { recursive: true });
  const name = `${stage}.postman_environment.json`;
  await writeEnvironment({ api, inbox: '' }, new URL(name, FOLDER));
  console.log(`Répétition prête : ${api}
- histoire racontée : npm run demo -- .local/${name}
- Postman : importez .local/${name}
- suite de l’API : API_URL=${api} API_LAG_MS=2000 npm test -- tests/api
- essai d’une minute : npm run smoke -- --stage ${stage}
- cohérence des tables : npm run audit -- --stage ${stage}
- pour finir : docs/exploitation.md, « Jeter une répétition »`);
}

await asCommand(async () => {
  const args = process.argv.slice(2);
  const { stage, region = process.env.AWS_REGION || 'eu-west-3' } = placeIn(args);
  if (!stage) throw new Obstacle(USAGE);
  const told = await deployArguments(args);
  const { status } = spawnSync(process.execPath, [SLS, ...told], { stdio: 'inherit' });
  if (status === 0 && isRehearsal(stage)) await prepareRehearsal(stage, region);
  return status ?? 1;
});
