import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dump } from 'js-yaml';
import { buildDocument } from './document.ts';

/** Writes docs/openapi.yaml; with `--check`, only says whether it is what would be written. */

const FILE = fileURLToPath(new URL('../../docs/openapi.yaml', import.meta.url));
const HEAD = '# Built by `npm run openapi` from the operations and dev/openapi/texts.yml: not to be edited.\n';

const STYLE = { noRefs: true, lineWidth: 132, quoteStyle: 'double' } as const;

const text = HEAD + dump(await buildDocument(), STYLE);

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  console.error("docs/openapi.yaml n'est plus à jour : lancez « npm run openapi » et enregistrez le résultat.");
  process.exitCode = 1;
}
