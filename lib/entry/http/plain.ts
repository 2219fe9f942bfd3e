import middy from '@middy/core';
import { commonHeaders, type Event, oneLine, problems, type Result } from './stack.ts';

/**
 * Makes a function of a handler that is no operation of the API: it has neither access rules nor schemas.
 * What every answer of the gateway has in common is added to its own.
 * @example export const handler = plain(serveFile);
 */
export const plain = (handler: (event: Event) => Promise<Result>) =>
  middy<Event, Result>().use(oneLine).use(commonHeaders).use(problems).handler(handler);
