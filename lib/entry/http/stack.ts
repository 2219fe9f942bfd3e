import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { log } from '../../runtime/log.ts';
import { Failure, type Fault, Problem } from '../../values/failure.ts';
import { bare } from '../direct.ts';
import type { Caller } from './access.ts';
import { problemOf } from './problem.ts';

/** What every answer of the gateway has in common, whether an operation gives it or none does. */

/** API Gateway's event, with what the stack has found out so far. */
export type Event = Omit<APIGatewayProxyEventV2, 'body'> & {
  body?: unknown;
  /** What is wrong with the body, when it could not even be read. */
  bodyFault?: Fault;
  caller?: Caller | undefined;
};
export type Result = APIGatewayProxyStructuredResultV2;
export type Middleware = MiddlewareObj<Event, Result, Error, Context>;

/** Time kept to answer 503 before Lambda cuts the function off, in milliseconds. */
const TIME_TO_ANSWER = 500;

type Handle = (event: Event, context: Context, options: { signal: AbortSignal }) => Result | Promise<Result>;

/**
 * A Lambda handler behind the gateway: it writes one line a request, gives every answer the common headers,
 * and answers a problem to whatever is thrown.
 */
export function behindGateway(handle: Handle, middlewares: Middleware[] = []) {
  const stack = middy<Event, Result, Error, Context>({
    timeoutEarlyInMillis: TIME_TO_ANSWER,
    timeoutEarlyResponse: () => {
      throw new Failure('service_indisponible');
    },
  })
    .use(middlewares)
    .handler(handle);

  return async (event: Event, context: Context): Promise<Result> => {
    const line = { requestId: context.awsRequestId, route: context.functionName, begun: performance.now() };
    try {
      const { answer, error } = await stack(event, context).then(
        (answer) => ({ answer, error: undefined }),
        (error: unknown) => ({ answer: problemOf(problemIn(error), event.rawPath, line.requestId), error }),
      );
      const { routeKey: route, caller } = event;
      log({ ...line, route, status: answer.statusCode as number, role: caller?.role, error });
      // An answer of its own may say how long it may be kept.
      const headers = { 'cache-control': 'no-store', ...answer.headers };
      return {
        ...answer,
        headers: { ...headers, 'x-request-id': line.requestId, 'x-content-type-options': 'nosniff' },
      };
    } catch (error) {
      // Not even the problem could be told: what was thrown must not be printed either.
      log({ ...line, status: 500, error });
      throw bare(error);
    }
  };
}

/** What is thrown and is no problem is a mistake of ours. */
const problemIn = (error: unknown): Problem =>
  error instanceof Problem ? error : new Failure('erreur_interne', { cause: error });
