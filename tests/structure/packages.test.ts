import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

/** Everything that is written here, but for what lists the packages themselves. */
const written = ['.', ...['functions', 'lib', 'seed', 'tests', 'dev'].map((folder) => `${folder}/**`)]
  .flatMap((folder) => globSync(`${folder}/*.{ts,js,mjs,yml,json}`, { cwd: root }))
  .filter((file) => !file.startsWith('package'))
  .map((file) => readFileSync(root + file, 'utf8'))
  .concat(Object.values(packageJson.scripts))
  .join('\n');

const declared = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
/** What the declared packages ask us to bring along for them. */
const peers = declared.flatMap((name) =>
  Object.keys(require(`../../node_modules/${name}/package.json`).peerDependencies ?? {}),
);
/** The types of a package are used wherever the package is; `node` is the program that runs the scripts. */
const isUsed = (name: string): boolean =>
  name === 'node' || peers.includes(name) || new RegExp(`['"/ ]${name.replace(/^@types\//, '')}['"/\\n]`).test(written);

test('no package is asked for that nothing uses', () => {
  expect(declared.filter((name) => !isUsed(name))).toEqual([]);
});

test('each package that is installed is held to its digest', () => {
  const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(installed.filter(([, entry]) => !('integrity' in entry)).map(([path]) => path)).toEqual([]);
});
