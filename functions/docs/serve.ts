import { serveFile } from '../../lib/docs/serve.ts';
import { plain } from '../../lib/entry/http/plain.ts';

/** The page at `/docs`, and what it is made of below. */
export const handler = plain(serveFile);
