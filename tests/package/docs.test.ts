import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { newCheckout } from '../support/checkout.ts';
import { unzipped } from '../support/zip.ts';

/** What `sls package` makes of the reference page. */

const PARAMETERS = ['jwt_issuer', 'jwt_audience', 'jwt_jwks_url', 'cors_origins', 'sender', 'sender_identity'].map(
  (name) => `--param=${name}=https://${name}.example`,
);

async function packaged(...parameters: string[]) {
  const { folder, remove } = await newCheckout();
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  try {
    await promisify(execFile)('npx', ['sls', 'package', '--stage', 'prod', ...PARAMETERS, ...parameters], {
      cwd: folder,
      env: { ...Object.fromEntries(environment), AWS_EC2_METADATA_DISABLED: 'true', NODE_OPTIONS: '' },
    });
    const made = join(folder, '.serverless');
    const template = await readFile(join(made, 'cloudformation-template-update-stack.json'), 'utf8');
    const files = await readdir(made);
    const docs = files.includes('docs.zip') ? unzipped(await readFile(join(made, 'docs.zip'))) : undefined;
    return { template, files, docs };
  } finally {
    await remove();
  }
}

/** As Lambda starts it: in the folder of its package, with nothing of the repository around it. */
const CALLS = `
const { handler } = require('./functions/docs/serve.cjs');
const get = (file) => {
  const path = file ? '/docs/' + file : '/docs';
  const http = { method: 'GET', path };
  const event = { rawPath: path, headers: {}, pathParameters: file && { file }, requestContext: { requestId: '1', http } };
  return handler(event, { awsRequestId: '1', getRemainingTimeInMillis: () => 10_000 });
};
const textOf = ({ body, isBase64Encoded }) => Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString();
(async () => {
  const page = await get();
  const answers = { '': page.statusCode };
  const named = textOf(page).matchAll(/(?:src|href)="\\/docs\\/([^"]+)"/g);
  for (const [, file] of named) answers[file] = (await get(file)).statusCode;
  process.stdout.write('\\n' + JSON.stringify(answers));
})();`;

/** The status of the page and of each file that it names, by their names below `/docs`. */
async function served(files: Map<string, Buffer>): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-'));
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const { stdout } = await promisify(execFile)(process.execPath, ['--eval', CALLS], {
      cwd: folder,
      env: { PATH: process.env.PATH },
    });
    return JSON.parse(stdout.slice(stdout.lastIndexOf('\n')));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const ROUTES = /"GET \/docs[^"]*"/g;

describe('a stage', () => {
  it('has the reference page, in a function of its own that holds every file of it', async () => {
    const { template, docs } = await packaged();
    expect(template.match(ROUTES)).toHaveLength(2);
    const answers = await served(docs as Map<string, Buffer>);
    expect(Object.keys(answers).length).toBeGreaterThan(5);
    expect(Object.entries(answers).filter(([, status]) => status !== 200)).toEqual([]);
  }, 240_000);

  it('goes without it when its parameter says so, and has all the rest', async () => {
    const { template, files } = await packaged('--param=docs=none');
    expect(template).not.toMatch(/docs/i);
    expect(files).not.toContain('docs.zip');
    expect(template).toContain('"GET /livres"');
    expect(files).toContain('not-found.zip');
  }, 240_000);
});
