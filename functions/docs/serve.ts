import middy from '@middy/core';
import { serveFile } from '../../lib/docs/serve.ts';
import { commonHeaders, oneLine, problems } from '../../lib/entry/http/stack.ts';

/** The page at `/docs`, and what it is made of below. */
export const handler = middy().use(oneLine).use(commonHeaders).use(problems).handler(serveFile);
