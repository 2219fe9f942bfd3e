// Every script loads this first. Plain JavaScript without dependencies: it says what is missing before anything is
// installed, on any Node that can read it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = new URL('../../', import.meta.url);

export const inModules = (path) => fileURLToPath(new URL(`node_modules/${path}`, root));
/** The version the functions run on, brought by the installation: whatever runs this file may be older. */
export const node = inModules(process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node');

function obstacle() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    return `Node ${OLDEST_NODE} ou plus récent est nécessaire, celui-ci est le ${process.versions.node}.`;
  }
  const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const packages = Object.keys({ ...dependencies, ...devDependencies });
  const missing = packages.filter((name) => !existsSync(inModules(`${name}/package.json`)));
  if (missing.length === packages.length) return "Rien n'est encore installé : lancez d'abord « npm ci ».";
  if (missing.length > 0 || !existsSync(node)) {
    return `L'installation est incomplète (il manque ${missing[0] ?? 'node 24'}) : relancez « npm ci ».`;
  }
}

const found = obstacle();
if (found) {
  console.error(found);
  process.exit(1);
}
