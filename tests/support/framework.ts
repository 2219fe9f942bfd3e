import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Runs a command of the framework for a stage that is no local one, without any account.
 * @param folder a checkout
 * @returns what it prints
 */
export async function sls(
  folder: string,
  stage: string,
  parameters: Record<string, string>,
  ...args: string[]
): Promise<string> {
  const given = Object.entries(parameters).map(([name, value]) => `--param=${name}=${value}`);
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  const program = [join('node_modules', 'serverless', 'bin', 'serverless.js'), ...args, '--stage', stage, ...given];
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    cwd: folder,
    env: { ...Object.fromEntries(environment), AWS_EC2_METADATA_DISABLED: 'true', NODE_OPTIONS: '' },
  });
  return stdout;
}
