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
  /** `performance.now()` when the call came in. */
  begun?: number;
};
export type Result = APIGatewayProxyStructuredResultV2;
export type Middleware = MiddlewareObj<Event, Result, Error, Context>;

interface Request {
  event: Event;
  context: Context;
  response: Result | null | undefined;
}

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
    .use([oneLine, commonHeaders, problems, ...middlewares])
    .handler(handle);

  return async (event: Event, context: Context): Promise<Result> => {
    const begun = performance.now();
    try {
      return await stack(event, context);
    } catch (error) {
      // Not even the problem could be told: what was thrown must not be printed either.
      log({ requestId: context.awsRequestId, route: context.functionName, status: 500, begun, error });
      throw bare(error);
    }
  };
}

/** One line in the log a request. */
const oneLine: Middleware = {
  before: ({ event }) => {
    event.begun = performance.now();
  },
  after: (request) => write(request),
  onError: (request) => write(request, request.error),
};

const write = ({ event, context, response }: Request, error?: unknown) =>
  log({
    requestId: context.awsRequestId,
    route: event.routeKey,
    status: response?.statusCode ?? 500,
    role: event.caller?.role,
    begun: event.begun ?? 0,
    error,
  });

const withCommonHeaders = ({ context, response }: Request) => {
  if (!response) return;
  response.headers = {
    // Unless the answer itself says how long it may be kept.
    'cache-control': 'no-store',
    ...response.headers,
    'x-request-id': context.awsRequestId,
    'x-content-type-options': 'nosniff',
  };
};
const commonHeaders: Middleware = { after: withCommonHeaders, onError: withCommonHeaders };

/** Whatever is thrown becomes a problem; what is none is a mistake of ours. */
const problems: Middleware = {
  onError: (request) => {
    const problem =
      request.error instanceof Problem ? request.error : new Failure('erreur_interne', { cause: request.error });
    request.response = problemOf(problem, request.event.rawPath, request.context.awsRequestId);
  },
};
