import { serveFile } from '../../lib/docs/serve.ts';
import { behindGateway } from '../../lib/entry/http/stack.ts';

/** Serves the page at `/docs`, to which `/` leads, its files below that address, and the document at `/openapi.json`. */
export const handler = behindGateway(serveFile);
