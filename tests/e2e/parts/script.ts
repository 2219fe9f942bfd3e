import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { nodeArgsOf } from '../../support/script.ts';
import { system } from './system.ts';

/**
 * Runs what `npm run` starts for a script, beside the system.
 * @param env the variables of that system, unless said otherwise @returns its code, and what it has said
 */
export function ran(script: string, args: readonly string[] = [], env: NodeJS.Dict<string> = system.env) {
  const options = { cwd: system.folder, env: env as NodeJS.ProcessEnv };
  return promisify(execFile)(process.execPath, [...nodeArgsOf(script), ...args], options).then(
    (said) => ({ code: 0, ...said }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}
