import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { system } from './system.ts';

/** What whoever changes a source sees of it, without starting again. */

const PAUSE_MS = 100;
const LONG_MS = 60_000;

const status = async () => (await fetch(`${system.url}/rien`)).status;

/** Asks again until it is so: when a change is noticed is the bundler's affair. The test's own time ends it. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await wait(PAUSE_MS);
}

test(
  'a source that is changed is served, and while it has a fault the last good one is',
  async () => {
    const file = join(system.folder, 'functions/not-found.ts');
    const source = await readFile(file, 'utf8');
    const gone = 'export const handler = async () => ({ statusCode: 410 });\n';
    await writeFile(file, gone);
    await until(async () => (await status()) === 410);

    await writeFile(file, 'export const handler = ;\n');
    await until(() => system.said().includes('Unexpected ";"'));
    expect(await status()).toBe(410);

    await writeFile(file, source);
    await until(async () => (await status()) === 404);
  },
  LONG_MS,
);
