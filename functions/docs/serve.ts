import { serveFile } from '../../lib/docs/serve.ts';
import { behindGateway } from '../../lib/entry/http/stack.ts';

/** Serves the page at `/docs`, and its files below that address. */
export const handler = behindGateway(serveFile);
