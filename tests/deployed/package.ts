import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newCheckout } from '../support/checkout.ts';

/**
 * Packages a stage as `sls deploy` would, without any account.
 * @returns where the packages and the template are, and what takes them away
 */
export async function packageStage(stage: string, parameters: Record<string, string>) {
  const { folder, remove } = await newCheckout();
  const given = Object.entries(parameters).map(([name, value]) => `--param=${name}=${value}`);
  const program = join('node_modules', 'serverless', 'bin', 'serverless.js');
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  await promisify(execFile)(process.execPath, [program, 'package', '--stage', stage, ...given], {
    cwd: folder,
    env: { ...Object.fromEntries(environment), AWS_EC2_METADATA_DISABLED: 'true', NODE_OPTIONS: '' },
  });
  return { folder: join(folder, '.serverless'), remove };
}
