import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { journal } from '../../runtime/log.ts';
import { Failure, type Fault } from '../../values/failure.ts';
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

/** One line in the journal a request. */
export const oneLine: Middleware = {
  before: ({ event }) => {
    event.begun = performance.now();
  },
  after: (request) => log(request),
  onError: (request) => log(request, request.error),
};

const log = ({ event, context, response }: Request, error?: unknown) =>
  journal({
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
export const commonHeaders: Middleware = { after: withCommonHeaders, onError: withCommonHeaders };

/** Whatever is thrown becomes a problem; what is no Failure is a mistake of ours. */
export const problems: Middleware = {
  onError: (request) => {
    const failure =
      request.error instanceof Failure ? request.error : new Failure('erreur_interne', { cause: request.error });
    request.response = problemOf(failure, request.event.rawPath, request.context.awsRequestId);
  },
};
