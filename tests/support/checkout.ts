import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a run of the framework writes: each needs its own, or two at once would read each other's half-made bundles. */
const WRITTEN = ['.bundles', '.serverless', '.git'];

/** The framework takes no link for its configuration, the local environment is written beside the collection, and a test changes a function. */
const COPIED = ['serverless.yml', 'dev', 'postman', 'functions'];

/** Written at start, so a fresh checkout has none. */
const ENVIRONMENT = 'local.postman_environment.json';

/** A folder from which the framework runs as from the repository, with its own place to write in. */
export async function newCheckout(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'checkout-'));
  const names = (await readdir(root)).filter((name) => ![...WRITTEN, ...COPIED].includes(name));
  await Promise.all(names.map((name) => symlink(join(root, name), join(folder, name))));
  const filter = (path: string) => !path.endsWith(ENVIRONMENT);
  await Promise.all(COPIED.map((name) => cp(join(root, name), join(folder, name), { recursive: true, filter })));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
