import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { buildDocument } from './document.ts';

/** Writes docs/openapi.yaml; with `--check`, only says whether it is what would be written. */

const FILE = fileURLToPath(new URL('../../docs/openapi.yaml', import.meta.url));
const HEAD = '# Built by `npm run openapi` from the operations and dev/openapi/texts.yml: not to be edited.\n';

/** Read by older YAML parsers too, a date must remain a text. */
const STYLE = { aliasDuplicateObjects: false, lineWidth: 120, blockQuote: 'literal', compat: 'yaml-1.1' } as const;

const text = HEAD + stringify(await buildDocument(), STYLE);

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  console.error("docs/openapi.yaml n'est plus à jour : lancez « npm run openapi » et enregistrez le résultat.");
  process.exitCode = 1;
}
