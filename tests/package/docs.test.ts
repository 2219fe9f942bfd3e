import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { newCheckout } from '../support/checkout.ts';

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
    return { template, files: await readdir(made) };
  } finally {
    await remove();
  }
}

const ROUTES = /"GET \/docs[^"]*"/g;

describe('a stage', () => {
  it('has the reference page, in a function of its own', async () => {
    const { template, files } = await packaged();
    expect(template.match(ROUTES)).toHaveLength(2);
    expect(files).toContain('docs.zip');
  }, 240_000);

  it('goes without it when its parameter says so, and has all the rest', async () => {
    const { template, files } = await packaged('--param=docs=none');
    expect(template).not.toMatch(/docs/i);
    expect(files).not.toContain('docs.zip');
    expect(template).toContain('"GET /livres"');
    expect(files).toContain('not-found.zip');
  }, 240_000);
});
