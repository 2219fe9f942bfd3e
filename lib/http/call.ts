import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Fault } from '../failure.ts';
import { type Attempt, newAttempt } from '../idempotency.ts';
import type { Slice } from '../page.ts';
import type { Caller } from './access.ts';
import { positionOf } from './cursor.ts';
import type { Operation } from './endpoint.ts';
import { parseAll } from './input.ts';

/** RFC 9110's visible ASCII. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

type Event = Omit<APIGatewayProxyEventV2, 'body'> & { body?: unknown; caller?: Caller | undefined };

/**
 * Reads everything that a request says, checked against the operation's schemas, all faults at once.
 * @returns the call, and what tells its list from any other
 * @throws Failure `requete_invalide`
 */
export function readCall(operation: Operation, event: Event) {
  const key = event.requestContext.http.method === 'POST' ? event.headers['idempotency-key'] : undefined;
  const [params, query, body] = parseAll(
    [
      { schema: operation.params, value: event.pathParameters ?? {}, root: 'chemin' },
      { schema: operation.query, value: event.queryStringParameters ?? {}, root: 'requete' },
      // Nothing to say is an empty object: an operation without fields takes no body, or `{}`.
      { schema: operation.body, value: event.body ?? (operation.body ? undefined : {}), root: 'corps' },
    ],
    faultOfKey(key),
  ) as [object, { limite?: number; curseur?: string }, object];

  const { limite = 0, curseur, ...filters } = query;
  const listId = JSON.stringify([event.routeKey, params, filters]);
  const slice: Slice = { limit: limite, after: curseur === undefined ? undefined : positionOf(listId, curseur) };
  const attempt: Attempt | undefined =
    key && event.caller ? newAttempt(event.caller.sub, event.routeKey, key, [params, body]) : undefined;
  return { call: { params, query, body, slice, attempt, ifMatch: event.headers['if-match'] }, listId };
}

const faultOfKey = (key: string | undefined): Fault[] =>
  key === undefined || IDEMPOTENCY_KEY.test(key)
    ? []
    : [{ chemin: 'Idempotency-Key', message: 'doit compter de 1 à 255 caractères ASCII visibles' }];
