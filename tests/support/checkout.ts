import { copyFile, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a run of the framework writes: each needs its own, or two at once would read each other's half-made bundles. */
const WRITTEN = ['.esbuild', '.serverless', '.git'];

/** The framework takes no link for its configuration. */
const CONFIGURATION = 'serverless.yml';

/** A folder from which the framework runs as from the repository, with its own place to write in. */
export async function newCheckout(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'checkout-'));
  const names = (await readdir(root)).filter((name) => ![...WRITTEN, CONFIGURATION].includes(name));
  await Promise.all(names.map((name) => symlink(join(root, name), join(folder, name))));
  await copyFile(join(root, CONFIGURATION), join(folder, CONFIGURATION));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
