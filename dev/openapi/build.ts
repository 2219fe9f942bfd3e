import { dump } from 'js-yaml';
import { generate } from '../generated.ts';
import { buildDocument } from './document.ts';
import { operationsPage } from './table.ts';

/** Writes docs/openapi.yaml and docs/operations.md; with `--check`, only says whether they are what would be written. */

const HEAD = '# Built by `npm run openapi` from the operations and dev/openapi/texts.yml: not to be edited.\n';

const STYLE = { noRefs: true, lineWidth: 132, quoteStyle: 'double' } as const;

const document = await buildDocument();
const docs = new URL('../../docs/', import.meta.url);
generate(new URL('openapi.yaml', docs), HEAD + dump(document, STYLE), 'openapi');
generate(new URL('operations.md', docs), operationsPage(document), 'openapi');
