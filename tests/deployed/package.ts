import { join } from 'node:path';
import { Framework } from '../package/parts/framework.ts';

/**
 * Packages a stage as `sls deploy` would, without any account.
 * @returns where the packages and the template are, and what takes them away
 */
export async function packageStage(stage: string, parameters: Record<string, string>) {
  const framework = await Framework.for(stage, parameters);
  await framework.run(['package']);
  return { folder: join(framework.folder, '.serverless'), remove: framework.remove };
}
