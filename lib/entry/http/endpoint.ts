import jsonBodyParser from '@middy/http-json-body-parser';
import { during } from '../../runtime/invocation.ts';
import { Failure, type Fault } from '../../values/failure.ts';
import type { AnswerOf, Call, Operation } from '../operation.ts';
import { type Access, authorize } from './access.ts';
import { type Answer, render } from './answer.ts';
import { refuse } from './problem.ts';
import { readCall } from './read-call.ts';
import { behindGateway, type Middleware } from './stack.ts';

export { created, noContent, ok } from './answer.ts';
export { pageOf } from './cursor.ts';

type Parts = Required<Operation>;
type Serving<O extends Operation> = O & { serve: (call: Call<O>) => Promise<AnswerOf<O>> };

/**
 * Makes the Lambda handler of one operation: everything that is common to all, around what it does itself.
 * An answer or a refusal that the operation does not declare does not compile.
 * @returns the handler, which carries its operation for the reference to read
 * @example export const handler = endpoint({
 *   access: 'public',
 *   params: BookId,
 *   replies: { 200: Book },
 *   refuses: [codes.bookNotFound],
 *   serve: async ({ params, refuse }) => ok(await getBook(params.id, refuse)),
 * });
 */
export function endpoint<
  const R extends Parts['replies'],
  const F extends Parts['refuses'],
  P extends Parts['params'] = undefined,
  Q extends Parts['query'] = undefined,
  B extends Parts['body'] = undefined,
>({ serve, ...operation }: Serving<{ access: Access; params?: P; query?: Q; body?: B; replies: R; refuses: F }>) {
  const handler = behindGateway(
    (event, { awsRequestId: requestId }, { signal }) =>
      during({ requestId, signal }, async () => {
        const { call, listId } = readCall(operation, event);
        const answer = await serve({ ...call, caller: event.caller, refuse } as never);
        return render(answer as Answer, listId, call.attempt);
      }),
    [access(operation.access), jsonBody],
  );
  return Object.assign(handler, { operation: operation as Operation });
}

const access = (required: Access): Middleware => ({
  before: async ({ event }) => {
    event.caller = await authorize(required, event.headers.authorization, event.pathParameters ?? {});
  },
});

/**
 * Bytes, as they were sent. The longest body that breaks no rule has some 150,000: a title with twenty copies, each with
 * a note of 500 characters, which JSON may write in twelve bytes each.
 */
const LARGEST_BODY = 256 * 1024;

const parser = jsonBodyParser();

const jsonBody: Middleware = {
  before: (request) => {
    const { event } = request;
    if (typeof event.body !== 'string' || event.body === '') {
      delete event.body;
      return;
    }
    if (Buffer.byteLength(event.body, event.isBase64Encoded ? 'base64' : 'utf8') > LARGEST_BODY) {
      event.bodyFault = unreadable('ne doit pas dépasser 256 Kio');
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

/** This fault is reported with all others of the request. */
const unreadable = (message: string): Fault => ({ chemin: 'corps', message });
