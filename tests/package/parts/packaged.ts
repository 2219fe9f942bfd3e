import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { unzipSync } from 'fflate';
import { deployArguments } from '../../../dev/aws/deploy-arguments.ts';
import * as template from '../../../dev/template/resources.ts';
import { Framework, PACKAGE_MS } from './framework.ts';

/** What `sls package` makes without any account, once for all that is asked of it. */

let framework: Framework;
let compiled: template.Resources;

beforeAll(async () => {
  framework = await Framework.for('prod');
  await framework.run(['package']);
  compiled = await framework.resources();
}, PACKAGE_MS);

afterAll(() => framework.remove());

/** Runs a command of the framework. */
const sls = (...args: string[]): Promise<string> => framework.run(args);

/** A stage as the framework makes it out of its parameters, without packaging anything. */
export const printed = async (...parameters: string[]) =>
  JSON.parse(await sls('print', '--format', 'json', ...parameters.map((parameter) => `--param=${parameter}`)));

let least: ReturnType<typeof printed> | undefined;

/**
 * The stage that has the fewest parts, printed once: it goes without the reference page, and is given an issuer, this
 * machine, as a rehearsal is.
 */
export function leastStage(): ReturnType<typeof printed> {
  least ??= deployArguments(['--stage', 'essai']).then((args) =>
    printed('docs=none', ...args.flatMap((arg) => /^--param=(jwt_.*)/.exec(arg)?.[1] ?? [])),
  );
  return least;
}

export const resources = (): template.Resources => compiled;

/** The resources of a type, by their logical names. */
export const ofType = (type: string) => template.ofType(compiled, type);

export const properties = (type: string) => ofType(type).map(([, { Properties }]) => Properties);

/** The files in a function's package, by their paths. */
export const filesOf = async (functionName: string): Promise<[path: string, content: Uint8Array][]> =>
  Object.entries(unzipSync(await readFile(join(framework.folder, '.serverless', `${functionName}.zip`))));
