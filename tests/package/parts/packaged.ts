import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from '@jest/globals';
import { unzipSync } from 'fflate';
import { newCheckout } from '../../support/checkout.ts';

/** What `sls package` makes without any account, once for all that is asked of it. */

interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties, each test knows its own
  Properties: any;
}

export const PARAMETERS = {
  jwt_issuer: 'https://issuer.example',
  jwt_audience: 'bibliotheque',
  jwt_jwks_url: 'https://issuer.example/.well-known/jwks.json',
  cors_origins: 'https://bibliotheque.example',
  sender: 'bibliotheque@bibliotheque.example',
  sender_identity: 'bibliotheque.example',
};

const PACKAGE_MS = 240_000;

let checkout: Awaited<ReturnType<typeof newCheckout>>;
let resources: Record<string, Resource>;

/** Runs a command of the framework for a stage that is no local one. */
export async function sls(...args: string[]): Promise<string> {
  const parameters = Object.entries(PARAMETERS).map(([name, value]) => `--param=${name}=${value}`);
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  const program = [
    join('node_modules', 'serverless', 'bin', 'serverless.js'),
    ...args,
    '--stage',
    'prod',
    ...parameters,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    cwd: checkout.folder,
    env: { ...Object.fromEntries(environment), AWS_EC2_METADATA_DISABLED: 'true', NODE_OPTIONS: '' },
  });
  return stdout;
}

beforeAll(async () => {
  checkout = await newCheckout();
  await sls('package');
  const file = join(checkout.folder, '.serverless/cloudformation-template-update-stack.json');
  resources = JSON.parse(await readFile(file, 'utf8')).Resources;
}, PACKAGE_MS);

afterAll(() => checkout.remove());

/** The resources of a type, by their logical names. */
export const ofType = (type: string): [name: string, resource: Resource][] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

export const properties = (type: string) => ofType(type).map(([, { Properties }]) => Properties);

/** The files in a function's package, by their paths. */
export const filesOf = async (functionName: string): Promise<[path: string, content: Uint8Array][]> =>
  Object.entries(unzipSync(await readFile(join(checkout.folder, '.serverless', `${functionName}.zip`))));
