import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const own = readFileSync(import.meta.filename, 'utf8');

/**
 * Jest loads everything anew for each test file, and what was compiled well for one is compiled again for the next. A
 * module that this transform takes is loaded once a worker in the place of that: the test file gets what Node has.
 */
export default {
  getCacheKey: (source, path, { supportsStaticESM, supportsDynamicImport }) =>
    createHash('sha256')
      .update(JSON.stringify([own, source, path, supportsStaticESM, supportsDynamicImport]))
      .digest('hex')
      .slice(0, 32),

  process(source, path, { supportsStaticESM, supportsDynamicImport }) {
    // Then it is Node that loads it: for what starts the whole run.
    if (!supportsDynamicImport) return { code: source };
    const loaded = `shared(${JSON.stringify(path)})`;
    if (!supportsStaticESM) return { code: `module.exports = ${loaded};` };
    const names = Object.keys(createRequire(path)(path)).map((name) => JSON.stringify(name));
    const lines = names.map((name, index) => `const n${index} = loaded[${name}]; export { n${index} as ${name} };`);
    return { code: [`const loaded = ${loaded};`, ...lines].join('\n') };
  },
};
