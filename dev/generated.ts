import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

export const isCheck = process.argv.includes('--check');

/**
 * Writes a file that is made from sources; with `--check`, only says whether it is what would be written.
 * @param script the npm script that makes it
 */
export function generate(file: URL, content: string | Uint8Array, script: string): void {
  if (!isCheck) {
    writeFileSync(file, content);
  } else if (!existsSync(file) || !readFileSync(file).equals(Buffer.from(content))) {
    const path = relative(ROOT, fileURLToPath(file));
    console.error(`${path} n’est plus à jour : lancez « npm run ${script} » et enregistrez le résultat.`);
    process.exitCode = 1;
  }
}
