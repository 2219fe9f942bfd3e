import { readFileSync, writeFileSync } from 'node:fs';
import { dump } from 'js-yaml';
import { buildDocument } from './document.ts';
import { operationsPage } from './table.ts';

/** Writes docs/openapi.yaml and docs/operations.md; with `--check`, only says whether they are what would be written. */

const HEAD = '# Built by `npm run openapi` from the operations and dev/openapi/texts.yml: not to be edited.\n';

const STYLE = { noRefs: true, lineWidth: 132, quoteStyle: 'double' } as const;

const document = await buildDocument();
const files = { 'openapi.yaml': HEAD + dump(document, STYLE), 'operations.md': operationsPage(document) };

for (const [name, text] of Object.entries(files)) {
  const file = new URL(`../../docs/${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`docs/${name} n'est plus à jour : lancez « npm run openapi » et enregistrez le résultat.`);
    process.exitCode = 1;
  }
}
