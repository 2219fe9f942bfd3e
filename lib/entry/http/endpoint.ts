import jsonBodyParser from '@middy/http-json-body-parser';
import type * as z from 'zod/mini';
import { during } from '../../runtime/invocation.ts';
import type { Attempt } from '../../values/attempt.ts';
import { type Code, Failure, type Fault } from '../../values/failure.ts';
import type { Slice } from '../../values/page.ts';
import { type Access, authorize, type Caller } from './access.ts';
import { type Answer, render } from './answer.ts';
import { readCall } from './read-call.ts';
import { behindGateway, type Middleware } from './stack.ts';

type Schema = z.ZodMiniType;
type Output<S> = S extends Schema ? z.output<S> : Record<never, never>;

/** What an operation is, apart from its method and path, which its service.yml tells. */
export interface Operation {
  readonly access: Access;
  readonly params?: Schema;
  readonly query?: z.ZodMiniObject;
  readonly body?: Schema;
  /** The shape of each success; a page's elements for a list, `null` for an answer without a body. */
  readonly replies: Readonly<Record<number, Schema | null>>;
  /** The codes that this operation answers beyond those that its access, method and input bring along. */
  readonly refuses: readonly Code[];
}

/** A call that has passed every check of its operation. */
export interface Call<O extends Operation> {
  params: Output<O['params']>;
  query: Output<O['query']>;
  body: Output<O['body']>;
  /** Set on every operation that is not public. */
  caller: Caller;
  /** What to read of a list. */
  slice: Slice;
  /** The call's `Idempotency-Key`, on a POST that has one. */
  attempt: Attempt | undefined;
  ifMatch: string | undefined;
}

/** A Lambda handler for one operation: everything that is common to all, around what it does itself. */
export function endpoint<const O extends Operation>(operation: O, serve: (call: Call<O>) => Promise<Answer>) {
  return behindGateway(
    (event, { awsRequestId: requestId }, { signal }) =>
      during({ requestId, signal }, async () => {
        const { call, listId } = readCall(operation, event);
        const answer = await serve({ ...call, caller: event.caller } as Call<O>);
        return render(answer, listId, call.attempt);
      }),
    [access(operation.access), jsonBody],
  );
}

const access = (required: Access): Middleware => ({
  before: async ({ event }) => {
    event.caller = await authorize(required, event.headers.authorization, event.pathParameters ?? {});
  },
});

/** Bytes, as they were sent; the longest legitimate body is a fiftieth of it. */
const LARGEST_BODY = 64 * 1024;

const parser = jsonBodyParser();

const jsonBody: Middleware = {
  before: (request) => {
    const { event } = request;
    if (typeof event.body !== 'string' || event.body === '') {
      delete event.body;
      return;
    }
    if (Buffer.byteLength(event.body, event.isBase64Encoded ? 'base64' : 'utf8') > LARGEST_BODY) {
      event.bodyFault = unreadable('ne doit pas dépasser 64 Kio');
      return;
    }
    try {
      parser.before?.(request as never);
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 415) throw new Failure('type_de_contenu_refuse');
      event.bodyFault = unreadable('doit être du JSON bien formé, en UTF-8');
    }
  },
};

/** Told with all other faults of the request. */
const unreadable = (message: string): Fault => ({ chemin: 'corps', message });
