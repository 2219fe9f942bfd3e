import { serveFile } from '../../lib/docs/serve.ts';
import { behindGateway } from '../../lib/entry/http/stack.ts';

/** The page at `/docs`, and what it is made of below. */
export const handler = behindGateway(serveFile);
